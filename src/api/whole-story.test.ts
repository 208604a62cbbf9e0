import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordAuthor } from '../commands/record-author.ts';
import { storyJson, type StoryJson } from '../distribution/formats/story-json.ts';
import { aStory, commit, opening, posting } from '../storage/contract/telling.ts';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import { wholeStory } from './whole-story.ts';

const BASE = 'https://news.example.org';
const read = (bytes: Buffer): StoryJson => JSON.parse(bytes.toString()) as StoryJson;

test('a long story is written slice by slice, and is what it would be in one go', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { storage } = newsroom;
  for (const name of ['Ines Okafor', 'Bo Lind']) await recordAuthor(newsroom, 'test', { name });
  const lines = Array.from({ length: 620 }, (_, n) =>
    posting(`Line ${n}.`, { author: n === 600 ? 'Ines Okafor' : n === 3 ? 'Bo Lind' : null }),
  );
  const { storyId } = await commit(storage, aStory(), [opening('long'), ...lines]);
  const whole = (await wholeStory(storage, storyId, BASE))!;
  const snapshot = (await storage.snapshot(storyId, { order: 'oldest', limit: Infinity }))!;
  const atOnce = storyJson(snapshot, await storage.tops(storyId), BASE);
  assert.equal(whole.bytes.toString(), JSON.stringify(atOnce));
  assert.equal(atOnce.updates.length, 620);
  assert.equal(atOnce.authors.length, 2);
});

test('what happens while it is written is in all of it or in none', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { storage } = newsroom;
  const lines = Array.from({ length: 600 }, (_, n) => posting(`Line ${n}.`));
  let story = await commit(storage, aStory(), [opening('long'), ...lines]);
  const asked = wholeStory(storage, story.storyId, BASE);
  story = await commit(storage, story, [posting('And one more.')]);
  const { seq, bytes } = (await asked)!;
  const told = read(bytes);
  assert.equal(told.seq, seq);
  assert.equal(told.updates.length, seq - 1);
});

test('of a story that is nowhere there is nothing', async () => {
  await using newsroom = await newsroomOnSqlite();
  assert.equal(await wholeStory(newsroom.storage, 'nowhere', BASE), null);
});
