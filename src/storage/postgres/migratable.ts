import type { Client } from 'pg';
import type { Migratable } from '../migrations.ts';
import { drive, postgresSql } from '../plan.ts';
import { MIGRATION_LOCK } from './names.ts';

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
      await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)');
      const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
      return rows[0]?.version ?? 0;
    },
    async apply({ version, sql, fill }) {
      await client.query('BEGIN');
      try {
        await client.query(sql);
        if (fill) {
          await drive(
            fill(postgresSql()),
            async (query) => (await client.query(query.sql, [...query.parameters])).rows,
          );
        }
        await client.query('DELETE FROM schema_version');
        await client.query('INSERT INTO schema_version VALUES ($1)', [version]);
        await client.query('COMMIT');
        return true;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
    },
  };
}
