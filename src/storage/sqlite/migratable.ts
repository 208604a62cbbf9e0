import type { SQLInputValue } from 'node:sqlite';
import { backUp } from './back-up.ts';
import type { Migratable } from '../migrations.ts';
import { driveSync, sqliteSql } from '../plan.ts';
import type { Connection } from './connection.ts';

/** `user_version` in the file's header is the schema's version; it changes with the script, or not at all. */
export function migratable(connection: Connection, folder: string): Migratable {
  return {
    /** One server runs on a folder, of one version. */
    async current() {
      const version = connection.schemaVersion();
      return { version, oldest: version };
    },
    async apply({ version, sql: script, fill }) {
      return connection.alter((db) => {
        if (connection.schemaVersion() >= version) return 'there';
        db.exec(script);
        if (fill) {
          driveSync(fill(sqliteSql()), ({ sql, parameters }) =>
            db.prepare(sql).all(...(parameters as SQLInputValue[])),
          );
        }
        db.exec(`PRAGMA user_version = ${version}`);
        return 'applied';
      });
    },
    backUp: (version) => backUp(folder, version),
  };
}
