import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openNewsroom } from '../../src/app.ts';
import { addPerson } from '../../src/commands/people/add-person.ts';
import type { Newsroom } from '../../src/commands/perform.ts';
import { readConfig, type Config } from '../../src/config.ts';
import type { Person, Role } from '../../src/domain/desk/people.ts';
import { cookieName } from '../../src/web/sessions/cookie.ts';
import { beginSession } from './desk-site.ts';
import { freshDatabase } from './postgres.ts';
import { killableServer, type KillableServer } from './server-process.ts';

export type DeskProcesses = AsyncDisposable & {
  /** The same database, seen from beside the servers. */
  newsroom: Newsroom;
  /** Of PostgreSQL; null on SQLite. */
  databaseUrl: string | null;
  /** Servers that can be killed; on SQLite there is one. */
  nodes: KillableServer[];
  /** Signs a new person in; the cookie is good at every node. */
  as(role: Role): Promise<{ person: Person; cookie: string }>;
};

/** The product as users run it, desk and all: two threads on SQLite, or nodes on PostgreSQL, of one thread unless said otherwise. */
export async function deskProcesses(
  engine: 'sqlite' | 'postgres',
  count = 1,
  { workers = engine === 'sqlite' ? 2 : 1 } = {},
): Promise<DeskProcesses> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-desk-'));
  const database = engine === 'postgres' ? await freshDatabase() : null;
  const settings: Record<string, string> = {
    DATA_DIR: folder,
    WORKERS: String(workers),
    ...(database && { DATABASE_URL: database.url }),
  };
  const nodes = await Promise.all(Array.from({ length: count }, () => killableServer(settings)));
  try {
    // The first makes the database ready.
    for (const node of nodes) await node.start();
  } catch (error) {
    // One that stands would keep the test from ending.
    await Promise.all(nodes.map((node) => node.kill()));
    throw error;
  }
  const newsroom = await openNewsroom(configOf(settings));
  let people = 0;
  return {
    newsroom,
    databaseUrl: database?.url ?? null,
    nodes,
    async as(role) {
      people += 1;
      const input = { email: `p${people}@desk.test`, name: `${role} ${people}`, role };
      const added = await addPerson(newsroom, 'test', input);
      assert.ok(added.type === 'added', JSON.stringify(added));
      const token = await beginSession(newsroom, added.person);
      return { person: added.person, cookie: `${cookieName(nodes[0]!.url)}=${token}` };
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(nodes.map((node) => node.stop()));
      await newsroom[Symbol.asyncDispose]();
      await database?.[Symbol.asyncDispose]();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configOf(settings: Record<string, string>): Config {
  const read = readConfig(settings);
  if (read.type !== 'config') throw new Error(JSON.stringify(read.faults));
  return read.config;
}
