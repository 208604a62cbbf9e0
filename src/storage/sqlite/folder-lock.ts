import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Held by a server for as long as it runs. */
export type FolderLock = { release(): void };

/** Another server holds the folder; `pid` where it could be read. */
export type FolderHeld = { type: 'held'; pid: number | null };

/**
 * Takes a data folder for one server. The lock is SQLite's own lock on a file beside the database:
 * the system lets go of it when the process ends, however it ends, so no stale lock is left by `kill -9`.
 */
export function lockFolder(folder: string): ({ type: 'locked' } & FolderLock) | FolderHeld {
  const pidFile = path.join(folder, 'server.pid');
  const db = new DatabaseSync(path.join(folder, 'server.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if ((error as { errcode?: number }).errcode !== SQLITE_BUSY) throw error;
    const pid = fs.existsSync(pidFile) ? Number.parseInt(fs.readFileSync(pidFile, 'utf8'), 10) : Number.NaN;
    return { type: 'held', pid: Number.isFinite(pid) ? pid : null };
  }
  fs.writeFileSync(pidFile, `${process.pid}\n`);
  return {
    type: 'locked',
    release() {
      fs.rmSync(pidFile, { force: true });
      db.close();
    },
  };
}

const SQLITE_BUSY = 5;
