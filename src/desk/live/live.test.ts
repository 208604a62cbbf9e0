import assert from 'node:assert/strict';
import { once } from 'node:events';
import net from 'node:net';
import { test } from 'node:test';
import { DESK_TOPIC } from '../../domain/desk/topic.ts';
import { editorAt } from '../../../test/support/desk.ts';
import { deskSite } from '../../../test/support/desk-site.ts';
import { openDeskStream } from '../../../test/support/desk-stream.ts';
import { openStreamReader } from '../../../test/support/stream.ts';
import { TWO_THREADS } from '../../../test/support/two-threads.ts';

for (const { how, open } of TWO_THREADS) {
  test(`what happens in one is told to the desks that are open in the other: ${how}`, async () => {
    await using threads = await open();
    await using here = await deskSite({ newsroom: threads.one });
    await using there = await deskSite({ newsroom: threads.other });
    const editor = await here.as('editor');
    const reporter = await there.as(await here.as('reporter').then(({ person }) => person));
    const stream = await openDeskStream(there.url, reporter.cookie);
    assert.equal(stream.status, 200);
    assert.match(stream.headers['content-type'] ?? '', /^text\/event-stream/);
    await stream.until('readers');
    assert.deepEqual(
      stream.events.slice(0, 3).map(({ event }) => event),
      ['hello', 'presence', 'readers'],
    );

    const { story } = await editorAt(threads.one).opens();
    await stream.until('story', ({ storyId, seq }) => storyId === story.id && seq === 1);
    const body = { text: 'Look at this.', mentions: [reporter.person.id] };
    const note = (await editor.ask(`POST /stories/${story.id}/notes`, { body })).body;
    const told = await stream.until('notes', ({ noteId }) => noteId === note.id);
    assert.deepEqual(told.mentions, [reporter.person.id]);
    const draft = { event: 'draft', draftId: 'd', storyId: story.id };
    threads.one.storage.bus.publish({ topic: DESK_TOPIC, message: draft });
    assert.deepEqual(await stream.until('draft'), draft);
    stream.close();
  });

  test(`who is where is told everywhere, and that they left: ${how}`, async () => {
    await using threads = await open();
    await using here = await deskSite({ newsroom: threads.one });
    await using there = await deskSite({ newsroom: threads.other });
    const editor = await here.as('editor');
    const reporter = await there.as('reporter');
    const { story } = await editorAt(threads.one).opens();
    const stream = await openDeskStream(there.url, reporter.cookie);
    await stream.until('readers');
    const at = { storyId: story.id, draftId: null };
    await editor.ask('POST /presence', { body: { ...at, tab: 'a' } });
    const { here: present } = await stream.until('presence', (told) => told.here.length === 1);
    assert.deepEqual(present, [{ personId: editor.person.id, name: editor.person.name, ...at }]);
    stream.events.length = 0;
    await editor.ask('POST /presence', { body: { ...at, tab: 'a', leaving: true } });
    await stream.until('presence', (told) => told.here.length === 0);
    stream.close();
  });
}

test('readers of all threads are counted together, and how many of them have the last event', async () => {
  await using threads = await TWO_THREADS[0]!.open();
  await using here = await deskSite({ newsroom: threads.one });
  await using there = await deskSite({ newsroom: threads.other });
  const editor = await here.as('editor');
  const { story } = await editorAt(threads.one).opens({ headline: 'River' });
  const readers = [
    await openStreamReader(`${here.url}/stories/river/live`),
    await openStreamReader(`${there.url}/stories/river/live`),
    await openStreamReader(`${there.url}/live`),
  ];
  const stream = await openDeskStream(here.url, editor.cookie);
  const told = await stream.until(
    'readers',
    ({ stories, front }) => stories[story.id]?.open === 2 && front > 0,
  );
  const both = { open: 2, upToDate: 2, asking: 0 };
  assert.deepEqual(told, { event: 'readers', stories: { [story.id]: both }, front: 1 });
  for (const reader of readers) reader.close();
  stream.close();
});

test('a stream is for who is signed in, and ends when they no longer are', async () => {
  await using site = await deskSite();
  const { storage, clock } = site.newsroom;
  const editor = await site.as('editor');
  assert.equal((await openDeskStream(site.url, '')).status, 401);
  const stream = await openDeskStream(site.url, editor.cookie);
  await stream.until('readers');
  const ended = { write: 'sessions-end' as const, personId: editor.person.id, at: clock.now() };
  await storage.people.change({ writes: [ended], activity: [] });
  storage.bus.publish({ topic: DESK_TOPIC, message: { event: 'people' } });
  await stream.until('signed-out');
  await stream.ended;
});

test('one person may have twenty desks open, and is told so at the next', async () => {
  await using site = await deskSite();
  const [editor, other] = [await site.as('editor'), await site.as('editor')];
  const streams = [];
  for (let opened = 0; opened < 20; opened += 1) {
    const stream = await openDeskStream(site.url, editor.cookie);
    await stream.until('readers');
    streams.push(stream);
  }
  const refused = await openDeskStream(site.url, editor.cookie);
  assert.equal(refused.status, 429);
  assert.ok(Number(refused.headers['retry-after']) > 0);
  const others = await openDeskStream(site.url, other.cookie);
  assert.equal(others.status, 200);
  for (const stream of [...streams, others]) stream.close();
});

test('a desk whose line takes nothing is let go of, and keeps nobody else waiting', async () => {
  await using site = await deskSite();
  const { bus } = site.newsroom.storage;
  const [editor, other] = [await site.as('editor'), await site.as('editor')];
  const slow = net.connect(site.port, '127.0.0.1');
  slow.pause();
  slow.write(`GET /desk/api/live HTTP/1.1\r\nHost: x\r\nCookie: ${editor.cookie}\r\n\r\n`);
  const quick = await openDeskStream(site.url, other.cookie);
  await quick.until('readers');
  const gone = once(slow, 'close');
  slow.on('error', () => undefined);
  // What nobody reads is held by the system first: as much again as that and the desk's own bound.
  const words = 'x'.repeat(60_000);
  let told = 0;
  while (!slow.destroyed && told < 400) {
    told += 1;
    bus.publish({ topic: DESK_TOPIC, message: { event: 'draft', draftId: `${told}`, storyId: words } });
    await quick.until('draft', ({ draftId }) => draftId === `${told}`);
    quick.events.length = 0;
    if (told === 300) slow.resume();
  }
  await gone;
  quick.close();
});

test('desks are told to come back when the server closes', async () => {
  const site = await deskSite();
  const editor = await site.as('editor');
  const stream = await openDeskStream(site.url, editor.cookie);
  await stream.until('readers');
  await site[Symbol.asyncDispose]();
  await stream.ended;
});

test('nobody says where they are by what is no id', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  for (const body of [
    { storyId: 'x', draftId: null },
    { storyId: null },
    { storyId: null, draftId: null, tab: 'a b' },
  ])
    assert.equal((await editor.ask('POST /presence', { body })).status, 400);
});
