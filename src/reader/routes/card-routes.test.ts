import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { changeSlug } from '../../commands/change-slug.ts';
import { retractUpdate } from '../../commands/retract-update.ts';
import { writeTop } from '../../commands/write-top.ts';
import { editorAt } from '../../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../../test/support/newsroom.ts';
import { createServer } from '../../web/server.ts';
import { cardDrawing } from '../../distribution/share-card/drawing.ts';
import { cardRoutes } from './card-routes.ts';
import { readerRoutes } from '../routes.ts';

const SITE = 'https://news.test';

/** A real server; previews ask it as any program does. */
async function siteOf() {
  const newsroom = await newsroomOnSqlite();
  const server = createServer({ baseUrl: SITE, trustedProxies: [], maxBody: 1000 });
  await server.register(readerRoutes({ storage: newsroom.storage, baseUrl: () => SITE }));
  const url = await server.listen({ host: '127.0.0.1', port: 0 });
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url + path, { headers, redirect: 'manual' });
  return {
    desk: editorAt(newsroom),
    get,
    /** What a preview is told on a page. */
    async told(path: string): Promise<Map<string, string>> {
      const page = await (await get(path)).text();
      const metas = page.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)">/g);
      return new Map(Array.from(metas, ([, name, value]) => [name!, value!.replaceAll('&amp;', '&')]));
    },
    /** The path of the card that a page tells of. */
    async cardOf(path: string): Promise<string> {
      const image = (await this.told(path)).get('og:image') ?? '';
      assert.ok(image.startsWith(`${SITE}/`), `og:image is ${image}`);
      return image.slice(SITE.length);
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await newsroom[Symbol.asyncDispose]();
    },
  };
}

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

test('a story’s page tells previews of a card that is there: a PNG of 1200 × 630', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'No Deal', section: 'Diplomacy', lang: 'pt-BR' });
  const told = await site.told('/stories/no-deal');
  assert.equal(told.get('twitter:card'), 'summary_large_image');
  assert.equal(told.get('og:type'), 'article');
  assert.equal(told.get('og:locale'), 'pt_BR');
  assert.equal(told.get('article:section'), 'Diplomacy');
  assert.match(told.get('article:published_time') ?? '', /^\d{4}-\d\d-\d\dT/);
  assert.match(told.get('og:image:alt') ?? '', /No Deal/);
  const card = await site.get(await site.cardOf('/stories/no-deal'));
  assert.equal(card.status, 200);
  assert.equal(card.headers.get('content-type'), 'image/png');
  assert.equal(card.headers.get('content-encoding'), null);
  assert.equal(card.headers.get('cross-origin-resource-policy'), 'cross-origin');
  const { width, height } = await sharp(await bytesOf(card)).metadata();
  assert.deepEqual(
    [String(width), String(height)],
    [told.get('og:image:width'), told.get('og:image:height')],
  );
});

test('a new headline has a new card at a new address; the former address shows the story as it stands', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'Signing at noon' });
  const before = await site.cardOf('/stories/signing-at-noon');
  const first = await bytesOf(await site.get(before));
  await site.desk.onStory('signing-at-noon', writeTop({ headline: 'No signing' }));
  const after = await site.cardOf('/stories/signing-at-noon');
  assert.notEqual(after, before);
  const second = await bytesOf(await site.get(after));
  assert.notDeepEqual(second, first);
  const former = await site.get(before);
  assert.deepEqual(await bytesOf(former), second);
  assert.doesNotMatch(former.headers.get('cache-control') ?? '', /immutable/);
});

test('a card at the address of what it shows may be kept for ever; others are asked about again, and answered 304', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'No Deal' });
  const path = await site.cardOf('/stories/no-deal');
  const card = await site.get(path);
  assert.match(card.headers.get('cache-control') ?? '', /immutable/);
  const bare = await site.get('/stories/no-deal/card.png');
  assert.equal(bare.headers.get('cache-control'), 'public, max-age=60');
  const tag = card.headers.get('etag') ?? '';
  assert.equal(bare.headers.get('etag'), tag);
  const again = await site.get(path, { 'if-none-match': tag });
  assert.equal(again.status, 304);
  assert.equal((await bytesOf(again)).length, 0);
});

test('an update has a card of its own, which no cache keeps for long', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'No Deal' });
  const id = await site.desk.posts('no-deal', 'The lunch is off.', { title: 'Lunch' });
  const path = await site.cardOf(`/stories/no-deal/updates/${id}`);
  const card = await site.get(path);
  assert.equal(card.status, 200);
  assert.equal(card.headers.get('cache-control'), 'public, max-age=300');
  const ofStory = await site.get(await site.cardOf('/stories/no-deal'));
  assert.notDeepEqual(await bytesOf(card), await bytesOf(ofStory));
});

test('a retracted update’s words are on no card: every address of it shows that it was retracted', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'No Deal' });
  const id = await site.desk.posts('no-deal', 'The lunch is on again.', { title: 'Lunch is on' });
  const page = `/stories/no-deal/updates/${id}`;
  const before = await site.cardOf(page);
  const words = await bytesOf(await site.get(before));
  await site.desk.onUpdate(id, retractUpdate(id, 'It was not so.'));
  const after = await site.cardOf(page);
  assert.notEqual(after, before);
  const stub = await bytesOf(await site.get(after));
  assert.notDeepEqual(stub, words);
  assert.deepEqual(await bytesOf(await site.get(before)), stub);
  assert.doesNotMatch((await site.told(page)).get('og:image:alt') ?? '', /Lunch/);
});

test('a former address of a story leads to its card; what never was has none', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'No Deal' });
  await site.desk.opens({ headline: 'Another story' });
  const id = await site.desk.posts('no-deal', 'The lunch is off.');
  await site.desk.onStory('no-deal', changeSlug('talks-end'));
  const moved = await site.get('/stories/no-deal/card.png?v=123');
  assert.equal(moved.status, 301);
  assert.equal(moved.headers.get('location'), '/stories/talks-end/card.png?v=123');
  const nowhere = [
    '/stories/none/card.png',
    '/stories/talks-end/updates/none/card.png',
    `/stories/another-story/updates/${id}/card.png`,
  ];
  for (const path of nowhere) assert.equal((await site.get(path)).status, 404, path);
});

test('a card is drawn once however many ask for it at once', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'No Deal' });
  const asked = await Promise.all(Array.from({ length: 60 }, () => site.get('/stories/no-deal/card.png')));
  assert.ok(asked.every(({ status }) => status === 200));
  for (const answer of asked) await bytesOf(answer);
});

test('who asks when too many wait for cards is told when to come again', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens({ headline: 'No Deal' });
  const server = createServer({ baseUrl: SITE, trustedProxies: [], maxBody: 1000 });
  cardRoutes(server, newsroom, cardDrawing({ most: 0 }));
  const refused = await server.inject({ method: 'GET', url: '/stories/no-deal/card.png' });
  assert.equal(refused.statusCode, 503);
  assert.equal(refused.headers['retry-after'], '5');
  assert.match(refused.headers['content-type'] ?? '', /problem\+json/);
  assert.equal(refused.headers['cache-control'], 'no-store');
  await server.close();
});

test('a server that stops while cards are drawn answers who waits for them, and stops', async () => {
  const site = await siteOf();
  await site.desk.opens({ headline: 'No Deal' });
  const ids: string[] = [];
  for (let n = 0; n < 6; n += 1) ids.push(await site.desk.posts('no-deal', `Update ${n}`));
  const asked = ids.map((id) => site.get(`/stories/no-deal/updates/${id}/card.png`));
  await asked[0];
  await site[Symbol.asyncDispose]();
  const answered = await Promise.allSettled(asked);
  for (const answer of answered) {
    if (answer.status === 'fulfilled') assert.ok([200, 503].includes(answer.value.status));
  }
});
