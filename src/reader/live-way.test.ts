import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeSlug } from '../commands/change-slug.ts';
import { changeState } from '../commands/change-state.ts';
import { retractUpdate } from '../commands/retract-update.ts';
import { openSqlite } from '../storage/sqlite/open.ts';
import { editorAt } from '../../test/support/desk.ts';
import { liveSite } from '../../test/support/live-site.ts';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import { openStreamReader } from '../../test/support/stream.ts';

for (const coding of ['gzip', 'identity']) {
  test(`a stream by the door says what one by the route says (${coding})`, async () => {
    await using newsroom = await newsroomOnSqlite();
    await using site = await liveSite(newsroom.storage);
    const editor = editorAt(newsroom);
    await editor.opens({ headline: 'River' });
    for (let count = 0; count < 3; count += 1) await editor.posts('river', `Update ${count}.`);
    const live = `${site.url}/stories/river/live?after=1`;
    const accept = { 'accept-encoding': coding };
    const byRoute = await openStreamReader(live, accept);
    assert.equal(site.requests.length, 1, 'the first reader is looked up');
    const byDoor = await openStreamReader(live, accept);
    assert.equal(site.requests.length, 1);
    const { date: _, ...headers } = byRoute.headers;
    assert.deepEqual({ ...byDoor.headers, date: undefined }, { ...headers, date: undefined });
    assert.match(byDoor.headers.date ?? '', /^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    await editor.posts('river', 'For both.');
    const [one, other] = await Promise.all([byRoute.until(4), byDoor.until(4)]);
    assert.deepEqual(other, one);
    assert.deepEqual([byRoute.beats, byDoor.beats], [1, 1]);
    site.hub.close();
    await Promise.all([byRoute.ended, byDoor.ended]);
  });
}

test('what another thread has done a moment ago is known at the door: an event, and words that were taken back', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using elsewhere = await liveSite(openSqlite(newsroom.folder));
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'Talks' });
  const id = await editor.posts('talks', 'Lunch is back on.');
  const live = `${elsewhere.url}/stories/talks/live?after=0`;
  // The first is looked up, and what it finds is known to the second.
  for (let count = 0; count < 2; count += 1) {
    const before = await openStreamReader(live);
    assert.match(JSON.stringify(await before.until(2)), /back on/);
    before.close();
  }
  const asked = elsewhere.requests.length;
  await editor.onUpdate(id, retractUpdate(id, 'Not so.'));
  const after = await openStreamReader(live);
  assert.doesNotMatch(JSON.stringify(await after.until(3)), /back on/);
  await editor.posts('talks', 'Dinner is off too.');
  const ahead = await openStreamReader(`${elsewhere.url}/stories/talks/live?after=4`);
  await editor.posts('talks', 'And breakfast.');
  const [event] = await ahead.until(1);
  assert.deepEqual([event?.id, ahead.resets], [5, 0]);
  assert.equal(elsewhere.requests.length, asked, 'all of it at the door');
  after.close();
  ahead.close();
});

test('a new address, a pause and an end are known at the door as soon as they happen', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  await editor.posts('river', 'The water rises.');
  const live = `${site.url}/stories/river/live`;
  (await openStreamReader(live)).close();
  await editor.onStory('river', changeSlug('the-river'));
  const moved = await openStreamReader(`${live}?after=2`);
  assert.deepEqual([moved.status, moved.headers.location], [301, '/stories/the-river/live?after=2']);
  (await openStreamReader(`${site.url}/stories/the-river/live`)).close();
  await editor.onStory('the-river', changeState('ended', null));
  const late = await openStreamReader(`${site.url}/stories/the-river/live?after=4`);
  assert.equal(late.status, 204, 'nothing will follow');
});

test('a thread that is full, and one that bounds addresses, refuses at the door as behind it', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens({ headline: 'River' });
  {
    await using site = await liveSite(newsroom.storage, { maxStreams: 2 });
    const open = [1, 2].map(() => openStreamReader(`${site.url}/stories/river/live`));
    const [first] = await Promise.all(open);
    assert.equal((await openStreamReader(`${site.url}/stories/river/live`)).status, 503);
    first!.close();
    let again = await openStreamReader(`${site.url}/stories/river/live`);
    while (again.status === 503) again = await openStreamReader(`${site.url}/stories/river/live`);
    assert.equal(again.status, 200);
  }
  await using bounded = await liveSite(newsroom.storage, { perAddress: 2 });
  for (let count = 0; count < 2; count += 1)
    assert.equal((await openStreamReader(`${bounded.url}/stories/river/live`)).status, 200);
  assert.equal((await openStreamReader(`${bounded.url}/stories/river/live`)).status, 429);
});

test('who is let in while the server leaves is told at once to come back, by the door and by the route', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  const live = `${site.url}/stories/river/live`;
  const first = await openStreamReader(live);
  site.hub.close();
  await first.ended;
  const asked = site.requests.length;
  const byDoor = await openStreamReader(live);
  await byDoor.ended;
  assert.equal(site.requests.length, asked);
  const byRoute = await openStreamReader(`${live}?after=1&else`);
  await byRoute.ended;
  assert.equal(site.requests.length, asked + 1);
});
