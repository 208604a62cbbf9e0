import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import { freshDatabase } from '../../test/support/postgres.ts';
import { commandLine } from '../../test/support/writethru.ts';
import { openSampleWhereEmpty } from '../sample/open-sample.ts';

const SLUG = 'night-ferry-overdue-in-the-merrow-strait';

/** A data folder with the sample night in it, and the command line on it. */
async function theNight() {
  const newsroom = await newsroomOnSqlite('2026-03-10T12:00:00.000Z');
  await openSampleWhereEmpty(newsroom);
  const cli = commandLine();
  return {
    ...cli,
    here: { DATA_DIR: newsroom.folder },
    async [Symbol.asyncDispose]() {
      cli[Symbol.dispose]();
      await newsroom[Symbol.asyncDispose]();
    },
  };
}

test('a newsroom exported and imported elsewhere verifies to the same head, on SQLite and on PostgreSQL', async () => {
  await using night = await theNight();
  const file = path.join(night.folder, '..', 'all.json');
  const written = await night.run(['export', '--all', '--format', 'json', '--out', file], {
    settings: night.here,
  });
  assert.deepEqual([written.code, written.out], [0, `Written to ${file}.\n`]);
  const { out: head } = await night.run(['verify'], { settings: night.here });
  assert.match(head, /^ok stories 1 events \d+ head [0-9a-f]{64}\n$/);
  const taken = await night.run(['import', file]);
  assert.match(taken.out, new RegExp(`^1 story taken in\\.\nhttp://127\\.0\\.0\\.1:8080/stories/${SLUG}\n$`));
  assert.equal((await night.run(['verify'])).out, head);
  await using database = await freshDatabase();
  const settings = { DATABASE_URL: database.url };
  assert.equal((await night.run(['import', file], { settings })).code, 0);
  assert.equal((await night.run(['verify'], { settings })).out, head);
  const again = await night.run(['import', file, '--json'], { settings });
  assert.match(again.out, /is here already: it is left as it is/);
});

test('one story goes out on standard output and comes in again by standard input, its authors with it', async () => {
  await using night = await theNight();
  const { out } = await night.run(['export', SLUG], { settings: night.here });
  const taken = await night.run(['import', '-', '--json'], { input: out });
  assert.equal(taken.code, 0, taken.err);
  const printed = JSON.parse(taken.out) as { slug: string; updates: number };
  assert.equal(printed.slug, SLUG);
  assert.ok(printed.updates >= 12);
  assert.equal((await night.run(['export', SLUG])).out.split('"authors"')[1], out.split('"authors"')[1]);
});

test('an export that was tampered with is refused by the event’s number, and nothing is written', async () => {
  await using night = await theNight();
  const { out } = await night.run(['export', SLUG], { settings: night.here });
  const forged = out.replace('Nineteen people alive', 'Ninety people alive');
  const { code, err } = await night.run(['import', '-'], { input: forged });
  assert.equal(code, 1);
  assert.match(
    err,
    /^The story night-ferry-.*: event \d+ was tampered with: its payload does not fit its hash\.\n$/,
  );
  assert.ok(!fs.existsSync(night.folder));
});

test('a file that is there is not written over, unless one insists', async () => {
  await using night = await theNight();
  const file = night.file('precious.json', 'mine');
  const refused = await night.run(['export', SLUG, '--out', file], { settings: night.here });
  assert.deepEqual([refused.code, fs.readFileSync(file, 'utf8')], [1, 'mine']);
  assert.match(refused.err, /is there already: name another file, or add --force/);
  const forced = await night.run(['export', SLUG, '--out', file, '--force'], { settings: night.here });
  assert.equal(forced.code, 0);
  assert.match(fs.readFileSync(file, 'utf8'), /"format": "writethru-story"/);
  assert.deepEqual(fs.readdirSync(path.dirname(file)), ['precious.json'], 'nothing half-written is left');
});

test('a story that is not there, and a folder that is not there, are told in a sentence', async () => {
  await using night = await theNight();
  const unknown = await night.run(['export', 'no-such-story'], { settings: night.here });
  assert.deepEqual([unknown.code, unknown.out], [1, '']);
  assert.match(unknown.err, /^There is no story at the address no-such-story\.\n$/);
  const astray = await night.run(['export', SLUG, '--out', '/no/such/folder/x.json'], {
    settings: night.here,
  });
  assert.equal(astray.code, 1);
  assert.match(astray.err, /cannot be written: there is no such folder/);
});
