import type pg from 'pg';
import type { Migratable } from '../migrations.ts';
import { MIGRATION_LOCK } from './names.ts';

/** Nodes that start together migrate one after another; the one that waited finds nothing left to do. */
export function migratable(client: pg.Client): Migratable {
  return {
    async current() {
      await client.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
      await client.query('CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)');
      const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
      return rows[0]?.version ?? 0;
    },
    async apply({ version, sql }) {
      await client.query('BEGIN');
      try {
        await client.query(sql);
        await client.query('DELETE FROM schema_version');
        await client.query('INSERT INTO schema_version VALUES ($1)', [version]);
        await client.query('COMMIT');
      } catch (error) {
        await client.query('ROLLBACK');
        throw error;
      }
    },
  };
}
