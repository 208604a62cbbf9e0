import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordAuthor } from '../../commands/record-author.ts';
import { retractUpdate } from '../../commands/retract-update.ts';
import { editorAt } from '../../../test/support/desk.ts';
import { liveSite } from '../../../test/support/live-site.ts';
import { newsroomOnSqlite } from '../../../test/support/newsroom.ts';
import type { FrameData } from '../../live/frames.ts';

const asked = async (url: string, tag?: string) => {
  const answer = await fetch(url, { headers: tag === undefined ? {} : { 'if-none-match': tag } });
  return { status: answer.status, tag: answer.headers.get('etag')!, text: await answer.text() };
};

test('who asks again for what follows is told that nothing did, until something does', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'River' });
  const address = `${site.url}/stories/river/events.json?after=1`;
  const nothing = await asked(address);
  assert.equal(nothing.text, '{"from":1,"to":1,"more":false,"events":[]}');
  assert.deepEqual(await asked(address, nothing.tag), { status: 304, tag: nothing.tag, text: '' });
  await desk.posts('river', 'Water over the quay.');
  const posted = await asked(address, nothing.tag);
  assert.equal(posted.status, 200);
  assert.match(posted.text, /Water over the quay/);
  assert.equal((await asked(address, posted.tag)).status, 304);
});

test('a batch that is full is another once an update in it was taken back, or an author’s name became a link', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'River' });
  const wrong = await desk.posts('river', 'The mayor fled.', { author: 'Ruth Vale' });
  for (let count = 0; count < 200; count += 1) await desk.posts('river', `Reading ${count}.`);
  const address = `${site.url}/stories/river/events.json?after=1`;
  const full = await asked(address);
  assert.match(full.text, /^\{"from":1,"to":201,"more":true,.*The mayor fled/);
  await recordAuthor(newsroom, 'test', { name: 'Ruth Vale' });
  const linked = await asked(address, full.tag);
  assert.match(linked.text, /authors\/ruth-vale/);
  await desk.onUpdate(wrong, retractUpdate(wrong, 'He did not.'));
  const taken = await asked(address, linked.tag);
  assert.equal(taken.status, 200);
  assert.doesNotMatch(taken.text, /The mayor fled/);
});

test('what follows comes compressed to who takes that; that nothing does, as it is', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'River' });
  await desk.posts('river', 'Water over the quay.');
  const address = `${site.url}/stories/river/events.json`;
  const coded = async (after: number) => {
    const answer = await fetch(`${address}?after=${after}`, { headers: { 'accept-encoding': 'gzip' } });
    return { coding: answer.headers.get('content-encoding'), text: await answer.text() };
  };
  const plain = await fetch(`${address}?after=0`, { headers: { 'accept-encoding': 'identity' } });
  assert.deepEqual(await coded(0), { coding: 'gzip', text: await plain.text() });
  assert.equal((await coded(2)).coding, null);
});

test('each part of the page comes once in an answer, with the last event that moves it', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'River' });
  const first = await desk.posts('river', 'Water over the quay.', { keyEvent: true });
  await desk.posts('river', 'The bridge is shut.', { keyEvent: true });
  await desk.onUpdate(first, retractUpdate(first, 'It was not.'));
  await desk.posts('river', 'The pumps run.');
  const { text } = await asked(`${site.url}/stories/river/events.json?after=0`);
  const { events } = JSON.parse(text) as { events: { event: string; data: FrameData }[] };
  assert.deepEqual(
    events.map(({ event, data: { story } }) => [event, story && Object.keys(story.html).toSorted()]),
    [
      ['story', ['top']],
      ['insert', undefined],
      ['insert', undefined],
      ['replace', ['keyEvents', 'pinned', 'summary']],
      ['insert', ['authors', 'dates', 'outlets']],
    ],
  );
  assert.equal(events[0]?.data.story?.headline, 'River');
  assert.match(events[3]?.data.story?.html.keyEvents ?? '', /The bridge is shut/);
  assert.doesNotMatch(text, /Water over the quay/);
});
