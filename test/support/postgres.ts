import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import pg from 'pg';
import type { ClusterOptions } from './postgres-cluster.ts';
import type { Order, Report } from './postgres-keeper.ts';

export type PostgresServer = AsyncDisposable & {
  /** Superuser's address of the database `postgres`. */
  url: string;
  /** Takes the server away, data kept, until `start`. */
  stop(): Promise<void>;
  start(): Promise<void>;
};

/** A real PostgreSQL server of one's own. It ends with this process at the latest, however that ends. */
export async function startPostgres({ synced }: ClusterOptions = { synced: false }): Promise<PostgresServer> {
  const keeper = fork(path.join(import.meta.dirname, 'postgres-keeper.ts'), synced ? ['--synced'] : [], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  });
  const reported = async (order: Order | 'ready'): Promise<string> => {
    if (order !== 'ready') keeper.send(order);
    keeper.ref();
    keeper.channel?.ref();
    const [report] = (await Promise.race([
      once(keeper, 'message'),
      once(keeper, 'exit').then(() => [{ failed: 'its keeper ended' }]),
    ])) as [Report];
    // The server alone must not keep a test's process running.
    keeper.unref();
    keeper.channel?.unref();
    if ('failed' in report) throw new Error(`PostgreSQL for the tests: ${report.failed}`);
    return report.url;
  };
  const url = await reported('ready');
  const order = async (what: Order): Promise<void> => void (await reported(what));
  return {
    url,
    stop: () => order('stop'),
    start: () => order('start'),
    async [Symbol.asyncDispose]() {
      const ended = once(keeper, 'exit');
      keeper.ref();
      keeper.send('end' satisfies Order);
      await ended;
    },
  };
}

export type FreshDatabase = AsyncDisposable & { url: string };

let own: Promise<PostgresServer> | undefined;

/** An empty database on the run's server, gone when disposed of. A file run alone gets a server of its own. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = process.env['TEST_DATABASE_URL'] ?? (await (own ??= startPostgres())).url;
  const name = `writethru_test_${randomBytes(8).toString('hex')}`;
  await administer(server, `CREATE DATABASE ${name} ENCODING 'UTF8' TEMPLATE template0`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    [Symbol.asyncDispose]: () => administer(server, `DROP DATABASE ${name} WITH (FORCE)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.query(statement);
  } catch (error) {
    throw new Error(
      `The tests' PostgreSQL (TEST_DATABASE_URL, or one started for the run) refused: ${statement}`,
      { cause: error },
    );
  } finally {
    await client.end();
  }
}
