import type { Migratable } from '../migrations.ts';
import type { Connection } from './connection.ts';

/** `user_version` in the file's header is the schema's version; it changes with the script, or not at all. */
export function migratable(connection: Connection): Migratable {
  return {
    async current() {
      return connection.schemaVersion();
    },
    async apply({ version, sql: script }) {
      return connection.alter((db) => {
        if (connection.schemaVersion() >= version) return false;
        db.exec(script);
        db.exec(`PRAGMA user_version = ${version}`);
        return true;
      });
    },
  };
}
