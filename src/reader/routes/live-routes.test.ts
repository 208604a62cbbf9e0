import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { changeSlug } from '../../commands/change-slug.ts';
import { changeState } from '../../commands/change-state.ts';
import { editUpdate } from '../../commands/edit-update.ts';
import { pinUpdate } from '../../commands/pin-update.ts';
import { retractUpdate } from '../../commands/retract-update.ts';
import { writeTop } from '../../commands/write-top.ts';
import { paragraphs } from '../../domain/document.ts';
import type { FrameData } from '../../live/frames.ts';
import { openSqlite } from '../../storage/sqlite/open.ts';
import { editorAt } from '../../../test/support/desk.ts';
import { liveSite } from '../../../test/support/live-site.ts';
import { newsroomOnSqlite } from '../../../test/support/newsroom.ts';
import { openStreamReader } from '../../../test/support/stream.ts';

const ids = (events: { id: number | null }[]): (number | null)[] => events.map((event) => event.id);
const idsIn = (stream: string): string[] => [...stream.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id!);

/** As it came, before it is decoded. */
const rawBody = (url: string, coding: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    http.get(url, { headers: { 'accept-encoding': coding }, agent: false }, (response) => {
      buffer(response).then(resolve, reject);
    });
  });
const upTo = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

test('a reader who opens the stream hears at once that it is alive, and then of what happens from now on', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  await editor.posts('river', 'Before the reader came.');
  const reader = await openStreamReader(`${site.url}/stories/river/live`);
  assert.equal(reader.status, 200);
  assert.match(reader.headers['content-type'] ?? '', /^text\/event-stream/);
  assert.equal(reader.headers['cache-control'], 'no-store');
  assert.equal(reader.headers['x-content-type-options'], 'nosniff');
  const id = await editor.posts('river', 'The water <rises>.');
  const [event] = await reader.until(1);
  assert.deepEqual([event?.id, event?.name, event?.data.kind], [3, 'insert', 'post']);
  assert.equal(event?.data.update?.id, id);
  assert.match(event?.data.update?.html ?? '', /The water &lt;rises&gt;\./);
  assert.equal(reader.beats, 1);
  reader.close();
});

test('a reader who reconnects gets exactly what they missed, in order, and then what follows', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  for (let count = 0; count < 6; count += 1) await editor.posts('river', `Update ${count}.`);
  const reader = await openStreamReader(`${site.url}/stories/river/live?after=3`);
  await reader.until(4);
  await editor.posts('river', 'One more.');
  assert.deepEqual(ids(await reader.until(5)), upTo(4, 8));
  reader.close();
});

test('Last-Event-ID beats ?after=, for a browser reconnects to its first address', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  for (let count = 0; count < 4; count += 1) await editor.posts('river', `Update ${count}.`);
  const reader = await openStreamReader(`${site.url}/stories/river/live?after=1`, { 'last-event-id': '4' });
  assert.deepEqual(ids(await reader.until(1)), [5]);
  reader.close();
});

test('a number that is none gets 400, one ahead of the log a reset, an unknown story 404', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  await editorAt(newsroom).opens({ headline: 'River' });
  const live = `${site.url}/stories/river/live`;
  for (const bad of ['x', '-1', '1.5', '1e3', ' ', '99999999999999999999', '0x1', '١']) {
    const answer = await openStreamReader(`${live}?after=${encodeURIComponent(bad)}`);
    assert.equal(answer.status, 400, bad);
    await answer.ended;
  }
  const bad = await openStreamReader(live, { 'last-event-id': '1; DROP' });
  assert.equal(bad.status, 400);
  const ahead = await openStreamReader(`${live}?after=2`);
  await ahead.ended;
  assert.deepEqual([ahead.status, ahead.resets, ahead.events.length], [200, 1, 0]);
  assert.equal((await openStreamReader(`${site.url}/stories/none/live`)).status, 404);
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'HEAD']) {
    assert.equal((await fetch(live, { method })).status, 405, method);
  }
});

test('a former address leads to the stream at the present one, resume number and all', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  await editor.onStory('river', changeSlug('the-river'));
  const answer = await openStreamReader(`${site.url}/stories/river/live?after=1`);
  assert.deepEqual([answer.status, answer.headers.location], [301, '/stories/the-river/live?after=1']);
});

test('words that were retracted leave by no replay: every held frame shows the update as it stands', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Talks' });
  const id = await editor.posts('talks', 'Lunch is back on.', { keyEvent: true, title: 'Lunch on' });
  await editor.onUpdate(id, pinUpdate(id));
  await editor.corrects(id, 'noon', 'one', 'Lunch is back on at one.');
  const early = await openStreamReader(`${site.url}/stories/talks/live?after=0`);
  assert.match(JSON.stringify(await early.until(4)), /back on/);
  await editor.onUpdate(id, retractUpdate(id, 'The kitchen spoke too soon.'));
  const late = await openStreamReader(`${site.url}/stories/talks/live?after=0`);
  const events = await late.until(5);
  assert.doesNotMatch(JSON.stringify(events), /back on|Lunch on/);
  assert.match(events[1]?.data.update?.html ?? '', /The kitchen spoke too soon\./);
  assert.deepEqual([events[4]?.name, events[4]?.data.kind], ['replace', 'retraction']);
  early.close();
  late.close();
});

test('a retraction acknowledged through one thread is out of the replays of another at once', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using elsewhere = await liveSite(openSqlite(newsroom.folder));
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Talks' });
  const id = await editor.posts('talks', 'Lunch is back on.');
  const first = await openStreamReader(`${elsewhere.url}/stories/talks/live?after=0`);
  await first.until(2);
  await editor.onUpdate(id, retractUpdate(id, 'Not so.'));
  const again = await openStreamReader(`${elsewhere.url}/stories/talks/live?after=0`);
  assert.doesNotMatch(JSON.stringify(await again.until(3)), /back on/);
  first.close();
  again.close();
});

test('fifty readers who come in at any moment of forty posts each see the log once, in order', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using here = await liveSite(newsroom.storage);
  await using elsewhere = await liveSite(openSqlite(newsroom.folder));
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Rush' });
  const readers: { from: number; reader: Awaited<ReturnType<typeof openStreamReader>> }[] = [];
  const posting = (async () => {
    for (let count = 0; count < 40; count += 1) await editor.posts('rush', `Update ${count}.`);
  })();
  for (let count = 0; count < 50; count += 1) {
    const from = count % 2;
    const { url } = count % 3 === 0 ? elsewhere : here;
    const coding = { 'accept-encoding': count % 5 < 3 ? 'gzip' : 'identity' };
    readers.push({ from, reader: await openStreamReader(`${url}/stories/rush/live?after=${from}`, coding) });
  }
  await posting;
  for (const { from, reader } of readers) {
    assert.deepEqual(ids(await reader.until(41 - from)), upTo(from + 1, 41));
    reader.close();
  }
});

test('a reader who missed three thousand events is served them from storage, then joins the others', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Long' });
  const id = await editor.posts('long', 'Edited again and again.');
  const edits = Array.from({ length: 3000 }, (_, count) =>
    editUpdate(id, { title: `Version ${count}`, small: true }),
  );
  await editor.onUpdate(id, ...edits);
  const reader = await openStreamReader(`${site.url}/stories/long/live?after=0`);
  await reader.until(3002);
  await editor.posts('long', 'And now something new.');
  assert.deepEqual(ids(await reader.until(3003)), upTo(1, 3003));
  reader.close();
});

test('a line that takes nothing holds up nobody, and gets everything once it takes again', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  const slow = await openStreamReader(`${site.url}/stories/river/live?after=0`);
  slow.pause();
  const quick = await openStreamReader(`${site.url}/stories/river/live?after=0`);
  const long = 'The water rises. '.repeat(6000);
  for (let count = 0; count < 60; count += 1) await editor.posts('river', `${count} ${long}`);
  assert.deepEqual(ids(await quick.until(61)), upTo(1, 61));
  assert.ok(slow.events.length < 61, 'the slow line has not taken all');
  slow.resume();
  assert.deepEqual(ids(await slow.until(61)), upTo(1, 61));
  slow.close();
  quick.close();
});

test('whoever takes nothing for too long is let go, and resumes where they were', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage, { pace: { beatEvery: 50, stalled: 200 } });
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  const address = `${site.url}/stories/river/live`;
  const slow = await openStreamReader(`${address}?after=0`);
  await slow.until(1);
  slow.pause();
  const letGo = new Promise((resolve) => site.hub.onEnd(resolve));
  const long = 'The water rises. '.repeat(6000);
  for (let count = 0; count < 60; count += 1) await editor.posts('river', `${count} ${long}`);
  assert.equal(await letGo, 'slow');
  slow.resume();
  await slow.ended;
  const had = slow.events.length;
  assert.ok(had < 61);
  assert.deepEqual(ids(slow.events), upTo(1, had));
  const again = await openStreamReader(address, { 'last-event-id': String(had) });
  assert.deepEqual(ids(await again.until(61 - had)), upTo(had + 1, 61));
  again.close();
});

test('a headline that turns is a story frame with every part of the page it may touch', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'A deal is near' });
  const reader = await openStreamReader(`${site.url}/stories/a-deal-is-near/live`);
  await editor.onStory(
    'a-deal-is-near',
    writeTop({ headline: 'No Deal', lead: paragraphs(['It is over.']) }),
  );
  const [event] = await reader.until(1);
  assert.deepEqual([event?.name, event?.data.kind, event?.data.story?.headline], ['story', 'top', 'No Deal']);
  assert.deepEqual(Object.keys(event?.data.story?.html ?? {}).toSorted(), [
    'dates',
    'keyEvents',
    'pinned',
    'summary',
    'top',
  ]);
  assert.match(event?.data.story?.html.top ?? '', /It is over\./);
  reader.close();
});

test('an update says before which one it stands', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  const first = await editor.posts('river', 'First.');
  await editor.posts('river', 'Second.');
  const reader = await openStreamReader(`${site.url}/stories/river/live?after=1`);
  const events = await reader.until(2);
  assert.deepEqual(
    events.map((event) => event.data.update?.before),
    [null, first],
  );
  reader.close();
});

test('an ended story closes its streams; who comes later gets what they missed, corrections too, or 204', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Talks' });
  const id = await editor.posts('talks', 'They met for two hours.');
  const live = `${site.url}/stories/talks/live`;
  const open = await openStreamReader(live);
  await editor.onStory('talks', changeState('ended'));
  await open.ended;
  assert.equal(open.events.at(-1)?.data.story?.state, 'ended');
  assert.equal((await openStreamReader(`${live}?after=3`)).status, 204);
  assert.equal((await openStreamReader(live)).status, 204);
  await editor.corrects(id, 'two', 'three', 'They met for three hours.');
  const back = await openStreamReader(`${live}?after=3`);
  await back.ended;
  assert.deepEqual([ids(back.events), back.events[0]?.data.kind], [[4], 'correction']);
  await editor.onStory('talks', changeState('live'));
  const again = await openStreamReader(`${live}?after=4`);
  await editor.posts('talks', 'They meet again.');
  assert.deepEqual(ids(await again.until(2)), [5, 6]);
  again.close();
});

test('who takes gzip is sent the same events in a fraction of the bytes, and at the end a whole gzip file', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  const url = `${site.url}/stories/river/live?after=0`;
  const coded = fetch(url, { headers: { 'accept-encoding': 'gzip' } });
  const plain = fetch(url, { headers: { 'accept-encoding': 'identity' } });
  for (const { headers } of [await coded, await plain]) assert.equal(headers.get('vary'), 'accept-encoding');
  assert.equal((await coded).headers.get('content-encoding'), 'gzip');
  assert.equal((await plain).headers.get('content-encoding'), null);
  const raw = rawBody(url, 'gzip');
  for (let count = 0; count < 12; count += 1)
    await editor.posts(
      'river',
      `The water stands at ${count} metres, and the lower road is closed to all but crews.`,
    );
  await editor.onStory('river', changeState('ended'));
  const [bytes, text] = [await raw, await (await plain).text()];
  const read = gunzipSync(bytes).toString();
  // How many events a write has depends on when each line was free.
  assert.deepEqual(idsIn(text), upTo(1, 14).map(String));
  assert.deepEqual(idsIn(read), idsIn(text));
  assert.deepEqual(idsIn(await (await coded).text()), idsIn(text));
  assert.ok(bytes.length < text.length * 0.4, `${bytes.length} of ${text.length} bytes`);
});

test('events.json gives the same events as the stream, two hundred at a time, and a reset to who is ahead', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  const id = await editor.posts('river', 'The first.');
  await editor.onUpdate(id, ...Array.from({ length: 248 }, (_, n) => editUpdate(id, { title: `V${n}` })));
  const reader = await openStreamReader(`${site.url}/stories/river/live?after=0`);
  const streamed = await reader.until(250);
  const polled: { seq: number; event: string; data: FrameData }[] = [];
  const steps: boolean[] = [];
  for (let after = 0, more = true; more;) {
    const answer = await fetch(`${site.url}/stories/river/events.json?after=${after}`);
    const page = (await answer.json()) as { from: number; to: number; more: boolean; events: typeof polled };
    assert.equal(page.from, after);
    polled.push(...page.events);
    ({ to: after, more } = page);
    steps.push(more);
  }
  assert.deepEqual(steps, [true, false]);
  // Parts of the page come once in each answer, and where one ends is not the same for both.
  const events = polled.map(({ seq, event, data }) => ({ id: seq, name: event, data }));
  const told = (some: typeof streamed) =>
    some.map(({ data, ...rest }) => ({ ...rest, data: { ...data, story: null } }));
  const shown = (some: typeof streamed): object =>
    Object.assign({}, ...some.map(({ data }) => data.story?.html));
  assert.deepEqual(told(events), told(streamed));
  assert.deepEqual(shown(events), shown(streamed));
  const ahead = await fetch(`${site.url}/stories/river/events.json?after=999`);
  assert.match(await ahead.text(), /"event":"reset"/);
  for (const query of ['', '?after=', '?after=x', '?after=-1']) {
    assert.equal((await fetch(`${site.url}/stories/river/events.json${query}`)).status, 400, query);
  }
  assert.equal((await fetch(`${site.url}/stories/none/events.json?after=0`)).status, 404);
  reader.close();
});

test('the front page hears of every story, by the one order of all logs', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  const reader = await openStreamReader(`${site.url}/live`);
  await editor.opens({ headline: 'Talks' });
  const id = await editor.posts('river', 'The water rises.');
  await editor.onUpdate(id, pinUpdate(id));
  await editor.onStory('talks', writeTop({ headline: 'Talks fail' }));
  const events = await reader.until(3);
  assert.deepEqual(ids(events), [2, 3, 5]);
  const stories = events.map(({ data }) => data.story as unknown as { slug: string; html: string });
  assert.deepEqual(
    stories.map((story) => story.slug),
    ['talks', 'river', 'talks'],
  );
  assert.match(stories[1]?.html ?? '', /The water rises\./);
  const back = await openStreamReader(`${site.url}/live?after=3`);
  assert.deepEqual(ids(await back.until(1)), [5]);
  reader.close();
  back.close();
});

test('a front page made after something that it does not show is not told that its log is gone', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  const first = await openStreamReader(`${site.url}/live`);
  const id = await editor.posts('river', 'The water rises.');
  await editor.onUpdate(id, pinUpdate(id));
  await first.until(1);
  const position = await newsroom.storage.position();
  assert.equal(position, 3, 'the pin is the last in the order of all logs');
  const later = await openStreamReader(`${site.url}/live?after=${position}`);
  const ahead = await openStreamReader(`${site.url}/live?after=${position + 1}`);
  await ahead.ended;
  assert.equal(ahead.resets, 1);
  await editor.posts('river', 'It falls.');
  for (const [reader, heard] of [
    [first, [2, 4]],
    [later, [4]],
  ] as const) {
    assert.deepEqual(ids(await reader.until(heard.length)), heard);
    assert.equal(reader.resets, 0);
    reader.close();
  }
});

test('streams past the bound are told to come back: in all, and of one address where that is bounded', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens({ headline: 'River' });
  for (const [bounds, status, problem] of [
    [{ maxStreams: 2 }, 503, 'streams-full'],
    [{ perAddress: 2 }, 429, 'streams-of-address'],
  ] as const) {
    await using site = await liveSite(newsroom.storage, bounds);
    const live = `${site.url}/stories/river/live`;
    const first = await openStreamReader(live);
    const second = await openStreamReader(live);
    const third = await openStreamReader(live);
    assert.equal(third.status, status);
    assert.ok(Number(third.headers['retry-after']) > 0);
    assert.match(`${third.headers['content-type']}`, /^application\/problem\+json/);
    await third.ended;
    assert.match(third.body, new RegExp(`#${problem}`));
    assert.equal(site.hub.count(), 2);
    first.close();
    while (site.hub.count() === 2) await new Promise(setImmediate);
    assert.equal((await openStreamReader(live)).status, 200);
    second.close();
  }
});

test('a server that stops ends its streams properly, so that every reader comes back', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens({ headline: 'River' });
  const site = await liveSite(newsroom.storage);
  const reader = await openStreamReader(`${site.url}/stories/river/live`);
  await site[Symbol.asyncDispose]();
  await reader.ended;
  assert.match(reader.body, /^retry: \d+$/m);
});

test('a reader that speaks HTTP/1.0 gets the bare stream, without chunks', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  await editorAt(newsroom).opens({ headline: 'River' });
  const { port, hostname } = new URL(site.url);
  const socket = net.connect(Number(port), hostname);
  socket.write('GET /stories/river/live?after=0 HTTP/1.0\r\nHost: x\r\n\r\n');
  let text = '';
  socket.setEncoding('utf8');
  while (!text.includes('id: 1')) text += String((await once(socket, 'data'))[0]);
  assert.doesNotMatch(text, /transfer-encoding/i);
  assert.match(text, /\r\n\r\nretry: \d+\n\nevent: beat\ndata: \{"site":0\}\n\n/);
  socket.destroy();
});

test('a stream asked for behind another answer on the same connection is refused by closing it, and holds no place', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  await editorAt(newsroom).opens({ headline: 'River' });
  const { port, hostname } = new URL(site.url);
  const socket = net.connect(Number(port), hostname);
  socket.write('GET /stories/river/live?after=0 HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(3));
  let text = '';
  socket.setEncoding('utf8').on('data', (data: string) => (text += data));
  socket.on('error', () => undefined);
  await once(socket, 'close');
  assert.ok((text.match(/^id: 1$/gm) ?? []).length <= 1, 'no event comes twice');
  while (site.hub.count() > 0) await new Promise(setImmediate);
});

test('a place given as a list is refused, by the stream as by a question', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  await editorAt(newsroom).opens({ headline: 'River' });
  for (const query of ['after[]=1', 'after=1&after=2', 'after[0]=1', 'after=1&after[]=2', 'after%5B%5D=1']) {
    for (const path of ['events.json', 'live']) {
      const answer = await fetch(`${site.url}/stories/river/${path}?${query}`);
      assert.equal(answer.status, 400, `${path}?${query}`);
      assert.match(answer.headers.get('content-type') ?? '', /problem\+json/);
      await answer.body?.cancel();
    }
  }
});
