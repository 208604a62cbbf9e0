import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import { StorageUnavailable } from '../../domain/errors.ts';
import { driveSync, type Plan } from '../plan.ts';

/** How long a writer waits for another process's transaction, ms. */
const BUSY_TIMEOUT = 5000;

export type Connection = {
  /** One read transaction: all it reads is of one moment. */
  read<T>(plan: Plan<T>): T;
  /** One synced write transaction; rolled back when the plan throws. */
  write<T>(plan: Plan<T>): T;
  execute(script: string): void;
  /** Moves when another connection has committed. */
  dataVersion(): number;
  close(): void;
};

/** Opens a database file, WAL and fully synced (SQLite answers a commit only once it is on disk). */
export function connect(file: string, { readOnly = false } = {}): Connection {
  const db = guarded(() => new DatabaseSync(file, { readOnly, timeout: BUSY_TIMEOUT }));
  if (!readOnly) guarded(() => db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL'));
  const statements = new Map<string, StatementSync>();
  const prepared = (text: string): StatementSync => {
    let statement = statements.get(text);
    if (!statement) statements.set(text, (statement = db.prepare(text)));
    return statement;
  };
  const execute = (query: CompiledQuery): unknown[] =>
    prepared(query.sql)
      .all(...(query.parameters as SQLInputValue[]))
      .map((row) => ({ ...row }));
  const transaction = <T>(begin: string, plan: Plan<T>): T =>
    guarded(() => {
      db.exec(begin);
      try {
        const result = driveSync(plan, execute);
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    });
  return {
    read: (plan) => transaction('BEGIN', plan),
    write: (plan) => transaction('BEGIN IMMEDIATE', plan),
    execute: (script) => guarded(() => db.exec(script)),
    dataVersion: () => (prepared('PRAGMA data_version').get() as { data_version: number }).data_version,
    close: () => db.close(),
  };
}

/** SQLite's result codes (sqlite.org/rescode.html) that tell of the disk or another process, not of a bug. */
const OUTSIDE = new Map([
  [5, 'another process is writing to the database and did not finish in time'],
  [8, 'the database file is read-only'],
  [10, 'the disk reported an error'],
  [13, 'the disk is full'],
  [14, 'the database file cannot be opened'],
]);

function guarded<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    const code = (error as { errcode?: number }).errcode;
    const why = code === undefined ? undefined : OUTSIDE.get(code & 0xff);
    if (why) throw new StorageUnavailable(why, { cause: error });
    throw error;
  }
}
