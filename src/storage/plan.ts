import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
} from 'kysely';
import type { WordIndex } from './find/word-index.ts';
import { postgresWordIndex } from './postgres/word-index.ts';
import { sqliteWordIndex } from './sqlite/word-index.ts';
import type { Tables } from './tables.ts';

/**
 * A plan is a dialogue with a database: it yields compiled statements and is handed their rows.
 * SQLite runs it in one synchronous block, PostgreSQL awaits each step; so both engines share every line of SQL logic,
 * and nothing in a plan can await.
 */
export type Plan<T> = Generator<CompiledQuery, T, unknown[]>;

/** Compiles SQL for one dialect and runs nothing. */
export type Sql = Kysely<Tables> & { readonly wordIndex: WordIndex };

export function sqliteSql(): Sql {
  const compiler = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  return Object.assign(compiler, { wordIndex: sqliteWordIndex });
}

export function postgresSql(): Sql {
  const compiler = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
  return Object.assign(compiler, { wordIndex: postgresWordIndex });
}

type Compilable<R> = { compile(): CompiledQuery<R> };

export function* all<R>(query: Compilable<R>): Plan<R[]> {
  return (yield query.compile()) as R[];
}

export function* first<R>(query: Compilable<R>): Plan<R | null> {
  const rows = (yield query.compile()) as R[];
  return rows[0] ?? null;
}

export function* run(query: Compilable<unknown>): Plan<void> {
  yield query.compile();
}

/** Rows in one INSERT: far below both engines' limits on bound values. */
const BATCH = 100;

export function* batches<T>(items: T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}

/** PostgreSQL counts rows in 64 bits, SQLite too, but neither knows infinity. */
export const atMost = (limit: number): number => Math.min(limit, Number.MAX_SAFE_INTEGER);

/** Neither NUL (PostgreSQL) nor half a surrogate pair (UTF-8) can be kept as text. */
const storable = (text: string): boolean => !text.includes('\0') && text.isWellFormed();

/** A value to write. Words are cleaned where they come in; what was not is a bug and thrown, on both engines alike. */
export function written(value: unknown): unknown {
  if (typeof value === 'string' && !storable(value))
    throw new TypeError('text with NUL or half a character was to be stored');
  return value;
}

/** A value to look for: text that cannot have been stored is looked for as what it cannot be, and not found. */
export function soughtFor(value: unknown): unknown {
  return typeof value === 'string' && !storable(value)
    ? value.toWellFormed().replaceAll('\0', '\uFFFD')
    : value;
}

/** Runs a plan against a database that answers at once. */
export function driveSync<T>(plan: Plan<T>, execute: (query: CompiledQuery) => unknown[]): T {
  let step = plan.next();
  while (!step.done) step = plan.next(execute(step.value));
  return step.value;
}

/** Runs a plan against a database that answers later. */
export async function drive<T>(
  plan: Plan<T>,
  execute: (query: CompiledQuery) => Promise<unknown[]>,
): Promise<T> {
  let step = plan.next();
  while (!step.done) step = plan.next(await execute(step.value));
  return step.value;
}
