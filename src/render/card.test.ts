import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFragment } from 'parse5';
import { renderCard } from './card.ts';
import { storyGiven, updateGiven } from './given.ts';
import { languageOf } from './language.ts';
import { textIn } from './parsed.ts';

const language = languageOf(['en']);

test('a card tells state, section, headline and the latest line with its whole date', () => {
  const story = storyGiven({ section: 'World', updatedAt: '2019-02-28T06:30:00.000Z' }, { dek: 'In Hanoi.' });
  const card = renderCard({ language, story, latest: updateGiven(1, 'The lunch is off.') }).toString();
  assert.match(
    card,
    new RegExp(
      `^<article class="card" id="s-${story.id}" lang="en" dir="ltr" data-state="live" data-updated="2019-02-28T06:30:00.000Z">`,
    ),
  );
  assert.match(card, /<a href="\/stories\/summit-opens">Summit Opens<\/a>/);
  assert.equal(
    textIn(parseFragment(card)),
    'Live WorldSummit OpensIn Hanoi.Two leaders meet.Feb. 28, 2019, 1:30 a.m. ET The lunch is off.',
  );
});

test('a story without updates says when it was opened', () => {
  const card = renderCard({ language, story: storyGiven(), latest: null }).toString();
  assert.match(textIn(parseFragment(card)), /Opened Feb\. 27, 2019, 10:55 p\.m\. ET$/);
});
