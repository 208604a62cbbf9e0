import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import pg from 'pg';
import { configOf, faultsOf, prepare, whatIsThere } from '../faults/ground.ts';
import { poster } from '../faults/poster.ts';
import { resumingReader } from '../faults/reader.ts';
import { databaseLine } from '../support/database-line.ts';
import { eventually } from '../support/eventually.ts';
import { freshDatabase } from '../support/postgres.ts';
import { killableServer } from '../support/server-process.ts';

const EACH = 4;

/** Two nodes on one database; the second reaches it by a line of its own. */
async function twoNodes() {
  const disposing = new AsyncDisposableStack();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-two-nodes-'));
  disposing.defer(() => fs.rmSync(folder, { recursive: true, force: true }));
  const database = disposing.use(await freshDatabase());
  const url = new URL(database.url);
  const line = disposing.use(await databaseLine(Number(url.port)));
  url.port = String(line.port);
  const settings = { DATA_DIR: folder, DATABASE_URL: database.url, WORKERS: '1', LOG_LEVEL: 'silent' };
  const config = configOf(settings);
  const { slug, token } = await prepare(config);
  const one = await killableServer(settings);
  const other = await killableServer({ ...settings, DATABASE_URL: url.href });
  disposing.defer(async () => void (await Promise.all([one.kill(), other.kill()])));
  await Promise.all([one.start(), other.start()]);
  const story = `/stories/${slug}/live`;
  const readers = [one, other].flatMap((node) =>
    Array.from({ length: EACH }, (_, at) =>
      resumingReader(node.url, story, { again: 100, gzip: at % 2 === 0 }),
    ),
  );
  disposing.defer(() => {
    for (const reader of readers) reader.stop();
  });
  const posting = (name: string, at = one) => poster(at.url, slug, token, name, { every: 40, again: 40 });
  return {
    database,
    line,
    one,
    other,
    readers,
    posting,
    found: () => whatIsThere(config, slug),
    async allHave(seq: number) {
      await eventually(async () => readers.every(({ seen }) => seen.length >= seq));
      for (const { seen, faults } of readers) {
        assert.deepEqual(faults, []);
        assert.deepEqual(
          seen,
          Array.from({ length: seq }, (_, before) => before + 1),
        );
      }
    },
    [Symbol.asyncDispose]: () => disposing.disposeAsync(),
  };
}

test('what is posted at one node every reader of both gets once and in order, whichever is killed or stopped', async () => {
  await using site = await twoNodes();
  const { one, other, database } = site;
  const posters = [site.posting('first', one), site.posting('second', other)];
  const oneMore = async (): Promise<void> => {
    const before = posters.map(({ acknowledged }) => acknowledged.length);
    await eventually(async () => posters.every(({ acknowledged }, at) => acknowledged.length > before[at]!));
  };
  await oneMore();
  await one.kill();
  await one.start();
  await oneMore();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  for (let times = 0; times < 5; times += 1) {
    const { rowCount } = await client.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'writethru listener'`,
    );
    if (times === 0) assert.equal(rowCount, 2, 'each node listens');
    await oneMore();
  }
  await client.end();
  assert.equal(await other.stop(), 0);
  await other.start();
  await Promise.all(posters.map((each) => each.finish()));
  const found = await site.found();
  assert.deepEqual(faultsOf(posters, found), []);
  assert.ok(found.texts.size >= 12, `${found.texts.size} posts`);
  await site.allHave(found.seq);
});

test('a node whose listening line goes silent looks at the log all the same', async () => {
  await using site = await twoNodes();
  const { one, line } = site;
  await site.allHave((await site.found()).seq);
  assert.equal(line.deadenListeners(), 1);
  const posted = site.posting('unheard', one);
  await eventually(async () => posted.acknowledged.length >= 3);
  await posted.finish();
  await site.allHave((await site.found()).seq);
});
