import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Unmigrated } from '../contract/migrations.ts';
import { openedAt, type Home, type Opened } from '../contract/opened.ts';
import { databaseFile, migrateSqlite, openSqlite, openSqliteBesideWriter, startWriter } from './open.ts';

/** For tests: a data folder of one's own, gone when disposed of. */
export function aFolder(): Disposable & { folder: string } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-sqlite-'));
  return { folder, [Symbol.dispose]: () => fs.rmSync(folder, { recursive: true, force: true }) };
}

export async function unmigrated(): Promise<Unmigrated> {
  const { folder, ...home } = aFolder();
  return {
    migrate: async (migrations) => (await migrateSqlite(folder, migrations)).applied,
    execute: async (statement) => executed(folder, statement),
    [Symbol.asyncDispose]: async () => home[Symbol.dispose](),
  };
}

export async function inline(): Promise<Opened> {
  const { folder, ...home } = aFolder();
  await migrateSqlite(folder);
  return openedAt({
    open: async () => openSqlite(folder),
    execute: async (statement) => executed(folder, statement),
    end: async () => home[Symbol.dispose](),
  });
}

export async function besideWriter(): Promise<Home> {
  const { folder, ...home } = aFolder();
  await migrateSqlite(folder);
  const writer = await startWriter(folder);
  return {
    open: async () => openSqliteBesideWriter(folder, writer.port()),
    execute: async (statement) => executed(folder, statement),
    async end() {
      await writer.close();
      home[Symbol.dispose]();
    },
  };
}

export function executed(folder: string, statement: string): Record<string, unknown>[] {
  const db = new DatabaseSync(databaseFile(folder), { timeout: 5000 });
  try {
    return db.prepare(statement).all();
  } finally {
    db.close();
  }
}
