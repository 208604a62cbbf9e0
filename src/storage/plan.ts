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
import type { Tables } from './tables.ts';

/**
 * A plan is a dialogue with a database: it yields compiled statements and is handed their rows.
 * SQLite runs it in one synchronous block, PostgreSQL awaits each step; so both engines share every line of SQL logic,
 * and nothing in a plan can await.
 */
export type Plan<T> = Generator<CompiledQuery, T, unknown[]>;

/** Compiles SQL for one dialect and runs nothing. */
export type Sql = Kysely<Tables>;

export function sqliteSql(): Sql {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new SqliteIntrospector(db),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
}

export function postgresSql(): Sql {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
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

/** Runs a plan against a database that answers at once. */
export function driveSync<T>(plan: Plan<T>, execute: (query: CompiledQuery) => unknown[]): T {
  let step = plan.next();
  while (!step.done) step = plan.next(execute(step.value));
  return step.value;
}

/** Runs a plan against a database that answers later. */
export async function drive<T>(plan: Plan<T>, execute: (query: CompiledQuery) => Promise<unknown[]>): Promise<T> {
  let step = plan.next();
  while (!step.done) step = plan.next(await execute(step.value));
  return step.value;
}
