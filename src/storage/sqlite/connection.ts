import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { CompiledQuery } from 'kysely';
import { driveSync, soughtFor, written, type Plan } from '../plan.ts';
import { guarded } from './errors.ts';
import { statementCache } from './statement-cache.ts';

/** How long a writer waits for another process's transaction, ms. */
const BUSY_TIMEOUT = 5000;

/** Pages of 4 KB in the write-ahead log after which a commit has to checkpoint, if nobody did so at rest. */
const CHECKPOINT_AT_LAST = 10_000;

export type Connection = {
  /** One read transaction: all it reads is of one moment. */
  read: <T>(plan: Plan<T>) => T;
  /** One synced write transaction; rolled back when the plan throws. */
  write: <T>(plan: Plan<T>) => T;
  /** Works on the database itself, in one write transaction. */
  alter: <T>(work: (db: DatabaseSync) => T) => T;
  /** Moves when another connection has committed. */
  dataVersion: () => number;
  schemaVersion: () => number;
  /** How many write transactions this connection has committed. */
  writes: () => number;
  /** Moves what the write-ahead log holds into the database file, as far as readers allow; waits for nobody. */
  checkpoint: () => void;
  close: () => void;
};

/** Opens a database file, WAL and fully synced (SQLite answers a commit only once it is on disk). */
export function connect(file: string, { readOnly = false, busyTimeout = BUSY_TIMEOUT } = {}): Connection {
  const db = guarded(() => new DatabaseSync(file, { readOnly, timeout: busyTimeout }));
  if (!readOnly) {
    const autocheckpoint = `PRAGMA wal_autocheckpoint = ${CHECKPOINT_AT_LAST}`;
    guarded(() => db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; ${autocheckpoint}`));
  }
  const prepared = statementCache((text) => db.prepare(text));
  const transaction = <T>(begin: string, work: () => T): T =>
    guarded(() => {
      db.exec(begin);
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        // A full disk may have rolled back already.
        if (db.isTransaction) db.exec('ROLLBACK');
        throw error;
      }
    });
  const running =
    (bind: (value: unknown) => unknown) =>
    ({ sql, parameters }: CompiledQuery): unknown[] =>
      prepared(sql).all(...(parameters.map(bind) as SQLInputValue[]));
  const pragma = (name: string): number => guarded(() => Number(prepared(`PRAGMA ${name}`).get()?.[name]));
  let writes = 0;
  const asking = running(soughtFor);
  const writing = running(written);
  return {
    read: (plan) => transaction('BEGIN', () => driveSync(plan, asking)),
    write: (plan) => {
      const result = transaction('BEGIN IMMEDIATE', () => driveSync(plan, writing));
      writes += 1;
      return result;
    },
    alter: (work) => transaction('BEGIN IMMEDIATE', () => work(db)),
    dataVersion: () => pragma('data_version'),
    schemaVersion: () => pragma('user_version'),
    writes: () => writes,
    checkpoint: () => guarded(() => db.exec('PRAGMA wal_checkpoint(PASSIVE)')),
    close: () => db.close(),
  };
}
