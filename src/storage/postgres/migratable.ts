import type { Client } from 'pg';
import { StorageUnavailable } from '../../domain/errors.ts';
import { oldestAfter, type Migratable, type Migration } from '../migrations.ts';
import { drive, postgresSql } from '../plan.ts';
import { COMMIT_LOCK, MIGRATION_LOCK } from './names.ts';
import { olderRun, recorded } from './versions.ts';

/**
 * How long a script stands in line for a table: whoever comes behind it waits as long, readers too, so it is well below
 * `deadlock_timeout` (1 s), after which the server would choose whom to break off. Then it steps back and tries again, ms.
 */
const IN_LINE = 500;
const AGAIN = 250;
const TRIES = 80;

/** Nodes that start together migrate one after another; the one that waited finds nothing left to do. */
export function migratable(client: Client): Migratable {
  return {
    async current() {
      await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
      const { rows: encodings } = await client.query<{ server_encoding: string }>('SHOW server_encoding');
      const encoding = encodings[0]?.server_encoding;
      if (encoding !== 'UTF8') {
        throw new Error(
          `The database's encoding is ${encoding}: create one with ENCODING 'UTF8', so that every script can be kept.`,
        );
      }
      await haveRecord(client);
      return recorded(client);
    },
    async apply(migration) {
      for (let tries = 1; ; tries += 1) {
        try {
          return await applied(client, migration);
        } catch (error) {
          await client.query('ROLLBACK').catch(() => undefined);
          if (!isHeld(error)) throw error;
          if (migration.phase === 'contract') return 'waits';
          if (tries === TRIES) throw held(migration, error);
          await new Promise((resolve) => setTimeout(resolve, AGAIN));
        }
      }
    },
  };
}

/** Altered only where it has to be: that would wait for a backup that is under way. */
async function haveRecord(client: Client): Promise<void> {
  await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL, oldest integer)');
  const { rowCount } = await client.query(
    `SELECT FROM pg_attribute WHERE attrelid = 'schema_version'::regclass AND attname = 'oldest'`,
  );
  if (rowCount === 0) await client.query('ALTER TABLE schema_version ADD COLUMN oldest integer');
}

async function applied(client: Client, migration: Migration): Promise<'applied' | 'waits'> {
  await client.query('BEGIN ISOLATION LEVEL READ COMMITTED');
  await client.query(`SET LOCAL lock_timeout = ${IN_LINE}`);
  if (migration.phase === 'contract') {
    // A program that registers from now on reads what stands here afterwards.
    await client.query('LOCK TABLE schema_version IN ACCESS EXCLUSIVE MODE');
    if (await olderRun(client, migration.version)) {
      await client.query('ROLLBACK');
      return 'waits';
    }
  }
  const { oldest } = await recorded(client);
  // No commit is under way meanwhile: it would take the same tables in another order.
  await client.query(`SELECT pg_advisory_xact_lock(${COMMIT_LOCK})`);
  await client.query(migration.sql);
  if (migration.fill) {
    await drive(
      migration.fill(postgresSql()),
      async (query) => (await client.query(query.sql, [...query.parameters])).rows,
    );
  }
  await client.query('DELETE FROM schema_version');
  await client.query('INSERT INTO schema_version (version, oldest) VALUES ($1, $2)', [
    migration.version,
    oldestAfter(migration, oldest),
  ]);
  await client.query('COMMIT');
  return 'applied';
}

/** SQLSTATE `lock_not_available`, `deadlock_detected`. */
const isHeld = (error: unknown): boolean => /^(55P03|40P01)$/.test((error as { code?: string }).code ?? '');

const held = ({ name }: Migration, cause: unknown): StorageUnavailable =>
  new StorageUnavailable(
    `${name} could not get its turn at the tables within a minute, which something holds, such as a backup`,
    { cause },
  );
