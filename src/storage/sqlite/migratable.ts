import type { Migratable } from '../migrations.ts';
import type { Connection } from './connection.ts';
import { sql } from 'kysely';
import type { Plan, Sql } from '../plan.ts';

/** `user_version` in the file's header is the schema's version; it changes with the script, or not at all. */
export function migratable(connection: Connection, db: Sql): Migratable {
  return {
    async current() {
      return connection.read(version(db));
    },
    async apply({ version: next, sql: script }) {
      connection.execute(`BEGIN IMMEDIATE; ${script}; PRAGMA user_version = ${next}; COMMIT`);
    },
  };
}

function* version(db: Sql): Plan<number> {
  const rows = (yield sql`PRAGMA user_version`.compile(db)) as { user_version: number }[];
  return rows[0]?.user_version ?? 0;
}
