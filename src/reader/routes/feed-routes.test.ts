import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorAt } from '../../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../../test/support/newsroom.ts';
import { strictXml, within, wordsOf, type Element } from '../../../test/support/strict-xml.ts';
import { changeSlug } from '../../commands/change-slug.ts';
import { editUpdate } from '../../commands/edit-update.ts';
import { correctStory } from '../../commands/correct-story.ts';
import { recordAuthor } from '../../commands/record-author.ts';
import { newId } from '../../domain/id.ts';
import { retractUpdate } from '../../commands/retract-update.ts';
import { paragraphs } from '../../domain/document.ts';
import { createServer } from '../../web/server.ts';
import { readerRoutes } from '../routes.ts';

const SITE = 'https://news.test';

async function readerOf() {
  const newsroom = await newsroomOnSqlite();
  const server = createServer({ baseUrl: SITE, trustedProxies: [], maxBody: 1000 });
  await server.register(readerRoutes({ storage: newsroom.storage, baseUrl: () => SITE }));
  const get = (url: string, headers: Record<string, string> = {}) =>
    server.inject({ method: 'GET', url, headers });
  return {
    newsroom,
    desk: editorAt(newsroom),
    get,
    atom: async (url: string): Promise<Element> => strictXml((await get(url)).body),
    async [Symbol.asyncDispose]() {
      await server.close();
      await newsroom[Symbol.asyncDispose]();
    },
  };
}

const entriesOf = (feed: Element) =>
  within(feed, 'entry').map((entry) => ({
    id: wordsOf(entry, 'id'),
    title: wordsOf(entry, 'title'),
    updated: wordsOf(entry, 'updated'),
    content: wordsOf(entry, 'content'),
    url: within(entry, 'link')[0]?.attributes['href'],
  }));

const STORY = '/stories/the-barrier-holds/feed.atom';

test('an update keeps its name for ever; its time moves with an edit and a correction, not with a small edit', async () => {
  await using site = await readerOf();
  await site.desk.opens();
  const id = await site.desk.posts('the-barrier-holds', 'The gauge shows 6 metres.');
  const entry = async () => entriesOf(await site.atom(STORY)).find((each) => each.id === `urn:uuid:${id}`)!;
  const posted = await entry();
  site.newsroom.clock.pass(5);
  const spelling = { body: paragraphs(['The gauge reads 6 metres.']), small: true };
  await site.desk.onUpdate(id, editUpdate(id, spelling));
  const small = await entry();
  assert.equal(small.updated, posted.updated);
  assert.match(small.content, /reads 6/);
  site.newsroom.clock.pass(5);
  await site.desk.corrects(id, '6 metres', '5 metres', 'The gauge reads 5 metres.');
  const corrected = await entry();
  assert.equal(corrected.updated, '2019-02-28T04:05:00.000Z');
  assert.match(corrected.content, /<del.*>6 metres<\/del>.*<ins.*>5 metres<\/ins>/);
  await site.desk.onStory('the-barrier-holds', changeSlug('barrier'));
  const moved = entriesOf(await site.atom('/stories/barrier/feed.atom'))[0]!;
  assert.equal(moved.id, posted.id);
  assert.equal(moved.url, `${SITE}/stories/barrier/updates/${id}`);
});

test('a retracted update stays as an entry that says so, with none of its words in any feed', async () => {
  await using site = await readerOf();
  await site.desk.opens({ byline: ['Ada Moran'], section: 'Harbour' });
  await recordAuthor(site.newsroom, 'test', { name: 'Ada Moran' });
  const words = { title: 'Zebras at large', author: 'Quagga Jones' };
  const id = await site.desk.posts('the-barrier-holds', 'Zebras crossed the bridge.', words);
  await site.desk.corrects(id, 'Zebras', 'Zebra', 'Zebra crossed the bridge.');
  const paths = ['', '/stories/the-barrier-holds', '/sections/harbour', '/authors/ada-moran'].flatMap(
    (path) => ['xml', 'atom', 'json'].map((extension) => `${path}/feed.${extension}`),
  );
  const before = await Promise.all(paths.slice(0, 6).map(async (path) => (await site.get(path)).body));
  for (const body of before) assert.match(body, /Zebra/);
  await site.desk.onUpdate(id, retractUpdate(id, 'They were horses.'));
  for (const path of paths) {
    const answer = await site.get(path);
    assert.equal(answer.statusCode, 200, path);
    assert.doesNotMatch(answer.body, /Zebra|Quagga/, path);
  }
  const [stub] = entriesOf(await site.atom(STORY));
  assert.equal(stub?.id, `urn:uuid:${id}`);
  assert.equal(stub?.title, 'A retracted update');
  assert.match(stub?.content ?? '', /Retracted.*They were horses\./);
});

test('what changed last comes first, so that a correction of an old update reaches who has it', async () => {
  await using site = await readerOf();
  await site.desk.opens();
  const old = await site.desk.posts('the-barrier-holds', 'Six.');
  for (let n = 0; n < 120; n += 1) {
    site.newsroom.clock.pass(1);
    await site.desk.posts('the-barrier-holds', `Line ${n}.`);
  }
  const ids = async () => entriesOf(await site.atom(STORY)).map(({ id }) => id);
  assert.equal((await ids()).length, 100);
  assert.ok(!(await ids()).includes(`urn:uuid:${old}`));
  site.newsroom.clock.pass(1);
  await site.desk.corrects(old, 'Six', 'Five', 'Five.');
  assert.equal((await ids())[0], `urn:uuid:${old}`);
});

test('the site’s feed has its stories, the last changed first, each in its own language with its latest update', async () => {
  await using site = await readerOf();
  await site.desk.opens();
  site.newsroom.clock.pass(5);
  await site.desk.opens({ headline: 'Die Flut', lang: 'de' });
  site.newsroom.clock.pass(5);
  await site.desk.posts('the-barrier-holds', 'The gauge shows 6 metres.');
  const feed = await site.atom('/feed.atom');
  assert.deepEqual(
    entriesOf(feed).map(({ title, updated }) => [title, updated]),
    [
      ['The barrier holds', '2019-02-28T04:05:00.000Z'],
      ['Die Flut', '2019-02-28T04:00:00.000Z'],
    ],
  );
  assert.match(entriesOf(feed)[0]!.content, /The river is high\..*The gauge shows 6 metres\./);
  assert.deepEqual(
    within(feed, 'entry').map(({ attributes }) => attributes['xml:lang']),
    ['en', 'de'],
  );
  assert.equal(wordsOf(feed, 'updated'), '2019-02-28T04:05:00.000Z');
});

test('a feed that has not changed is not sent again; one of a former address leads on in one hop', async () => {
  await using site = await readerOf();
  await site.desk.opens();
  for (const path of ['/feed.xml', '/feed.json', STORY]) {
    const first = await site.get(path);
    const etag = String(first.headers['etag']);
    assert.equal((await site.get(path, { 'if-none-match': etag })).statusCode, 304);
    await site.desk.posts('the-barrier-holds', `For ${path}.`);
    assert.equal((await site.get(path, { 'if-none-match': etag })).statusCode, 200);
  }
  await site.desk.onStory('the-barrier-holds', changeSlug('barrier'));
  const moved = await site.get('/stories/the-barrier-holds/feed.json');
  assert.deepEqual([moved.statusCode, moved.headers['location']], [301, '/stories/barrier/feed.json']);
  for (const path of [
    '/stories/none/feed.xml',
    '/authors/none/feed.atom',
    '/sections/none/feed.json',
    '/feed.rss',
  ])
    assert.equal((await site.get(path)).statusCode, 404, path);
});

test('each format is served as what it is, and told of by the page it belongs to', async () => {
  await using site = await readerOf();
  await site.desk.opens({ byline: ['Ada Moran'] });
  await recordAuthor(site.newsroom, 'test', { name: 'Ada Moran' });
  for (const path of ['/', '/stories/the-barrier-holds', '/authors/ada-moran']) {
    const { body } = await site.get(path);
    const told = [...body.matchAll(/<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)">/g)];
    assert.equal(told.length, 3, path);
    for (const [, type, href] of told) {
      const feed = await site.get(href!.slice(SITE.length));
      assert.equal(feed.headers['content-type'], `${type}; charset=utf-8`);
      assert.equal(feed.statusCode, 200);
      assert.ok(feed.body.includes(href!), 'it says where it lies');
    }
    assert.match(body, /<section class="follow".*RSS.*Atom.*JSON Feed/);
  }
});

test('a correction of the top is an entry of its own, and the story’s entry in the site’s feed moves with it', async () => {
  await using site = await readerOf();
  await site.desk.opens();
  site.newsroom.clock.pass(30);
  const told = { was: 'The river is low.', is: 'The river is high.' };
  const id = newId(site.newsroom.clock.now());
  await site.desk.onStory('the-barrier-holds', correctStory(id, told));
  const [entry] = entriesOf(await site.atom(STORY));
  assert.equal(entry?.id, `urn:uuid:${id}`);
  assert.match(entry?.content ?? '', /The river is low\./);
  assert.equal(entriesOf(await site.atom('/feed.atom'))[0]?.updated, '2019-02-28T04:25:00.000Z');
});

test('an empty newsroom has a feed without entries', async () => {
  await using site = await readerOf();
  const feed = await site.atom('/feed.atom');
  assert.deepEqual(entriesOf(feed), []);
  assert.equal(within(strictXml((await site.get('/feed.xml')).body), 'channel').length, 1);
});
