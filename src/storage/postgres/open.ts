import { Client, Pool, type ClientBase, type ClientConfig, type PoolClient } from 'pg';
import { StorageUnavailable } from '../../domain/errors.ts';
import { storageOf, wakesAfter, writePlan } from '../engine.ts';
import { fillFound, fillsFound, leftToFind } from '../find/fill.ts';
import { migrate, migrationsFor, newestOf, type Migrated } from '../migrations.ts';
import { drive, postgresSql, soughtFor, written, type Plan } from '../plan.ts';
import type { Storage } from '../storage.ts';
import { notifyBus, type Version } from './bus.ts';
import { atWork, isSpent, reachable } from './errors.ts';
import { checkWritable, hostsOf, onRightServer, type Hosts } from './hosts.ts';
import { migratable } from './migratable.ts';
import { CHANNEL, COMMIT_LOCK } from './names.ts';

/** Connections one thread holds at most. */
const POOL = 6;

/** How long a connection may take to come, a commit to get its turn, a silent session to hold its locks, a query to answer, ms. */
const PATIENCE = { connect: 5000, lock: 10_000, idle: 10_000, query: 20_000 };

/** Brings a database up to date, but for what older programs on it have to be gone for. Throws `NewerSchema`. */
export async function migratePostgres(
  address: string,
  migrations = migrationsFor('postgres'),
): Promise<Migrated> {
  const hosts = hostsOf(address);
  const client = await reachable(onRightServer(hosts, (url) => connected(hosts, url)));
  try {
    const migrated = await atWork(migrate(migratable(client), migrations));
    if (fillsFound(migrations)) await atWork(fill(client));
    return migrated;
  } finally {
    await client.end();
  }
}

async function connected(hosts: Hosts, url: string): Promise<Client> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: PATIENCE.connect });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await checkWritable(hosts, client);
    return client;
  } catch (error) {
    client.end().catch(() => undefined);
    throw error;
  }
}

/** Takes in, a slice a transaction, what was written before there was search; nodes that start together take turns. */
async function fill(client: Client): Promise<void> {
  const sql = postgresSql();
  while (await runOn(client, leftToFind(sql), soughtFor)) {
    await client.query('BEGIN');
    try {
      await client.query(TAKE_TURN);
      await runOn(client, fillFound(sql), written);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }
}

/** This program's; where the schema goes past it nothing more can be done here, and the process or thread ends. */
const thisVersion = (): Version => ({
  known: newestOf(migrationsFor('postgres')),
  onOutgrown: (error) => {
    throw error;
  },
});

/** Storage on a PostgreSQL database that is migrated. Throws `NewerSchema`. */
export async function openPostgres(address: string, version = thisVersion()): Promise<Storage> {
  const sql = postgresSql();
  const hosts = hostsOf(address);
  const pool = connections(hosts);
  const bus = await notifyBus(hosts, version);
  const take = (): Promise<PoolClient> => onRightServer(hosts, () => pool.connect());
  return storageOf({
    name: 'postgres',
    sql,
    bus,
    read: (plan) =>
      transaction(pool, take, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', (client) =>
        runOn(client, plan, soughtFor),
      ),
    write: (name, args) =>
      transaction(pool, take, 'BEGIN ISOLATION LEVEL READ COMMITTED', async (client) => {
        await client.query(TAKE_TURN);
        const result = await runOn(client, writePlan(sql, name, args), written);
        for (const wake of wakesAfter(name, args, result)) await notify(client, wake);
        return result;
      }),
    async close() {
      await bus.close();
      await pool.end();
    },
  });
}

/**
 * First of all in a write, before any row lock: two stories locked in turn would deadlock. What follows reads a new snapshot.
 * A server set to answer before its disk does is told to wait for it.
 */
const TAKE_TURN = `SELECT pg_advisory_xact_lock(${COMMIT_LOCK}),
  CASE WHEN current_setting('synchronous_commit') = 'off' THEN set_config('synchronous_commit', 'on', true) END`;

function connections(hosts: Hosts): Pool {
  class OnRightServer extends Client {
    constructor(options?: ClientConfig) {
      super({ ...options, connectionString: hosts.url });
    }
  }
  const pool = new Pool({
    Client: OnRightServer,
    // It is awaited, though its type does not say so.
    // oxlint-disable-next-line no-misused-promises
    onConnect: (client) => checkWritable(hosts, client),
    application_name: 'writethru',
    max: POOL,
    keepAlive: true,
    connectionTimeoutMillis: PATIENCE.connect,
    query_timeout: PATIENCE.query,
    lock_timeout: PATIENCE.lock,
    idle_in_transaction_session_timeout: PATIENCE.idle,
  });
  // A connection that breaks fails the query on it, or is replaced; without a listener its error would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function runOn<T>(client: ClientBase, plan: Plan<T>, bind: (value: unknown) => unknown): Promise<T> {
  return drive(
    plan,
    async ({ sql: text, parameters }): Promise<unknown[]> =>
      (await client.query(text, parameters.map(bind))).rows,
  );
}

const notify = (client: PoolClient, wake: object) =>
  client.query('SELECT pg_notify($1, $2)', [CHANNEL, JSON.stringify(wake)]);

async function transaction<T>(
  pool: Pool,
  take: () => Promise<PoolClient>,
  begin: string,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  if (pool.ending) throw new StorageUnavailable('the server is stopping');
  const client = await reachable(take());
  const inside = async (): Promise<T> => {
    await client.query(begin);
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  };
  try {
    const result = await atWork(inside());
    client.release();
    return result;
  } catch (error) {
    client.release(!(await rolledBack(client, error)));
    throw error;
  }
}

/** Whether the connection is good for another transaction. One that broke cannot roll back; its server has done so. */
async function rolledBack(client: PoolClient, error: unknown): Promise<boolean> {
  if (isSpent(error)) return false;
  return client.query('ROLLBACK').then(
    () => true,
    () => false,
  );
}
