import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { StorageUnavailable } from '../../domain/errors.ts';
import { woken } from '../contract/wakes.ts';
import { lockFolder } from './folder-lock.ts';
import { migrateSqlite, openSqlite, openSqliteBesideWriter, startWriter } from './open.ts';
import { aFolder } from './opened.ts';

const fixture = (name: string): string => path.join(import.meta.dirname, 'fixtures', name);

/** Runs a fixture to its end; what it printed. */
async function run(name: string, ...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [fixture(name), ...args]);
  return stdout.trim();
}

const missed = (wake: object): boolean => 'missed' in wake;

test('a command run beside a server of one thread wakes the server, which can read what was written', async () => {
  using home = aFolder();
  await migrateSqlite(home.folder);
  const storage = openSqlite(home.folder, { watch: true });
  const told = woken(storage, missed);
  const storyId = await run('open-story.ts', home.folder, 'bridge');
  await told;
  assert.equal((await storage.findStory({ slug: 'bridge' }))?.story.id, storyId);
  await storage.close();
});

test('a command run beside a server of several threads wakes each of them', async () => {
  using home = aFolder();
  await migrateSqlite(home.folder);
  const writer = await startWriter(home.folder);
  const threads = [1, 2].map(() => openSqliteBesideWriter(home.folder, writer.port()));
  const told = Promise.all(threads.map((storage) => woken(storage, missed)));
  const storyId = await run('open-story.ts', home.folder, 'bridge');
  await told;
  for (const storage of threads)
    assert.equal((await storage.findStory({ slug: 'bridge' }))?.story.id, storyId);
  for (const storage of threads) await storage.close();
  await writer.close();
});

test('one data folder is held by one server, and the second is told which process has it', () => {
  using home = aFolder();
  const lock = lockFolder(home.folder);
  assert.ok(lock.type === 'locked');
  assert.deepEqual(lockFolder(home.folder), { type: 'held', pid: process.pid });
  lock.release();
  const again = lockFolder(home.folder);
  assert.ok(again.type === 'locked');
  again.release();
});

test('a folder whose server was killed is free at once', async () => {
  using home = aFolder();
  const holder = spawn(process.execPath, [fixture('hold-folder.ts'), home.folder]);
  // Left running it would keep a test that fails from ending.
  using _ = { [Symbol.dispose]: () => void holder.kill('SIGKILL') };
  const [said] = (await once(holder.stdout, 'data')) as [Buffer];
  assert.equal(said.toString().trim(), 'locked');
  assert.deepEqual(lockFolder(home.folder), { type: 'held', pid: holder.pid });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const lock = lockFolder(home.folder);
  assert.ok(lock.type === 'locked');
  assert.equal(fs.readFileSync(path.join(home.folder, 'server.pid'), 'utf8'), `${process.pid}\n`);
  lock.release();
});

test('a folder that is not there cannot be held', () => {
  assert.throws(() => lockFolder('/nowhere/at/all'), StorageUnavailable);
});
