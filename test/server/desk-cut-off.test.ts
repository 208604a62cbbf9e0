import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { verify } from '../../src/ops/verify.ts';
import { migratePostgres, openPostgres } from '../../src/storage/postgres/open.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { askDesk, type DeskSending } from '../support/ask-desk.ts';
import { deskProcesses } from '../support/desk-processes.ts';
import { deskSite } from '../support/desk-site.ts';
import { chosenId, stateOf, topWords, words } from '../support/drafts.ts';
import { newsroomOnSqlite } from '../support/newsroom.ts';
import { photo } from '../support/pictures.ts';
import { startPostgres } from '../support/postgres.ts';
import { typist, type Typist } from '../support/room.ts';

/** A desk that somebody works at, and what keeps it from writing. */
type Desk = { url: string; cookie: string; storage: Storage; cut(): Promise<void>; mend(): Promise<void> };
type Told = { status: number; retry: string | null; body: Record<string, unknown> };

const asker =
  (desk: Desk) =>
  async (call: string, sending: DeskSending = {}): Promise<Told> => {
    const answer = await askDesk(desk, call, sending);
    const text = await answer.text();
    const { status } = answer;
    return { status, retry: answer.headers.get('retry-after'), body: text === '' ? {} : JSON.parse(text) };
  };

/** Types, files, publishes and sends a picture while nothing can be written; then again, the same. */
async function worksThroughIt(desk: Desk): Promise<void> {
  const ask = asker(desk);
  const done = async (call: string, asked: Parameters<typeof ask>[1] = {}) => {
    const told = await ask(call, asked);
    assert.ok(told.status < 300, `${call}: ${JSON.stringify(told)}`);
    return told.body;
  };
  const storyId = chosenId();
  const draft = async (id: string, kind: string, state: string): Promise<void> => {
    await done('POST /drafts', { body: { id, storyId, kind, state } });
  };
  const [top, toFile, toPublish, open] = [chosenId(), chosenId(), chosenId(), chosenId()];
  await draft(top, 'top', stateOf(topWords('No Deal')));
  await done(`POST /drafts/${top}/publication`, { body: { version: 1 } });
  for (const id of [toFile, toPublish, open]) await draft(id, 'update', stateOf(words('Lunch. ')));
  using one: Typist = typist(desk, open);
  await one.until(() => one.title() === 'Lunch. ');
  one.types('It is off. ');
  await one.saved();
  const begun = { id: chosenId(), storyId, kind: 'update', state: stateOf(words('New')) };
  const bytes = await photo();
  const calls: [string, Parameters<typeof ask>[1]][] = [
    ['POST /drafts', { body: begun }],
    [`POST /drafts/${toFile}/filing`, { body: { version: 1 } }],
    [`POST /drafts/${toPublish}/publication`, { body: { version: 1 } }],
    ['POST /media', { bytes }],
  ];
  await desk.cut();
  for (const [call, asked] of calls) {
    const told = await ask(call, asked);
    assert.ok([503, 507].includes(told.status), `${call}: ${JSON.stringify(told)}`);
    assert.match(String(told.body['type']), /#(storage|pictures)-unavailable$/, call);
    assert.match(String(told.body['detail']), /^[A-Z].*Nothing was changed; try again in a few seconds\.$/);
    assert.ok(Number(told.retry) > 0);
  }
  one.types('Typed meanwhile. ');
  await one.until(() => one.link.known().unsaved > 0 && one.link.known().link !== 'open');
  assert.equal(one.title(), 'Lunch. It is off. Typed meanwhile. ', 'what was typed stays with who typed it');
  await desk.mend();
  await one.saved();
  for (const [call, asked] of calls) await done(call, asked);
  const again = await ask(calls[2]![0], calls[2]![1]);
  assert.equal(again.status, 200, 'and once more is the same publication');
  const story = await desk.storage.findStory({ id: storyId });
  assert.equal(story?.story.updateCount, 1);
  assert.equal((await desk.storage.drafts.find(toFile))?.status, 'filed');
  using other = typist(desk, open);
  await other.until(() => other.title() === 'Lunch. It is off. Typed meanwhile. ');
  assert.equal((await verify(desk.storage)).type, 'ok');
}

test('while PostgreSQL is away the desk says so and keeps what is typed; all goes on when it is back', async () => {
  await using database = await startPostgres();
  await migratePostgres(database.url);
  const storage = await openPostgres(database.url);
  await using home = await newsroomOnSqlite();
  const newsroom = { ...home, storage };
  const site = await deskSite({ newsroom });
  try {
    const { url } = site;
    const { cookie } = await site.as('editor');
    await worksThroughIt({ url, cookie, storage, cut: database.stop, mend: database.start });
  } finally {
    await site[Symbol.asyncDispose]();
    await storage.close();
  }
});

test(
  'where the disk takes no more the desk says so and keeps what is typed; all goes on when there is room',
  { skip: process.platform !== 'linux' },
  async () => {
    await using processes = await deskProcesses('sqlite');
    const [server] = processes.nodes;
    const { cookie } = await processes.as('editor');
    /** What a file may grow to, in bytes (`prlimit(1)`): writes fail as on a disk without room. */
    const limit = async (bytes: string): Promise<void> => {
      execFileSync('prlimit', ['--pid', String(server!.pid()), `--fsize=${bytes}:unlimited`]);
    };
    await worksThroughIt({
      url: server!.url,
      cookie,
      storage: processes.newsroom.storage,
      cut: () => limit('1024'),
      mend: () => limit('unlimited'),
    });
  },
);
