import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordAuthor } from '../../commands/record-author.ts';
import { editorAt } from '../../../test/support/desk.ts';
import { liveSite } from '../../../test/support/live-site.ts';
import { newsroomOnSqlite } from '../../../test/support/newsroom.ts';
import { openStreamReader } from '../../../test/support/stream.ts';

test('open pages hear in the beat when the site has changed, and nothing that is none of theirs', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River', byline: ['Ruth Vale'] });
  await recordAuthor(newsroom, 'test', { name: 'Ruth Vale' });
  const before = await openStreamReader(`${site.url}/stories/river/live`);
  assert.deepEqual(await before.beat(1), { site: 1 });
  await editor.takesPicture();
  await recordAuthor(newsroom, 'test', { name: 'Ruth Vale', role: 'Night editor' });
  const { seq } = await newsroom.storage.site();
  assert.deepEqual(await before.beat(2), { site: seq }, 'a picture that was taken in is on no page yet');
  assert.equal(before.events.length, 0, 'a beat moves no one’s place');
  const later = await openStreamReader(`${site.url}/live`);
  assert.deepEqual(await later.beat(1), { site: seq });
  before.close();
  later.close();
});

test('a replay after an author was recorded shows the name as a link', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using site = await liveSite(newsroom.storage);
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'River' });
  await editor.posts('river', 'Rising.', { author: 'Ruth Vale' });
  const replay = async (): Promise<string> => {
    const reader = await openStreamReader(`${site.url}/stories/river/live?after=1`);
    const [event] = await reader.until(1);
    reader.close();
    return event?.data.update?.html ?? '';
  };
  assert.doesNotMatch(await replay(), /authors\/ruth-vale/);
  await recordAuthor(newsroom, 'test', { name: 'Ruth Vale' });
  assert.match(await replay(), /authors\/ruth-vale/);
});
