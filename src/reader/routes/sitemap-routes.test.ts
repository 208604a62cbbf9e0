import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorAt } from '../../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../../test/support/newsroom.ts';
import { strictXml, within, wordsOf } from '../../../test/support/strict-xml.ts';
import { editUpdate } from '../../commands/edit-update.ts';
import { createServer } from '../../web/server.ts';
import { sitemapRoutes } from './sitemap-routes.ts';

const SITE = 'https://news.test';

async function siteOf() {
  const newsroom = await newsroomOnSqlite();
  const server = createServer({ baseUrl: SITE, trustedProxies: [], maxBody: 1000 });
  await server.register(sitemapRoutes({ ...newsroom, baseUrl: () => SITE }));
  const get = (url: string) => server.inject({ method: 'GET', url });
  return {
    newsroom,
    desk: editorAt(newsroom),
    get,
    urls: async (path: string) => within(strictXml((await get(path)).body), 'url'),
    async [Symbol.asyncDispose]() {
      await server.close();
      await newsroom[Symbol.asyncDispose]();
    },
  };
}

test('the sitemap has every story with its last change of substance, and the sections', async () => {
  await using site = await siteOf();
  await site.desk.opens({ section: 'Harbour & river' });
  const id = await site.desk.posts('the-barrier-holds', 'The gauge shows 6 metres.');
  site.newsroom.clock.pass(5);
  await site.desk.onUpdate(id, editUpdate(id, { title: 'The gauge', small: true }));
  const urls = await site.urls('/sitemap.xml');
  assert.deepEqual(
    urls.map((url) => [wordsOf(url, 'loc'), within(url, 'lastmod')[0]?.text]),
    [
      [`${SITE}/`, '2019-02-28T03:55:00.000Z'],
      [`${SITE}/stories/the-barrier-holds`, '2019-02-28T03:55:00.000Z'],
      [`${SITE}/sections/harbour-river`, undefined],
    ],
  );
});

test('the news sitemap has what was first published within two days, never single updates, and forgets it by itself', async () => {
  await using site = await siteOf();
  await site.desk.opens({ headline: 'Old & gone' });
  site.newsroom.clock.pass(47 * 60);
  await site.desk.opens({ headline: 'Lũ lụt', lang: 'vi' });
  site.newsroom.clock.pass(1);
  await site.desk.opens({ headline: '洪水', lang: 'zh-TW' });
  await site.desk.posts('old-gone', 'An update makes no news of it.');
  const news = async () =>
    (await site.urls('/news-sitemap.xml')).map((url) => {
      const [told] = within(url, 'news:news');
      const [publication] = within(told!, 'news:publication');
      return [wordsOf(told!, 'news:title'), wordsOf(publication!, 'news:language')];
    });
  assert.deepEqual(await news(), [
    ['洪水', 'zh-tw'],
    ['Lũ lụt', 'vi'],
    ['Old & gone', 'en'],
  ]);
  site.newsroom.clock.pass(60);
  assert.deepEqual(
    (await news()).map(([title]) => title),
    ['洪水', 'Lũ lụt'],
  );
  assert.doesNotMatch((await site.get('/news-sitemap.xml')).body, /updates\//);
});

test('robots are shown the way and kept from machines’ addresses', async () => {
  await using site = await siteOf();
  const { body, headers } = await site.get('/robots.txt');
  assert.match(String(headers['content-type']), /^text\/plain/);
  assert.match(body, /^User-agent: \*$/m);
  assert.match(body, /^Disallow: \/api\/$/m);
  assert.match(body, /^Sitemap: https:\/\/news\.test\/news-sitemap\.xml$/m);
  assert.doesNotMatch(body, /^Disallow: \/$/m);
});
