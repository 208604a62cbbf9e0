import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import zlib from 'node:zlib';
import { test } from 'node:test';
import { changeSlug } from '../commands/change-slug.ts';
import { changeState } from '../commands/change-state.ts';
import { editUpdate } from '../commands/edit-update.ts';
import { recordAuthor } from '../commands/record-author.ts';
import { retractUpdate } from '../commands/retract-update.ts';
import { paragraphs } from '../domain/document.ts';
import { writeTop } from '../commands/write-top.ts';
import { editorAt } from '../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import { createServer } from '../web/server.ts';
import { OF_THE_LOG } from '../web/serving/caching.ts';
import { storyParts } from '../render/parts.ts';
import { renderUpdate } from '../render/update.ts';
import { viewOf } from '../render/view.ts';
import { readerRoutes } from './routes.ts';

const SITE = 'https://news.test';

async function readerOf(start?: string) {
  const newsroom = await newsroomOnSqlite(start);
  const server = createServer({ baseUrl: SITE, trustedProxies: [], maxBody: 1000 });
  await server.register(readerRoutes({ storage: newsroom.storage, baseUrl: () => SITE }));
  const get = (url: string, headers: Record<string, string> = {}) =>
    server.inject({ method: 'GET', url, headers });
  return {
    ...newsroom,
    desk: editorAt(newsroom),
    get,
    server,
    async [Symbol.asyncDispose]() {
      await server.close();
      await newsroom[Symbol.asyncDispose]();
    },
  };
}

type Answer = Awaited<ReturnType<Awaited<ReturnType<typeof readerOf>>['get']>>;

const idsIn = ({ body }: Answer): string[] =>
  [...body.matchAll(/<article id="u-([^"]+)"/g)].map(([, id]) => id!);
const linkIn = ({ body }: Answer, name: string): string | undefined =>
  new RegExp(`<a class="${name}" href="([^"]+)"(?! hidden)`).exec(body)?.[1]?.replaceAll('&amp;', '&');

test('the story page is made of the same parts and updates that the stream sends', async () => {
  await using site = await readerOf();
  const { story } = await site.desk.opens({ headline: 'No Deal', dek: 'The talks end early.' });
  await site.desk.posts('no-deal', 'The lunch is off.', { title: 'Lunch', keyEvent: true });
  const { body } = await site.get('/stories/no-deal');
  const snapshot = await site.storage.snapshot(story.id, { order: 'newest', limit: 50 });
  assert.ok(snapshot);
  for (const [name, part] of Object.entries(storyParts(viewOf(snapshot)))) {
    assert.ok(body.includes(`data-part="${name}">${part.toString()}</div>`), name);
  }
  for (const update of snapshot.updates)
    assert.ok(body.includes(renderUpdate(viewOf(snapshot), update).toString()));
});

test('the page tells its script where it stands in the log', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal' });
  await site.desk.posts('no-deal', 'The lunch is off.');
  const { body } = await site.get('/stories/no-deal');
  assert.match(
    body,
    /<body class="story-page" data-live="\/stories\/no-deal\/live" data-events="\/stories\/no-deal\/events\.json" data-path="\/stories\/no-deal" data-onward="\/stories\/no-deal\?page=" data-seq="2" data-site-seq="0" data-state="live" data-grows="top" data-per="50"/,
  );
});

test('newest first by default, oldest first by a link, fifty on a page', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'Long Night' });
  const ids: string[] = [];
  for (let n = 0; n < 120; n += 1) ids.push(await site.desk.posts('long-night', `Update ${n}`));
  const newest = ids.toReversed();
  const pages = [];
  for (let url: string | undefined = '/stories/long-night'; url; url = linkIn(pages.at(-1)!, 'onward')) {
    pages.push(await site.get(url));
  }
  assert.deepEqual(pages.map(idsIn), [newest.slice(0, 50), newest.slice(50, 100), newest.slice(100)]);
  assert.equal(linkIn(pages[0]!, 'back'), undefined);
  // Past the top, which the reader has seen.
  assert.equal(linkIn(pages[1]!, 'back'), '/stories/long-night#updates-heading');
  assert.match(pages[0]!.body, / id="updates-heading"/);

  const oldest = await site.get('/stories/long-night?order=oldest');
  assert.deepEqual(idsIn(oldest), ids.slice(0, 50));
  assert.match(oldest.body, /data-grows="no"/);
  const second = await site.get(linkIn(oldest, 'onward')!);
  const last = await site.get(linkIn(second, 'onward')!);
  assert.deepEqual([...idsIn(second), ...idsIn(last)], ids.slice(50));
  assert.match(last.body, /data-grows="end"/);
});

test('an order or a page that cannot be is told, and not taken for another', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal' });
  for (const query of [
    'order=sideways',
    'page=0',
    'page=-1',
    'page=two',
    'page=99999999999',
    'page=1e3',
    'order=oldest&order=newest',
    'page=2&page=3',
  ]) {
    const answer = await site.get(`/stories/no-deal?${query}`);
    assert.equal(answer.statusCode, 404, query);
    assert.match(answer.body, /There is nothing at this address/);
  }
  assert.equal((await site.get('/stories/no-deal?utm_source=mail')).statusCode, 200);
  assert.equal((await site.get('/stories/no-deal?page=2147483647')).statusCode, 200);
});

test('a former address leads to the present one in one hop and keeps what was asked', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'Deal Near' });
  const id = await site.desk.posts('deal-near', 'Not yet.');
  await site.desk.onStory('deal-near', changeSlug('no-deal'));
  await site.desk.onStory('no-deal', changeSlug('no-deal-at-all'));
  const story = await site.get('/stories/deal-near?order=oldest&page=9');
  assert.deepEqual(
    [story.statusCode, story.headers.location],
    [301, '/stories/no-deal-at-all?order=oldest&page=9'],
  );
  const update = await site.get(`/stories/no-deal/updates/${id}`);
  assert.deepEqual(
    [update.statusCode, update.headers.location],
    [301, `/stories/no-deal-at-all/updates/${id}`],
  );
});

test('a slug of eighty letters in another script is an address like any other', async () => {
  await using site = await readerOf();
  const { story } = await site.desk.opens({ headline: '水'.repeat(80) });
  const answer = await site.get(`/stories/${encodeURIComponent(story.slug)}`);
  assert.equal(answer.statusCode, 200);
});

test('what is not there gets a page that helps', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal' });
  const { story } = await site.desk.opens({ headline: 'Another' });
  const elsewhere = await site.desk.posts(story.slug, 'Of another story.');
  for (const url of [
    '/stories/nope',
    '/stories/nope?order=oldest',
    '/stories/no-deal/updates/x',
    '/stories/no-deal/updates/01a00000-0000-7000-8000-000000000001',
    `/stories/no-deal/updates/${elsewhere}`,
    '/authors/nobody',
  ]) {
    const answer = await site.get(url);
    assert.equal(answer.statusCode, 404, url);
    assert.match(answer.headers['content-type'] as string, /text\/html/);
    assert.match(answer.body, /href="\/stories\/no-deal"/, 'it offers what is there');
    assert.match(answer.body, /noindex/);
  }
});

test('an update has a page of its own, canonical to itself, with the way into its story', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal', placeZone: 'Asia/Ho_Chi_Minh' });
  const old = await site.desk.posts('no-deal', 'The very first.');
  for (let n = 0; n < 50; n += 1) await site.desk.posts('no-deal', `Update ${n}`);
  const fresh = await site.desk.posts('no-deal', 'The last.', { title: 'Over' });

  const page = await site.get(`/stories/no-deal/updates/${fresh}`);
  assert.equal(page.statusCode, 200);
  assert.match(
    page.body,
    new RegExp(`<link rel="canonical" href="${SITE}/stories/no-deal/updates/${fresh}">`),
  );
  assert.match(page.body, /<title>Over – No Deal \| Writethru<\/title>/);
  assert.match(page.body, /10:55 a\.m\. Vietnam time, where it happened/);
  assert.match(page.body, new RegExp(`href="/stories/no-deal#u-${fresh}"`));

  const oldPage = await site.get(`/stories/no-deal/updates/${old}`);
  const into = /href="(\/stories\/no-deal\?page=\d+)#u-/.exec(oldPage.body)?.[1];
  assert.deepEqual(idsIn(await site.get(into!)), [old], 'the page it leads to begins with that update');
});

test('a retracted update keeps its address and none of its words, on any page', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal' });
  const id = await site.desk.posts('no-deal', 'Zebras were seen.', { title: 'Zebras', keyEvent: true });
  await site.desk.onUpdate(id, retractUpdate(id, 'They were horses.'));
  for (const url of [
    '/',
    '/stories/no-deal',
    '/stories/no-deal?order=oldest',
    `/stories/no-deal/updates/${id}`,
  ]) {
    const answer = await site.get(url);
    assert.equal(answer.statusCode, 200);
    assert.doesNotMatch(answer.body, /Zebras/);
  }
  assert.match((await site.get(`/stories/no-deal/updates/${id}`)).body, /Retracted .*They were horses\./);
});

test('the front page has live stories first, each with its latest line', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'Ended' });
  site.clock.pass(1);
  await site.desk.opens({ headline: 'Live One' });
  await site.desk.posts('live-one', 'Still going.');
  site.clock.pass(1);
  await site.desk.onStory('ended', changeState('ended'));
  const { body } = await site.get('/');
  assert.ok(body.indexOf('Live One') < body.indexOf('>Ended</a>'));
  assert.match(body, /Still going\./);
  assert.match(body, /<body class="front-page" data-live="\/live"/);
  assert.match(body, /<meta name="description" content="Live One · Ended">/);
});

test('an empty newsroom has a front page too', async () => {
  await using site = await readerOf();
  assert.match(
    (await site.get('/')).body,
    /<div id="cards"><\/div><p class="none">No story has been published yet/,
  );
});

test('an author’s page tells who they are and what they wrote', async () => {
  await using site = await readerOf();
  await recordAuthor(site, 'test', { name: 'Ruth Vale', role: 'Night editor', bio: 'Stays up late.' });
  await site.desk.opens({ headline: 'No Deal', byline: ['Ruth Vale'] });
  const { body } = await site.get('/authors/ruth-vale');
  assert.match(body, /Night editor.*Stays up late\..*Stories by <bdi>Ruth Vale<\/bdi>.*No Deal/s);
  assert.match((await site.get('/stories/no-deal')).body, /About the author.*Stays up late/s);
});

test('who has the page is told so, until the story’s next event or the site’s', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal', byline: ['Ruth Vale'] });
  const first = await site.get('/stories/no-deal');
  const etag = first.headers.etag as string;
  assert.equal(first.headers['cache-control'], OF_THE_LOG);
  const again = await site.get('/stories/no-deal', { 'if-none-match': `"other", ${etag}` });
  assert.deepEqual([again.statusCode, again.body], [304, '']);
  await site.desk.posts('no-deal', 'New.');
  const posted = await site.get('/stories/no-deal', { 'if-none-match': etag });
  assert.equal(posted.statusCode, 200);
  await recordAuthor(site, 'test', { name: 'Ruth Vale' });
  const known = await site.get('/stories/no-deal', { 'if-none-match': posted.headers.etag as string });
  assert.match(known.body, /\/authors\/ruth-vale/);
});

test('a page comes compressed to who takes that, and is the same page', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal' });
  const plain = await site.get('/stories/no-deal');
  const gzip = await site.get('/stories/no-deal', { 'accept-encoding': 'gzip' });
  const brotli = await site.get('/stories/no-deal', { 'accept-encoding': 'gzip, br' });
  assert.equal(zlib.gunzipSync(gzip.rawPayload).toString(), plain.body);
  assert.equal(zlib.brotliDecompressSync(brotli.rawPayload).toString(), plain.body);
  assert.equal(brotli.headers['content-encoding'], 'br');
  for (const answer of [plain, gzip, brotli]) assert.equal(answer.headers.vary, 'accept-encoding');
});

test('HEAD says what GET would, without the page', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal' });
  const get = await site.get('/stories/no-deal');
  const head = await site.server.inject({ method: 'HEAD', url: '/stories/no-deal' });
  assert.deepEqual([head.statusCode, head.body], [200, '']);
  assert.equal(head.headers.etag, get.headers.etag);
  assert.equal(head.headers['content-length'], get.headers['content-length']);
});

test('what a page is styled and moved by stands in it, and its policy lets in that and nothing else', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal' });
  for (const path of ['/', '/stories/no-deal', '/stories/none']) {
    const { body, headers } = await site.get(path, { accept: 'text/html' });
    const policy = String(headers['content-security-policy']);
    const standing = [
      ...body.matchAll(/<(?:style|script type="module")[^>]*>(.*?)<\/(?:style|script)>/gs),
    ].map(([, text]) => createHash('sha256').update(text!).digest('base64'));
    assert.ok(standing.length > 0, path);
    for (const hash of standing) assert.ok(policy.includes(`'sha256-${hash}'`), `${path} ${hash}`);
    assert.doesNotMatch(policy, /unsafe|nonce|\*/);
    assert.doesNotMatch(body, /<link rel="stylesheet"|<script[^>]* src=/);
  }
});

test('who has a page still is told its policy with the 304, or the browser would fall back to a stricter one', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal' });
  const first = await site.get('/stories/no-deal');
  const again = await site.get('/stories/no-deal', { 'if-none-match': String(first.headers.etag) });
  assert.equal(again.statusCode, 304);
  assert.equal(again.headers['content-security-policy'], first.headers['content-security-policy']);
});

test('what else a page names may be kept for ever, and its address changes with it', async () => {
  await using site = await readerOf();
  const { body } = await site.get('/');
  const assets = [...body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!);
  assert.equal(assets.length, 1);
  for (const path of assets) {
    assert.match(path, /^\/assets\/\w+-[0-9a-f]{16}\.(js|css|svg)$/);
    const answer = await site.get(path);
    assert.equal(answer.statusCode, 200);
    assert.equal(answer.headers['cache-control'], 'public, max-age=31536000, immutable');
  }
  assert.equal((await site.get('/assets/page-0000000000000000.js')).statusCode, 404);
});

/** What search engines are told, of the parts these tests look at. */
type Told = Partial<
  Record<
    '@type' | 'headline' | 'coverageStartTime' | 'coverageEndTime' | 'articleBody' | 'dateModified',
    string
  >
> & {
  liveBlogUpdate: { headline: string; url: string }[];
  itemListElement: { position: number; item: string }[];
  isPartOf: { '@id': string };
};

const dataIn = (body: string): Told[] =>
  JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(body)![1]!)['@graph'];

test('a story leads on to others of its section, as they are called now', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal', section: 'World' });
  await site.desk.opens({ headline: 'Deal Near', section: 'World' });
  await site.desk.opens({ headline: 'Cup Final', section: 'Sport' });
  const related = async (): Promise<string | undefined> =>
    /<section class="related".*?<\/section>/s.exec((await site.get('/stories/no-deal')).body)?.[0];
  assert.match((await related()) ?? '', /More from <bdi>World<\/bdi>.*Deal Near/);
  assert.doesNotMatch((await related()) ?? '', /Cup Final|No Deal/);
  await site.desk.onStory('deal-near', writeTop({ headline: 'Deal Far' }));
  assert.match((await related()) ?? '', /Deal Far/);
});

test('search engines are told of a live blog: its coverage, and its standing updates', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No </script> Deal', byline: ['Ruth Vale'], section: 'World' });
  const gone = await site.desk.posts('no-script-deal', 'Zebras.');
  await site.desk.onUpdate(gone, retractUpdate(gone, 'Horses.'));
  const id = await site.desk.posts('no-script-deal', 'The lunch is off.', { title: 'Lunch' });
  const told = async () => dataIn((await site.get('/stories/no-script-deal')).body);
  const [crumbs, live] = await told();
  assert.equal(live!['@type'], 'LiveBlogPosting');
  assert.equal(live!.headline, 'No </script> Deal');
  assert.equal(live!.coverageStartTime, '2019-02-28T03:55:00.000Z');
  assert.equal(live!.coverageEndTime, undefined);
  assert.deepEqual(
    live!.liveBlogUpdate.map(({ headline, url }) => [headline, url]),
    [['Lunch', `${SITE}/stories/no-script-deal/updates/${id}`]],
  );
  assert.equal(crumbs!['@type'], 'BreadcrumbList');
  assert.deepEqual(
    crumbs!.itemListElement.map(({ position, item }) => [position, item]),
    [
      [1, `${SITE}/`],
      [2, `${SITE}/stories/no-script-deal`],
    ],
  );
  site.clock.pass(60);
  await site.desk.onStory('no-script-deal', changeState('ended'));
  const [, ended] = await told();
  assert.equal(ended!.coverageEndTime, '2019-02-28T04:55:00.000Z');
});

test('a live story is told of as coverage from its first minute; one that ended without an update as an article', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal' });
  const [, live] = dataIn((await site.get('/stories/no-deal')).body);
  assert.equal(live!['@type'], 'LiveBlogPosting');
  assert.equal(live!.coverageStartTime, '2019-02-28T03:55:00.000Z');
  assert.equal(live!.liveBlogUpdate, undefined);
  await site.desk.onStory('no-deal', changeState('ended'));
  const [, article] = dataIn((await site.get('/stories/no-deal')).body);
  assert.equal(article!['@type'], 'NewsArticle');
  assert.equal(article!.articleBody, 'The river is high.');
  assert.equal(article!.coverageStartTime, undefined);
});

test('an update is told of as a part of its story, modified only where its substance was', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal' });
  const id = await site.desk.posts('no-deal', 'The lunch is of.', { title: 'Lunch' });
  const told = async () => dataIn((await site.get(`/stories/no-deal/updates/${id}`)).body)[1]!;
  site.clock.pass(5);
  await site.desk.onUpdate(id, editUpdate(id, { body: paragraphs(['The lunch is off.']), small: true }));
  const posted = await told();
  assert.equal(posted['@type'], 'BlogPosting');
  assert.equal(posted.isPartOf['@id'], `${SITE}/stories/no-deal`);
  assert.equal(posted.dateModified, undefined);
  site.clock.pass(5);
  await site.desk.corrects(id, 'The lunch is off.', 'The lunch is on.', 'The lunch is on.');
  assert.equal((await told()).dateModified, '2019-02-28T04:05:00.000Z');
  await site.desk.onUpdate(id, retractUpdate(id, 'Nobody knows.'));
  const gone = JSON.stringify(dataIn((await site.get(`/stories/no-deal/updates/${id}`)).body));
  assert.doesNotMatch(gone, /lunch/i);
});

test('no page sets a cookie, names another host to load from, or has a script or style beside the one it is sent with', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'No Deal' });
  const id = await site.desk.posts('no-deal', 'The lunch is off.');
  for (const url of ['/', '/stories/no-deal', `/stories/no-deal/updates/${id}`, '/stories/none']) {
    const { headers, body } = await site.get(url);
    assert.equal(headers['set-cookie'], undefined);
    assert.deepEqual(
      [...body.matchAll(/<(?:script|link|img|iframe)[^>]+(?:src|href)="(?!\/|https:\/\/news\.test)/g)],
      [],
    );
    assert.doesNotMatch(
      body.replaceAll(/<style>[^<]*<\/style>|<script type="module">.*?<\/script>/gs, ''),
      /<script(?! type="application\/(?:ld\+)?json")|<style| style=| on\w+=/,
    );
  }
});

/** Language and address of each alternate, in one line. */
const alternatesIn = ({ body }: Answer): string[] =>
  [...body.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)]
    .map(([, lang, href]) => `${lang} ${href}`)
    .toSorted();

test('a story in several languages tells search engines of each, and readers too; a stale one says so', async () => {
  await using site = await readerOf();
  await site.desk.opens({ headline: 'The flood' });
  const gauge = await site.desk.posts('the-flood', 'The gauge shows 6 metres.');
  assert.deepEqual(alternatesIn(await site.get('/stories/the-flood')), []);
  await site.desk.opens({ headline: 'Die Flut', lang: 'de', translationOf: 'the-flood' });
  const all = [
    `de ${SITE}/stories/die-flut`,
    `en ${SITE}/stories/the-flood`,
    `x-default ${SITE}/stories/the-flood`,
  ];
  const original = await site.get('/stories/the-flood');
  assert.deepEqual(alternatesIn(original), all);
  assert.match(original.body, /Read this in:.*Deutsch/);
  const german = await site.get('/stories/die-flut');
  assert.deepEqual(alternatesIn(german), all);
  assert.match(german.body, /Lesen auf:.*English/);
  assert.doesNotMatch(german.body, /class="outdated"/);

  await site.desk.corrects(gauge, '6 metres', '5 metres', 'The gauge shows 5 metres.');
  assert.match(
    (await site.get('/stories/die-flut')).body,
    /<p class="outdated"><a href="\/stories\/the-flood"/,
  );
  assert.doesNotMatch((await site.get('/stories/the-flood')).body, /class="outdated"/);
  assert.deepEqual(alternatesIn(await site.get('/stories/the-flood?page=9')), []);
});
