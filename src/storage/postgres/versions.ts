import type { ClientBase } from 'pg';
import { NewerSchema, schemaOf, type Schema } from '../migrations.ts';
import { PROGRAMS } from './names.ts';

/** A session whose machine is gone without a word is ended by the server after about this long: seconds, seconds, times. */
const GONE = { idle: 20, interval: 5, count: 3 };

/**
 * Tells that a program which knows the schema up to `known` uses this database, for as long as the session lives: by an
 * advisory lock that all may share, which goes with its session however that ends. Throws `NewerSchema` where a script has
 * been run that the program cannot live with.
 *
 * First the lock, then the look: a `contract` locks the record before it looks for such locks, so one of the two sees the other.
 */
export async function register(client: ClientBase, known: number): Promise<void> {
  await client.query(
    `SELECT set_config('tcp_keepalives_idle', '${GONE.idle}', false),
       set_config('tcp_keepalives_interval', '${GONE.interval}', false),
       set_config('tcp_keepalives_count', '${GONE.count}', false)`,
  );
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  await client.query('SELECT pg_advisory_lock_shared($1, $2)', [PROGRAMS, known]);
  const { oldest } = await recorded(client);
  await client.query('COMMIT');
  if (oldest > known) throw new NewerSchema(oldest, known);
}

export async function recorded(client: ClientBase): Promise<Schema> {
  const { rows } = await client.query<{ version: number; oldest: number | null }>(
    'SELECT version, oldest FROM schema_version',
  );
  return schemaOf(rows[0]);
}

/** Whether programs use the database that know the schema only up to a version before this one. */
export async function olderRun(client: ClientBase, version: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
       AND classid::bigint = $1 AND objid::bigint < $2`,
    [PROGRAMS, version],
  );
  return rowCount !== 0;
}
