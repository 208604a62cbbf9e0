import fs from 'node:fs';
import path from 'node:path';
import { StorageUnavailable } from '../domain/errors.ts';
import { fills } from './fills.ts';
import type { Plan, Sql } from './plan.ts';

/**
 * How a script goes along with nodes of the version before it (`decisions/0019`). `expand`: they go on, and may start again.
 * `contract`: it is run once none of them is left.
 */
export type Phase = 'expand' | 'contract';

/** `fill` runs after the script, in its transaction. A script without a phase goes along with no older program at all. */
export type Migration = {
  version: number;
  name: string;
  sql: string;
  phase?: Phase;
  fill?: (db: Sql) => Plan<void>;
};

/** The schema's version, 0 for an empty database; `oldest`: what a program must know at least to use it. */
export type Schema = { version: number; oldest: number };

/**
 * What an engine offers the migrator. `apply` is one transaction: the script and its record, or neither;
 * `there`: another process had applied it meanwhile; `waits`: older programs run on the database.
 */
export type Migratable = {
  current: () => Promise<Schema>;
  apply: (migration: Migration) => Promise<'applied' | 'there' | 'waits'>;
  /** Keeps what there is, before the first script of several changes it. */
  backUp?: (version: number) => void;
};

/** How many scripts were run, and which are left for when no older program runs any more. */
export type Migrated = { applied: number; waiting: string[] };

/** The database was last written by a newer Writethru: serving it could lose what that one knew. */
export class NewerSchema extends Error {
  override name = 'NewerSchema';

  constructor(needed: number, known: number) {
    super(
      `The database has schema version ${needed}, this Writethru knows ${known}: run the newer version that wrote it, or restore a backup.`,
    );
  }
}

const root = path.join(import.meta.dirname, '..', '..', 'migrations');

export function migrationsFor(engine: 'sqlite' | 'postgres'): Migration[] {
  const folder = path.join(root, engine);
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.sql'));
  files.sort();
  return files.map((name) => {
    const sql = fs.readFileSync(path.join(folder, name), 'utf8');
    const phase = phaseOf(sql);
    return {
      version: Number.parseInt(name, 10),
      name,
      sql,
      ...(phase && { phase }),
      ...(fills[name] && { fill: fills[name] }),
    };
  });
}

/** The newest version of the schema that this program knows. */
export const newestOf = (migrations: Migration[]): number => migrations.at(-1)?.version ?? 0;

/** Said by the first line of a script, `-- expand: …` or `-- contract: …`. */
function phaseOf(script: string): Phase | undefined {
  return /^-- (expand|contract): ./.exec(script)?.[1] as Phase | undefined;
}

/** Brings a schema up to date, but for what has to wait. Throws `NewerSchema`, and where a script needs one that waits. */
export async function migrate(database: Migratable, migrations: Migration[]): Promise<Migrated> {
  const { version: current, oldest } = await database.current();
  const newest = newestOf(migrations);
  if (oldest > newest) throw new NewerSchema(oldest, newest);
  const pending = migrations.filter((migration) => migration.version > current);
  if (current > 0 && pending[0]) database.backUp?.(pending[0].version);
  const waiting: string[] = [];
  let applied = 0;
  for (const migration of pending) {
    // One order for every database: nothing overtakes a script that waits.
    if (waiting[0] !== undefined) {
      if (migration.phase !== 'contract') throw stopOlderFirst(waiting[0], migration.name);
      waiting.push(migration.name);
      continue;
    }
    const outcome = await database.apply(migration);
    if (outcome === 'applied') applied += 1;
    if (outcome === 'waits') waiting.push(migration.name);
  }
  return { applied, waiting };
}

const stopOlderFirst = (waiting: string, needed: string): StorageUnavailable =>
  new StorageUnavailable(
    `${waiting} waits for older versions of Writethru to be gone from this database, and ${needed} comes after it: stop them first`,
  );

/** The schema as far as its record says. */
export function schemaOf(record: { version: number; oldest: number | null } | undefined): Schema {
  const version = record?.version ?? 0;
  return { version, oldest: record?.oldest ?? version };
}

/** What a program must know, once a script has been run. */
export const oldestAfter = ({ phase, version }: Migration, before: number): number =>
  phase === 'expand' ? before : version;
