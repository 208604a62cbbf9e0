import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { guarded, isBusy } from './errors.ts';

/** Held by a server for as long as it runs. */
export type FolderLock = {
  /** Tells other processes where the server is read, `http://127.0.0.1:8080`. */
  tell: (address: string) => void;
  release: () => void;
};

/** Another server holds the folder; `pid` where it could be read. */
export type FolderHeld = { type: 'held'; pid: number | null };

/**
 * Takes a data folder for one server. The lock is SQLite's own lock on a file beside the database:
 * the system lets go of it when the process ends, however it ends, so no stale lock is left by `kill -9`.
 * Throws `StorageUnavailable` where the folder cannot be written.
 */
export function lockFolder(folder: string): ({ type: 'locked' } & FolderLock) | FolderHeld {
  const pidFile = pidFileIn(folder);
  const db = guarded(() => new DatabaseSync(path.join(folder, 'server.lock'), { timeout: 0 }));
  try {
    guarded(() => db.exec('BEGIN EXCLUSIVE'));
  } catch (error) {
    db.close();
    if (isBusy((error as Error).cause)) return { type: 'held', pid: pidIn(pidFile) };
    throw error;
  }
  fs.writeFileSync(pidFile, `${process.pid}\n`);
  return {
    type: 'locked',
    tell: (address) => fs.writeFileSync(pidFile, `${process.pid}\n${address}\n`),
    release() {
      fs.rmSync(pidFile, { force: true });
      db.close();
    },
  };
}

/** Where the server that holds the folder is read; null where none runs, or it has not told yet. */
export function addressOfServerOn(folder: string): string | null {
  const pidFile = pidFileIn(folder);
  const pid = pidIn(pidFile);
  if (pid === null || !isRunning(pid)) return null;
  return fs.readFileSync(pidFile, 'utf8').split('\n')[1] || null;
}

const pidFileIn = (folder: string): string => path.join(folder, 'server.pid');

/** A file that `kill -9` left behind names a process that is gone. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Another user's.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function pidIn(file: string): number | null {
  if (!fs.existsSync(file)) return null;
  const pid = Number.parseInt(fs.readFileSync(file, 'utf8'), 10);
  return Number.isFinite(pid) ? pid : null;
}
