import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordAuthor } from '../../commands/record-author.ts';
import { retractUpdate } from '../../commands/retract-update.ts';
import { createServer } from '../../web/server.ts';
import { editorAt } from '../../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../../test/support/newsroom.ts';
import { readerRoutes } from '../routes.ts';

const SITE = 'https://news.test';

async function previewsOf() {
  const newsroom = await newsroomOnSqlite();
  const server = createServer({ baseUrl: SITE, trustedProxies: [], maxBody: 1000 });
  await server.register(readerRoutes({ storage: newsroom.storage, baseUrl: () => SITE }));
  return {
    newsroom,
    desk: editorAt(newsroom),
    /** What a preview is told on a page: each property with its values. */
    async at(url: string): Promise<Record<string, string[]>> {
      const { body } = await server.inject({ method: 'GET', url });
      const told: Record<string, string[]> = {};
      for (const [, name, value] of body.matchAll(
        /<meta (?:property|name)="((?:og|article|twitter):[^"]+)" content="([^"]*)">/g,
      ))
        (told[name!] ??= []).push(value!);
      return told;
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await newsroom[Symbol.asyncDispose]();
    },
  };
}

test('a story is told as an article: its times, section, language and recorded authors', async () => {
  await using site = await previewsOf();
  const { desk, newsroom } = site;
  await recordAuthor(newsroom, 'test', { name: 'Rosa Tavares' });
  await desk.opens({ headline: 'No Deal', section: 'Coast', lang: 'en', byline: ['Rosa Tavares', 'Nobody'] });
  const told = await site.at('/stories/no-deal');
  assert.deepEqual(told['og:type'], ['article']);
  assert.deepEqual(told['og:locale'], ['en_US']);
  assert.deepEqual(told['article:section'], ['Coast']);
  assert.deepEqual(told['article:author'], [`${SITE}/authors/rosa-tavares`]);
  assert.equal(told['article:published_time']?.length, 1);
  assert.equal(told['article:modified_time']?.length, 1);
});

test('a story told in other languages says so', async () => {
  await using site = await previewsOf();
  await site.desk.opens({ headline: 'No Deal', lang: 'en' });
  await site.desk.opens({ headline: 'Kein Abschluss', lang: 'de', translationOf: 'no-deal' });
  const told = await site.at('/stories/kein-abschluss');
  assert.deepEqual(told['og:locale'], ['de_DE']);
  assert.deepEqual(told['og:locale:alternate'], ['en_US']);
});

test('an update has its own time, and none where the source gave none', async () => {
  await using site = await previewsOf();
  await site.desk.opens({ headline: 'No Deal' });
  const id = await site.desk.posts('no-deal', 'The lunch is off.');
  const told = await site.at(`/stories/no-deal/updates/${id}`);
  assert.equal(told['article:published_time']?.length, 1);
  assert.equal(told['article:modified_time'], undefined);
  assert.match(told['og:image']?.[0] ?? '', new RegExp(`/stories/no-deal/updates/${id}/card[.]png`));
  await site.desk.onUpdate(id, retractUpdate(id, 'It was not so.'));
  const retracted = await site.at(`/stories/no-deal/updates/${id}`);
  assert.doesNotMatch(JSON.stringify(retracted), /lunch/);
});

test('pages about a story show its card; pages without one ask for a small preview', async () => {
  await using site = await previewsOf();
  await site.desk.opens({ headline: 'No Deal' });
  const card = (await site.at('/stories/no-deal'))['og:image'];
  assert.deepEqual((await site.at('/stories/no-deal/history'))['og:image'], card);
  const front = await site.at('/');
  assert.deepEqual(front['twitter:card'], ['summary']);
  assert.deepEqual(front['og:type'], ['website']);
  assert.equal(front['og:image'], undefined);
});
