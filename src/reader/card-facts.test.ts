import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeState } from '../commands/change-state.ts';
import { retractUpdate } from '../commands/retract-update.ts';
import type { OpenInput } from '../commands/open-story.ts';
import type { PostInput } from '../commands/post-update.ts';
import type { StoryState } from '../domain/story.ts';
import type { Site } from '../domain/site.ts';
import { cardVersion, type CardFacts } from '../distribution/share-card/facts.ts';
import { languageFor } from '../render/language.ts';
import { editorAt } from '../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import { storyCard, updateCard, updateCardLink, type Told } from './card-facts.ts';

const START = '2019-02-28T06:31:00.000Z';

async function deskOf() {
  const newsroom = await newsroomOnSqlite(START);
  const { storage } = newsroom;
  const desk = editorAt(newsroom);
  let slug = '';
  const told = async (other: Partial<Site> = {}): Promise<Told> => {
    const found = await storage.findStory({ slug });
    const site = { ...(await storage.site()).site, ...other };
    return { site, story: found!.story, language: languageFor({ site, story: found!.story }) };
  };
  return {
    desk,
    told,
    is: (state: StoryState, until?: string) => desk.onStory(slug, changeState(state, until)),
    async opens(input: Partial<OpenInput>): Promise<void> {
      ({ slug } = (await desk.opens(input)).story);
    },
    async updateCard(id: string): Promise<CardFacts> {
      return updateCard(await told(), (await storage.findUpdate(id))!);
    },
    async alt(id: string): Promise<string> {
      return updateCardLink(await told(), (await storage.findUpdate(id))!).alt;
    },
    async posts(words: string, more: PostInput = {}): Promise<string> {
      return desk.posts(slug, words, more);
    },
    [Symbol.asyncDispose]: () => newsroom[Symbol.asyncDispose](),
  };
}

test('a story’s card says what it is, whether it is live, and when it was written, with the date', async () => {
  await using at = await deskOf();
  await at.opens({ headline: 'No Deal', section: 'Diplomacy', zone: 'America/New_York' });
  const facts = storyCard(await at.told());
  assert.equal(facts.headline, 'No Deal');
  assert.equal(facts.kicker, 'Diplomacy');
  assert.deepEqual(facts.state, { kind: 'live', label: 'Live' });
  assert.equal(facts.time, 'First published Feb. 28, 2019, 1:31 a.m. ET');
  assert.equal(facts.line, null);
});

test('a card speaks the language of its story, from the side it is read from', async () => {
  await using at = await deskOf();
  await at.opens({ headline: 'انتهاء القمة', lang: 'ar' });
  const { lang, dir, state } = storyCard(await at.told());
  assert.deepEqual([lang, dir], ['ar', 'rtl']);
  assert.notEqual(state.label, 'Live');
});

test('paused, a card says until when; ended, that it has ended', async () => {
  await using at = await deskOf();
  await at.opens({ headline: 'No Deal', zone: 'America/New_York' });
  await at.is('paused', '2019-02-28T13:00:00.000Z');
  assert.deepEqual(storyCard(await at.told()).state, {
    kind: 'paused',
    label: 'Paused until 8 a.m. ET',
  });
  await at.is('ended');
  assert.deepEqual(storyCard(await at.told()).state, { kind: 'ended', label: 'Ended' });
});

test('a card wears the colours of its site', async () => {
  await using at = await deskOf();
  await at.opens({});
  const plain = storyCard(await at.told());
  assert.deepEqual([plain.accent, plain.live], [null, null]);
  const light = { accent: '#0b4a80', live: '#8a0f4d', ink: null, paper: null };
  const dark = { ...light, accent: '#92c5f0' };
  const { accent, live } = storyCard(await at.told({ colours: { light, dark } }));
  assert.deepEqual([accent, live], ['#0b4a80', '#8a0f4d']);
});

test('an update’s card has its title or first words, its time, and the story it is from', async () => {
  await using at = await deskOf();
  await at.opens({ headline: 'No Deal' });
  const titled = await at.updateCard(await at.posts('The lunch is off.', { title: 'Lunch' }));
  assert.equal(titled.headline, 'Lunch');
  assert.equal(titled.line, 'From: No Deal');
  const long = await at.updateCard(await at.posts('The motorcades line up again. '.repeat(30)));
  assert.ok(long.headline.length <= 161 && long.headline.endsWith('…'));
});

test('a retracted update’s card is told by no word of it: what it said makes no difference', async () => {
  await using at = await deskOf();
  await at.opens({ headline: 'No Deal' });
  const ids = [await at.posts('Lunch is on again.', { title: 'Lunch' }), await at.posts('They have signed.')];
  for (const id of ids) await at.desk.onUpdate(id, retractUpdate(id, 'It was not so.'));
  const [one, other] = [await at.updateCard(ids[0]!), await at.updateCard(ids[1]!)];
  assert.equal(one.state.kind, 'retracted');
  assert.match(one.headline, /^Retracted Feb\. 28, 2019/);
  assert.deepEqual([one.kicker, one.line, one.time], [null, null, null]);
  assert.doesNotMatch(JSON.stringify([one, other]), /Lunch|signed|It was not so|No Deal/);
  assert.doesNotMatch(await at.alt(ids[0]!), /Lunch|It was not so/);
  assert.equal(cardVersion({ ...one, headline: '' }), cardVersion({ ...other, headline: '' }));
});
