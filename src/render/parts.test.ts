import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFragment } from 'parse5';
import { emptyDocument } from '../domain/document.ts';
import {
  at,
  correctionGiven,
  OPENED,
  retractedGiven,
  RUTH,
  storyGiven,
  updateGiven,
  viewGiven,
} from './given.ts';
import { textIn } from './parsed.ts';
import { storyParts, type StoryParts } from './parts.ts';
import type { StoryView } from './view.ts';

const partsOf = (view: Partial<StoryView>): Record<keyof StoryParts, string> => {
  const { top, summary, keyEvents, pinned, dates } = storyParts(viewGiven(view));
  return {
    top: String(top),
    summary: String(summary),
    keyEvents: String(keyEvents),
    pinned: String(pinned),
    dates: String(dates),
  };
};
const words = (markup: string): string => textIn(parseFragment(markup)).replace(/\s+/g, ' ');

test('a story that has just opened has a top, and no empty boxes below it', () => {
  const { top, summary, keyEvents, pinned } = partsOf({});
  assert.match(
    words(top),
    /^Live ?Summit Opens.*First published Feb\. 27, 2019, 10:55 p\.m\. ET.*Two leaders meet\./,
  );
  assert.deepEqual([summary, keyEvents, pinned], ['', '', '']);
});

const notice = (given: object): string => words(partsOf({ story: storyGiven(given) }).top);

test('the standing notice is true to the state', () => {
  assert.match(notice({}), /We are updating this story/);
  const paused = notice({ state: 'paused', pausedUntil: at('07:00') });
  assert.match(paused, /^Paused until Feb\. 28, 7 a\.m\. ET/);
  assert.match(paused, /paused this story until Feb\. 28, 7 a\.m\. ET/);
  assert.doesNotMatch(paused, /We are updating/);
  assert.match(notice({ state: 'paused' }), /^Paused/);
  const ended = notice({ state: 'ended', endedAt: at('03:30') });
  assert.match(ended, /^Ended/);
  assert.match(ended, /This story has ended/);
});

test('the top says when it was first published, last updated and written through', () => {
  const story = storyGiven({ updatedAt: at('02:50'), topVersion: 3, topWrittenAt: at('01:31') });
  assert.equal(
    words(partsOf({ story }).dates),
    'First published Feb. 27, 2019, 10:55 p.m. ET Updated Feb. 28, 2:50 a.m. ET Opening written Feb. 28, 1:31 a.m. ET',
  );
});

test('the dates stand in the top as a part of their own, and change with every post', () => {
  const before = partsOf({});
  const latest = updateGiven(1, 'The lunch is off.');
  const after = partsOf({ latest, story: storyGiven({ updatedAt: latest.at }) });
  assert.ok(after.top.includes(`<div class="times" data-part="dates">${after.dates}</div>`));
  assert.notEqual(after.dates, before.dates);
  assert.match(words(after.dates), /Latest Feb\. 28, 1:30 a\.m\. ET The lunch is off\.$/);
});

test('the byline names everyone, and links who is known', () => {
  const story = storyGiven({}, { byline: ['Ruth Vale', 'Bo Lind', 'Cy Moor'] });
  const { top } = partsOf({ story, authors: [RUTH] });
  assert.match(words(top), /By Ruth Vale, Bo Lind and Cy Moor/);
  assert.match(top, /href="\/authors\/ruth-vale"/);
});

const credited = (credit: string): string => words(partsOf({ story: storyGiven({}, { credit }) }).top);

test('the lead picture’s credit is labelled, once', () => {
  assert.match(credited('Evan Vucci/AP'), /Photo: Evan Vucci\/AP/);
  assert.doesNotMatch(credited('Photo: Evan Vucci/AP'), /Photo: Photo/);
});

test('the story’s own corrections stand under its lead', () => {
  const { top } = partsOf({
    corrections: [correctionGiven()],
    story: storyGiven({}, { lead: emptyDocument() }),
  });
  assert.match(words(top), /Correction, Feb\. 28, 1:42 a\.m\. ET.*The talks began at three\./);
});

test('each line of the story so far leads to the update it rests on', () => {
  const update = updateGiven(1, 'The lunch is off.');
  const summary = [
    { text: 'No lunch.', updateId: update.id },
    { text: 'No deal yet.', updateId: null },
  ];
  const part = partsOf({ story: storyGiven({}, { summary }), summarised: [update] }).summary;
  assert.match(part, new RegExp(`<a href="/stories/summit-opens/updates/${update.id}">No lunch\\.</a>`));
  assert.equal(words(part), 'The story so farNo lunch.No deal yet.');
});

test('a line that rested on a retracted update is replaced by a mark that leads to the stub', () => {
  const stub = retractedGiven(1, 'Wrong.');
  const story = storyGiven({}, { summary: [{ text: 'The lunch is back on.', updateId: stub.id }] });
  const part = partsOf({ story, summarised: [stub] }).summary;
  assert.equal(words(part), 'The story so farThis line rested on an update retracted 1:44 a.m. ET');
  assert.ok(part.includes(`/updates/${stub.id}"`));
});

test('key events are listed by time and title, or first words, with their dates once they are of several days; many are folded away', () => {
  const titled = updateGiven(1, 'x', { title: 'Talks end', keyEvent: true });
  assert.equal(
    words(partsOf({ keyEvents: [titled, updateGiven(2, 'Leaders leave.', { at: OPENED })] }).keyEvents),
    'Key eventsFeb. 28, 1:30 a.m. ET Talks endFeb. 27, 10:55 p.m. ET Leaders leave.',
  );
  const many = Array.from({ length: 12 }, (_, n) => updateGiven(n, `Event ${n}`));
  assert.match(partsOf({ keyEvents: many }).keyEvents, /<summary>5 earlier<\/summary>/);
});

test('the pinned update is a copy without an id, folded open, that leads to its place', () => {
  const pinned = updateGiven(1, 'How to help.', { title: 'Help', author: 'Ruth Vale' });
  const part = partsOf({ pinned, authors: [RUTH] }).pinned;
  assert.match(part, /^<details class="pinned" open>/);
  assert.doesNotMatch(part, / id="/);
  assert.match(words(part), /^Pinned.*Ruth Vale.*Help.*How to help\..*See it in its place$/);
  // Whether an author is recorded depends on what else was asked for; the copy must not.
  assert.equal(part, partsOf({ pinned, authors: [] }).pinned);
});
