import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFragment } from 'parse5';
import { at, correctionGiven, retractedGiven, RUTH, storyGiven, updateGiven, viewGiven } from './given.ts';
import { attributeOf, elementsOf, textIn } from './parsed.ts';
import { renderUpdate } from './update.ts';

const rendered = (...args: Parameters<typeof renderUpdate>): string => renderUpdate(...args).toString();
/** Without the day's heading, which the style sheet shows where the day turns. */
const words = (markup: string): string =>
  textIn(parseFragment(markup.replace(/<p class="day">.*?<\/p>/, '')));

test('an update leads with its time, which is the address of its own page', () => {
  const update = updateGiven(1, 'The lunch is off.', { at: at('23:10'), title: 'Lunch is off' });
  const article = rendered(viewGiven(), update);
  assert.match(
    article,
    new RegExp(`^<article id="u-${update.id}" class="update" data-seq="2" data-day="\\d+">`),
  );
  assert.match(
    article,
    new RegExp(
      `<a class="permalink" rel="bookmark" href="/stories/summit-opens/updates/${update.id}"><time datetime="2019-02-28T04:10:00.000Z">`,
    ),
  );
  assert.equal(words(article), '11:10 p.m. ETLunch is offThe lunch is off.Share');
});

test('past midnight the date stands before the time', () => {
  assert.match(words(rendered(viewGiven(), updateGiven(1, 'Off.'))), /^Feb\. 28, 1:30 a\.m\. ET/);
});

test('an update whose time nobody gave says so', () => {
  const article = rendered(viewGiven(), updateGiven(1, 'Off.', { timeKnown: false }));
  assert.match(words(article), /^Time not given/);
  assert.doesNotMatch(article, /<time/);
});

test('where the story happens on another clock, its time is told as well', () => {
  const story = storyGiven({ placeZone: 'Asia/Ho_Chi_Minh' });
  const article = rendered(viewGiven({ story }), updateGiven(1, 'Off.'));
  assert.match(article, /title="Feb\. 28, 1:30 p\.m\. Vietnam time, where it happened"/);
});

test('the author is named, and linked where there is a page about them', () => {
  const update = updateGiven(1, 'Off.', { author: 'Ruth Vale' });
  assert.match(rendered(viewGiven(), update), /<span class="by"><bdi>Ruth Vale<\/bdi><\/span>/);
  assert.match(
    rendered(viewGiven({ authors: [RUTH] }), update),
    /<a rel="author" href="\/authors\/ruth-vale"><bdi>Ruth Vale<\/bdi><\/a>/,
  );
});

test('key events and analysis are marked in words', () => {
  const article = rendered(viewGiven(), updateGiven(1, 'Off.', { keyEvent: true, analysis: true }));
  assert.match(words(article), /ET Key event Analysis/);
});

test('an edit says when it was made', () => {
  const article = rendered(viewGiven(), updateGiven(1, 'Off.', { editedAt: at('01:42') }));
  assert.match(words(article), /Edited 1:42 a\.m\. ET/);
});

test('a correction keeps before and after, and says why', () => {
  const update = updateGiven(1, 'The talks began at three.');
  const correction = correctionGiven({ updateId: update.id, note: 'We misread the schedule.' });
  const article = rendered(
    viewGiven({ corrections: [correction, correctionGiven({ was: 'of the top' })] }),
    update,
  );
  assert.match(article, /<del dir="auto">The talks began at two\.<\/del>/);
  assert.match(article, /<ins dir="auto">The talks began at three\.<\/ins>/);
  assert.match(words(article), /Correction, 1:42 a\.m\. ET.*We misread the schedule\./);
  assert.doesNotMatch(article, /of the top/);
});

test('a retracted update is a stub: its time, when it was taken back and why', () => {
  const stub = rendered(viewGiven(), {
    ...retractedGiven(1, 'Our source was mistaken.'),
    author: 'Ruth Vale',
  });
  assert.match(stub, /class="update retracted"/);
  assert.equal(words(stub), 'Feb. 28, 1:30 a.m. ETRetracted 1:44 a.m. ETOur source was mistaken.');
});

test('the same update gives the same bytes, whoever else is in the view', () => {
  const update = updateGiven(1, 'Off.', { author: 'Ruth Vale' });
  const alone = viewGiven({ authors: [RUTH] });
  const crowded = viewGiven({
    authors: [{ ...RUTH, name: 'Somebody Else', slug: 'else' }, RUTH],
    corrections: [correctionGiven({ updateId: updateGiven(2, '').id })],
    keyEvents: [updateGiven(2, 'x')],
  });
  assert.equal(rendered(alone, update), rendered(crowded, update));
});

test('a story in another language says so of its words, not of ours', () => {
  const article = rendered(
    viewGiven({ story: storyGiven({ lang: 'vi' }) }),
    updateGiven(1, 'Hủy.', { title: 'Hủy' }),
  );
  const elements = elementsOf(parseFragment(article));
  const foreign = elements.filter((element) => attributeOf(element, 'lang') === 'vi');
  assert.deepEqual(foreign.map(textIn), ['Hủy', 'Hủy.']);
});
