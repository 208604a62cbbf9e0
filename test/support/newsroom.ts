import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Newsroom } from '../../src/commands/perform.ts';
import { instantOf, millisecondsOf, type Instant } from '../../src/domain/time.ts';
import { databaseFile, migrateSqlite, openSqlite } from '../../src/storage/sqlite/open.ts';

/** A clock that stands until it is moved. */
export type HandClock = {
  now(): Instant;
  fresh(): Promise<Instant>;
  set(at: Instant): void;
  pass(minutes: number): void;
};

export function handClock(start: Instant): HandClock {
  let at = start;
  return {
    now: () => at,
    fresh: async () => at,
    set(next) {
      at = next;
    },
    pass(minutes) {
      at = instantOf(millisecondsOf(at) + minutes * 60_000);
    },
  };
}

export type TestNewsroom = Newsroom & { clock: HandClock; folder: string } & AsyncDisposable;

let migrated: Promise<Buffer> | undefined;

/** The file of a database with nothing in it but its schema: made once, and copied. */
async function emptyDatabase(): Promise<Buffer> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-empty-'));
  await migrateSqlite(folder);
  const bytes = fs.readFileSync(databaseFile(folder));
  fs.rmSync(folder, { recursive: true, force: true });
  return bytes;
}

/** A newsroom on a database of its own in a folder that is taken away again. */
export async function newsroomOnSqlite(start: Instant = '2019-02-28T03:55:00.000Z'): Promise<TestNewsroom> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-test-'));
  fs.writeFileSync(databaseFile(folder), await (migrated ??= emptyDatabase()));
  const storage = openSqlite(folder);
  return {
    storage,
    clock: handClock(start),
    folder,
    async [Symbol.asyncDispose]() {
      await storage.close();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
