import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { guarded } from './errors.ts';
import { databaseFile } from './files.ts';

/** Copies that are kept; older ones make room. */
const KEPT = 3;

const COPY = /^before-(\d+)\.db$/;

export const backupFolder = (folder: string): string => path.join(folder, 'backups');

/**
 * Copies a database that has stories before a script changes it, to `backups/before-N.db`, N being the script's version:
 * whole and of one moment, while others read and write, and on disk before this returns. The copy's path, or null where
 * there was nothing to lose. Throws `StorageUnavailable` where there is no room: then nothing is migrated either.
 */
export function backUp(folder: string, version: number): string | null {
  const db = guarded(() => new DatabaseSync(databaseFile(folder), { timeout: 5000 }));
  try {
    if (!hasStories(db)) return null;
    const copies = backupFolder(folder);
    fs.mkdirSync(copies, { recursive: true });
    const copy = path.join(copies, `before-${version}.db`);
    // Two that start together each make their own; the same name only ever holds a whole copy.
    const making = `${copy}.${process.pid}.making`;
    fs.rmSync(making, { force: true });
    try {
      guarded(() => db.prepare('VACUUM INTO ?').run(making));
      synced(making);
      fs.renameSync(making, copy);
    } finally {
      fs.rmSync(making, { force: true });
    }
    synced(copies);
    letGo(copies);
    return copy;
  } finally {
    db.close();
  }
}

function hasStories(db: DatabaseSync): boolean {
  const table = db.prepare(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'stories'`).get();
  return table !== undefined && db.prepare('SELECT 1 FROM stories LIMIT 1').get() !== undefined;
}

function synced(file: string): void {
  // A folder cannot be opened for that on every platform.
  if (process.platform === 'win32' && fs.statSync(file).isDirectory()) return;
  const handle = fs.openSync(file, 'r');
  try {
    fs.fsyncSync(handle);
  } finally {
    fs.closeSync(handle);
  }
}

function letGo(copies: string): void {
  const versions = fs.readdirSync(copies).flatMap((name) => COPY.exec(name)?.[1] ?? []);
  const oldest = versions
    .map(Number)
    .toSorted((a, b) => b - a)
    .slice(KEPT);
  for (const version of oldest) fs.rmSync(path.join(copies, `before-${version}.db`), { force: true });
}
