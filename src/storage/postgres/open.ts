import pg from 'pg';
import { StorageUnavailable } from '../../domain/errors.ts';
import { storageOf, writePlan } from '../engine.ts';
import { migrate, migrationsFor } from '../migrations.ts';
import { drive, postgresSql, type Plan } from '../plan.ts';
import type { CommitResult, Storage } from '../storage.ts';
import { notifyBus } from './bus.ts';
import { migratable } from './migratable.ts';
import { CHANNEL, COMMIT_LOCK } from './names.ts';

/** Connections one thread holds at most. */
const POOL = 6;

/** Brings a database up to date; how many scripts were run. Throws `NewerSchema`. */
export async function migratePostgres(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await reachable(client.connect());
  try {
    return await migrate(migratable(client), migrationsFor('postgres'));
  } finally {
    await client.end();
  }
}

/** Storage on a PostgreSQL database that is migrated. */
export async function openPostgres(url: string): Promise<Storage> {
  const sql = postgresSql();
  const pool = new pg.Pool({ connectionString: url, max: POOL, connectionTimeoutMillis: 5000, keepAlive: true });
  // An idle connection that breaks is replaced by the pool; without a listener its error would end the process.
  pool.on('error', () => undefined);
  const bus = await notifyBus(url);
  return storageOf({
    name: 'postgres',
    sql,
    bus,
    read: (plan) => transaction(pool, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (client) => runOn(client, plan)),
    write: (name, args) =>
      transaction(pool, 'BEGIN', async (client) => {
        // First of all, before any row lock: two stories locked in turn would deadlock. What follows reads a new snapshot.
        await client.query(`SELECT pg_advisory_xact_lock(${COMMIT_LOCK})`);
        const result = await runOn(client, writePlan(sql, name, args));
        if (name === 'commit') await notifyAfter(client, result as CommitResult);
        if (name === 'setClock') await notify(client, { clock: true });
        return result;
      }),
    async close() {
      await bus.close();
      await pool.end();
    },
  });
}

function runOn<T>(client: pg.PoolClient, plan: Plan<T>): Promise<T> {
  return drive(plan, async ({ sql: text, parameters }) => {
    const { rows } = await client.query(text, [...parameters]);
    return rows as unknown[];
  });
}

async function notifyAfter(client: pg.PoolClient, result: CommitResult): Promise<void> {
  if (result.type !== 'committed') return;
  const heads = new Map(result.events.map((event) => [event.storyId, event.seq]));
  for (const [storyId, seq] of heads) await notify(client, { storyId, seq });
}

const notify = (client: pg.PoolClient, wake: object) =>
  client.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(wake)]);

async function transaction<T>(pool: pg.Pool, begin: string, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await reachable(pool.connect());
  try {
    await client.query(begin);
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    // A connection that broke cannot roll back; the server has done so. It is not given back to the pool.
    const broken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    client.release(broken);
    throw unavailable(error) ?? error;
  }
}

async function reachable<T>(connecting: Promise<T>): Promise<T> {
  try {
    return await connecting;
  } catch (error) {
    throw new StorageUnavailable('the database cannot be reached', { cause: error });
  }
}

/** SQLSTATE classes (PostgreSQL, appendix A) that tell of the server or the disk, not of a bug; a broken socket has none. */
function unavailable(error: unknown): StorageUnavailable | null {
  const { code, message } = error as { code?: string; message?: string };
  const outside = code === undefined || /^(08|53|57P|58|25006|E[A-Z]+$)/.test(code);
  const sawSocket = code !== undefined || /terminated|ended|timeout|closed/i.test(message ?? '');
  return outside && sawSocket ? new StorageUnavailable('the database is away', { cause: error }) : null;
}

