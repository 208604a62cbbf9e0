import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorAt } from '../../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../../test/support/newsroom.ts';
import { editUpdate } from '../../commands/edit-update.ts';
import { retractUpdate } from '../../commands/retract-update.ts';
import { paragraphs } from '../../domain/document.ts';
import { createServer } from '../../web/server.ts';
import { readerRoutes } from '../routes.ts';

const SITE = 'https://news.test';

async function searchable() {
  const newsroom = await newsroomOnSqlite();
  const server = createServer({ baseUrl: SITE, trustedProxies: [], maxBody: 1000 });
  await server.register(readerRoutes({ storage: newsroom.storage, baseUrl: () => SITE }));
  const desk = editorAt(newsroom);
  return {
    ...newsroom,
    desk,
    async get(url: string) {
      const { statusCode, body, headers } = await server.inject({ method: 'GET', url });
      return { status: statusCode, body, headers, main: /<main.*<\/main>/s.exec(body)?.[0] ?? '' };
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await newsroom[Symbol.asyncDispose]();
    },
  };
}

const linksIn = (main: string): string[] =>
  [...main.matchAll(/<h3[^>]*><a href="([^"]+)"/g)].map(([, href]) => href!);

test('stories and their updates are found, marked, each with its time and its story', async () => {
  await using site = await searchable();
  await site.desk.opens({ headline: 'Barrier holds', dek: 'The river falls.' });
  const id = await site.desk.posts('barrier-holds', 'Crews left the barrier at dawn.', {
    title: 'At the <barrier>',
  });
  const { status, main, body } = await site.get('/search?q=barrier');
  assert.equal(status, 200);
  assert.deepEqual(linksIn(main), ['/stories/barrier-holds', `/stories/barrier-holds/updates/${id}`]);
  assert.match(main, /<h2 id="stories"[^>]*>Stories<\/h2>.*<h2 id="updates"[^>]*>Updates<\/h2>/s);
  assert.match(main, /<mark>Barrier<\/mark> holds<\/a>/);
  assert.match(main, /At the &lt;<mark>barrier<\/mark>&gt;/);
  assert.match(
    main,
    /<time datetime="[^"]+"[^>]*>Feb\. 27, 2019, 10:55 p\.m\. ET<\/time> · <a href="\/stories\/barrier-holds"><bdi>Barrier holds/,
  );
  assert.match(main, /Crews left the <mark>barrier<\/mark> at dawn\./);
  assert.match(body, /<meta name="robots" content="noindex">/);
  assert.match(main, /<input id="q" name="q" type="search" value="barrier"/);
});

test('what is acknowledged is found, what was rewritten or retracted is not, from the next question on', async () => {
  await using site = await searchable();
  await site.desk.opens({ headline: 'Ferry' });
  const id = await site.desk.posts('ferry', 'The captain drowned.');
  const found = async (q: string) => linksIn((await site.get(`/search?q=${q}`)).main).length;
  assert.equal(await found('drowned'), 1);
  await site.desk.onUpdate(id, editUpdate(id, { body: paragraphs(['The skipper swam.']) }));
  assert.deepEqual([await found('drowned'), await found('skipper')], [0, 1]);
  await site.desk.onUpdate(id, retractUpdate(id, 'Nobody was aboard.'));
  assert.equal(await found('skipper'), 0);
  assert.doesNotMatch((await site.get('/search?q=ferry')).body, /skipper|drowned/);
});

test('many results come a page at a time, each once', async () => {
  await using site = await searchable();
  await site.desk.opens({ headline: 'Long night' });
  const ids: string[] = [];
  for (let n = 0; n < 70; n += 1)
    ids.unshift(await site.desk.posts('long-night', `Bulletin ${n} of the night.`));
  const seen: string[] = [];
  for (let address: string | undefined = '/search?q=night'; address;) {
    const { main } = await site.get(address);
    const links = linksIn(main);
    assert.ok(links.length <= 30);
    seen.push(...links);
    address = /class="onward" href="([^"]+)"/.exec(main)?.[1]?.replaceAll('&amp;', '&');
  }
  assert.deepEqual(seen, ['/stories/long-night', ...ids.map((id) => `/stories/long-night/updates/${id}`)]);
});

test('whatever is typed gets a page that says what to do', async () => {
  await using site = await searchable();
  await site.desk.opens({ headline: 'Near and far' });
  const empty = await site.get('/search');
  assert.equal(empty.status, 200);
  assert.match(empty.main, /Every word has to be there/);
  const nothing = [
    'zeppelin',
    'head%3Ax+NEAR(a+b%2C2)',
    `%27%20%26%20!%20%7C%20%3C-%3E%20xy`,
    '%22unclosed',
    'a%00b',
    '%ED%A0%80x',
  ];
  for (const q of nothing) {
    const { status, main } = await site.get(`/search?q=${q}`);
    assert.equal(status, 200, q);
    assert.match(main, /Nothing was found for “<bdi>/, q);
  }
  for (const q of ['***', '%22%22', '%F0%9F%8C%89', '-'])
    assert.match((await site.get(`/search?q=${q}`)).main, /There is no word in that/, q);
  assert.match((await site.get(`/search?q=${'w+'.repeat(3000)}`)).main, /too long to look for\. Use 200/);
  const script = await site.get('/search?q=%3Cscript%3Ealert(1)%3C/script%3E');
  assert.doesNotMatch(script.body, /<script>alert/);
  for (const query of ['q=a&q=b', 'q[]=a&q=a&q=b', 'q=a&from=x', 'q=a&from=9.1', 'q=a&from=1.1&from=1.2'])
    assert.equal((await site.get(`/search?${query}`)).status, 404, query);
  assert.equal((await site.get('/search?q=near&from=3.99999999999999999')).status, 404);
  assert.match((await site.get('/search?q=near&from=3.9999999999999999')).main, /Nothing was found/);
});
