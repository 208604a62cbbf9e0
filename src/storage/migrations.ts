import fs from 'node:fs';
import path from 'node:path';
import { fills } from './fills.ts';
import type { Plan, Sql } from './plan.ts';

/** `fill` runs after the script, in its transaction. */
export type Migration = { version: number; name: string; sql: string; fill?: (db: Sql) => Plan<void> };

/**
 * What an engine offers the migrator. `apply` is one transaction: the script and its record, or neither;
 * false when another process had applied it meanwhile.
 */
export type Migratable = {
  /** The schema's version; 0 for an empty database. */
  current: () => Promise<number>;
  apply: (migration: Migration) => Promise<boolean>;
  /** Keeps what there is, before the first script of several changes it. */
  backUp?: (version: number) => void;
};

/** The database was last written by a newer Writethru: serving it could lose what that one knew. */
export class NewerSchema extends Error {
  override name = 'NewerSchema';
}

const root = path.join(import.meta.dirname, '..', '..', 'migrations');

export function migrationsFor(engine: 'sqlite' | 'postgres'): Migration[] {
  const folder = path.join(root, engine);
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'));
  files.sort();
  return files.map((name) => ({
    version: Number.parseInt(name, 10),
    name,
    sql: fs.readFileSync(path.join(folder, name), 'utf8'),
    ...(fills[name] && { fill: fills[name] }),
  }));
}

/** Brings a schema up to date; how many scripts were run. Throws `NewerSchema`. */
export async function migrate(database: Migratable, migrations: Migration[]): Promise<number> {
  const current = await database.current();
  const newest = migrations.at(-1)?.version ?? 0;
  if (current > newest) {
    throw new NewerSchema(
      `The database has schema version ${current}, this Writethru knows ${newest}: run the newer version that wrote it, or restore a backup.`,
    );
  }
  const pending = migrations.filter((migration) => migration.version > current);
  if (current > 0 && pending[0]) database.backUp?.(pending[0].version);
  let applied = 0;
  for (const migration of pending) if (await database.apply(migration)) applied += 1;
  return applied;
}
