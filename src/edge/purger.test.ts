import assert from 'node:assert/strict';
import { test } from 'node:test';
import { changeMedia } from '../commands/change-media.ts';
import { changeSlug } from '../commands/change-slug.ts';
import { markKeyEvent } from '../commands/mark-key-event.ts';
import { recordAuthor } from '../commands/record-author.ts';
import { retractUpdate } from '../commands/retract-update.ts';
import { follow } from '../live/follower.ts';
import { openPurger } from './purger.ts';
import { editorAt } from '../../test/support/desk.ts';
import { deskSite, type DeskSite } from '../../test/support/desk-site.ts';
import { newsroomOnSqlite, type TestNewsroom } from '../../test/support/newsroom.ts';
import { eventually } from '../../test/support/eventually.ts';
import { purgedCache, type PurgedCache, type Told } from '../../test/support/purged-cache.ts';

const siteBefore = (cache: PurgedCache, newsroom: TestNewsroom, settings = {}): Promise<DeskSite> =>
  deskSite({
    newsroom,
    thread: { ofProcess: true },
    settings: { PURGE_URL: `${cache.url}/purge`, PURGE_FORM: 'json', ...settings },
  });

const keysIn = ({ body }: Told): string[] => (JSON.parse(body) as { keys: string[] }).keys;
const names =
  (key: string) =>
  (told: Told): boolean =>
    keysIn(told).includes(key);

/** Resolves once the server's figures say so. */
async function counted({ url }: DeskSite, figure: RegExp): Promise<void> {
  await eventually(async () => figure.test(await (await fetch(`${url}/metrics`)).text()));
}

test('a cache is told first to let go of everything, then of what each event changed', async () => {
  await using newsroom = await newsroomOnSqlite();
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'River' });
  await using cache = await purgedCache();
  await using _ = await siteBefore(cache, newsroom);
  assert.deepEqual(keysIn(await cache.until(names('site'))), ['site']);
  const id = await desk.posts('river', 'Water over the quay.');
  assert.deepEqual(keysIn(await cache.until(names('story-river'))), ['story-river', 'list']);
  const before = cache.told.length;
  await desk.onUpdate(id, markKeyEvent(id, true), retractUpdate(id, 'It is not.'));
  await cache.until(() => cache.told.length > before);
  assert.deepEqual(
    keysIn(cache.told[before]!),
    ['story-river', 'list'],
    'what happened at once is told once',
  );
  await desk.onStory('river', changeSlug('the-river'));
  await cache.until((one) => names('site')(one) && one !== cache.told[0]);
  await desk.posts('the-river', 'It falls.');
  await cache.until(names('story-the-river'));
});

test('what every page shows moves everything; a picture that is described anew goes too, by its name', async () => {
  await using newsroom = await newsroomOnSqlite();
  const desk = editorAt(newsroom);
  const picture = await desk.takesPicture();
  await using cache = await purgedCache();
  await using _ = await siteBefore(cache, newsroom);
  await cache.until(names('site'));
  await desk.takesPicture();
  await recordAuthor(newsroom, 'test', { name: 'Ruth Vale' });
  await cache.until(() => cache.told.length === 2);
  assert.deepEqual(keysIn(cache.told[1]!), ['site'], 'a picture that was taken in stands nowhere yet');
  const changed = await changeMedia(newsroom, 'test', {
    mediaId: picture,
    input: { alt: 'Water, and a wall.' },
  });
  assert.equal(changed.type, 'written');
  assert.deepEqual(keysIn(await cache.until(names(`media-${picture}`))), ['site', `media-${picture}`]);
});

test('each cache is told in its own words', async () => {
  await using newsroom = await newsroomOnSqlite();
  const toldAs = async (form: string, settings = {}): Promise<Told> => {
    await using cache = await purgedCache();
    await using _ = await siteBefore(cache, newsroom, { PURGE_FORM: form, ...settings });
    return await cache.until(() => true);
  };
  const varnish = await toldAs('varnish', { PURGE_HEADER: 'X-Purge-Token: let me in' });
  assert.deepEqual([varnish.method, varnish.path, varnish.headers['xkey']], ['PURGE', '/purge', 'site']);
  assert.equal(varnish.headers['x-purge-token'], 'let me in');
  const fastly = await toldAs('fastly', { PURGE_HEADER: 'Fastly-Key: 0123' });
  assert.deepEqual([fastly.method, fastly.body], ['POST', '{"surrogate_keys":["site"]}']);
  assert.equal(fastly.headers['fastly-key'], '0123');
  const cloudflare = await toldAs('cloudflare', { PURGE_HEADER: 'Authorization: Bearer 0123' });
  assert.deepEqual([cloudflare.method, cloudflare.body], ['POST', '{"tags":["site"]}']);
  assert.equal(cloudflare.headers['content-type'], 'application/json');
});

test('a cache that refuses is told again until it takes it, and no post waits for it', async () => {
  await using newsroom = await newsroomOnSqlite();
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'River' });
  await using cache = await purgedCache();
  await using site = await siteBefore(cache, newsroom);
  await cache.until(names('site'));
  cache.answers = 503;
  await desk.posts('river', 'Water over the quay.');
  await cache.until(names('story-river'));
  const before = cache.told.length;
  await desk.posts('river', 'It rises.');
  cache.answers = 200;
  await cache.until(() => cache.told.length > before);
  assert.deepEqual(keysIn(cache.told[before]!).toSorted(), ['list', 'story-river']);
  await counted(site, /_total\{result="told"\} 2$/m);
  await counted(site, /_total\{result="failed"\} [1-9]/m);
});

test('a header that lets us in is carried nowhere else: a cache that sends us on is not followed', async () => {
  await using newsroom = await newsroomOnSqlite();
  await using elsewhere = await purgedCache();
  await using cache = await purgedCache();
  cache.answers = 307;
  await using site = await siteBefore(cache, newsroom, { PURGE_HEADER: 'Fastly-Key: 0123' });
  await cache.until(names('site'));
  await counted(site, /_total\{result="failed"\} [1-9]/m);
  assert.deepEqual(elsewhere.told, []);
});

test('of two nodes each tells, so that what one was about to tell as it stopped is told by the other', async () => {
  await using newsroom = await newsroomOnSqlite();
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'River' });
  await using one = await purgedCache();
  await using other = await purgedCache();
  const first = await siteBefore(one, newsroom);
  await using _ = await siteBefore(other, newsroom);
  await Promise.all([one.until(names('site')), other.until(names('site'))]);
  await desk.posts('river', 'Water over the quay.');
  one.answers = 503;
  await first[Symbol.asyncDispose]();
  await other.until(names('story-river'));
});

test('every key is told once more, for what the cache was just fetching, and then no more', async () => {
  await using newsroom = await newsroomOnSqlite();
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'River' });
  await using cache = await purgedCache();
  const { storage } = newsroom;
  const follower = await follow(storage, assert.ifError);
  const purger = openPurger({
    setting: { url: `${cache.url}/purge`, form: 'json', header: null },
    storage,
    follower,
    onTold: () => undefined,
    onFault: assert.ifError,
    onceMore: 10,
  });
  await cache.until(() => cache.told.length === 2);
  await desk.posts('river', 'Water over the quay.');
  await cache.until(() => cache.told.length === 4);
  assert.deepEqual(cache.told.map(keysIn), [
    ['site'],
    ['site'],
    ['story-river', 'list'],
    ['story-river', 'list'],
  ]);
  await desk.posts('river', 'It rises.');
  await cache.until(() => cache.told.length === 6);
  assert.equal(purger.waiting, 0, 'what was told twice is not told again');
  await purger.close();
  follower.close();
});
