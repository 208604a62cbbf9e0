import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorAt } from '../../../test/support/desk.ts';
import { newsroomOnSqlite } from '../../../test/support/newsroom.ts';
import { changeSlug } from '../../commands/change-slug.ts';
import { markKeyEvent } from '../../commands/mark-key-event.ts';
import { retractUpdate } from '../../commands/retract-update.ts';
import type { DocumentJSON } from '../../domain/document.ts';
import { createServer } from '../../web/server.ts';
import { readerRoutes } from '../routes.ts';

const SITE = 'https://news.test';

async function siteWithFerry() {
  const newsroom = await newsroomOnSqlite();
  const server = createServer({ baseUrl: SITE, trustedProxies: [], maxBody: 1000 });
  await server.register(readerRoutes({ storage: newsroom.storage, baseUrl: () => SITE }));
  const desk = editorAt(newsroom);
  await desk.opens({ headline: 'Ferry overdue' });
  const get = async (url: string) => {
    const answer = await server.inject({ method: 'GET', url });
    return {
      ...answer,
      status: answer.statusCode,
      ids: idsIn(answer.body),
      location: answer.headers.location,
    };
  };
  return {
    ...newsroom,
    desk,
    get,
    async [Symbol.asyncDispose]() {
      await server.close();
      await newsroom[Symbol.asyncDispose]();
    },
  };
}

const idsIn = (body: string): string[] => [...body.matchAll(/<article id="u-([^"]+)"/g)].map(([, id]) => id!);
const linkIn = (body: string, name: string): string | undefined =>
  new RegExp(`<a class="${name}" href="([^"]+)"(?! hidden)`).exec(body)?.[1]?.replaceAll('&amp;', '&');

const quoting = (outlet: string, words: string): DocumentJSON => ({
  type: 'doc',
  content: [
    {
      type: 'statement',
      attrs: { speaker: 'Rosa', role: null, outlet, medium: null, interpreter: null, link: null, lang: null },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    },
  ],
});

const FERRY = '/stories/ferry-overdue';

test('filters have addresses of their own, and combine', async () => {
  await using site = await siteWithFerry();
  const { posts, onUpdate } = site.desk;
  const ana = { author: 'Ana "A" Li' };
  const one = await posts('ferry-overdue', 'On radar at dawn.', ana);
  const two = await posts('ferry-overdue', '', {
    body: quoting('Rádio Costa', 'Gone from radar.'),
    keyEvent: true,
  });
  const three = await posts('ferry-overdue', '', { ...ana, body: quoting('radio costa', 'Nothing seen.') });
  const wrong = await posts('ferry-overdue', 'Wrong radar.', { keyEvent: true });
  await onUpdate(wrong, retractUpdate(wrong, 'Not so.'));
  const shown = async (query: string) => (await site.get(`${FERRY}?${query}`)).ids;
  assert.deepEqual(await shown('only=key'), [two]);
  assert.deepEqual(await shown('outlet=RADIO+COSTA'), [three, two]);
  assert.deepEqual(await shown('outlet=R%C3%A1dio%20Costa&order=oldest'), [two, three]);
  assert.deepEqual(await shown(`author=${encodeURIComponent(ana.author)}`), [three, one]);
  assert.deepEqual(await shown('q=radar'), [two, one], 'retracted words are found by no one');
  assert.deepEqual(await shown('q=radar&outlet=radio+costa&only=key'), [two]);
  assert.deepEqual(
    await shown('q=&author=&outlet=&only='),
    [wrong, three, two, one],
    'empty fields ask nothing',
  );
  await onUpdate(two, markKeyEvent(two, false));
  assert.deepEqual(await shown('only=key'), []);
});

test('a filtered page says what it shows and leads back, and tells its script', async () => {
  await using site = await siteWithFerry();
  const { posts } = site.desk;
  await posts('ferry-overdue', '', { body: quoting('Rádio Costa', 'Gone.'), author: '<Ana>' });
  const { body } = await site.get(`${FERRY}?outlet=radio%20costa&author=%3CAna%3E&order=oldest`);
  assert.match(body, /<details class="filters" open="">/);
  assert.match(body, /<p class="found"><span>1 update<\/span>/);
  assert.match(body, /<bdi>Rádio Costa<\/bdi> <span aria-hidden="true">×/);
  assert.match(
    body,
    /<a class="all" href="\/stories\/ferry-overdue\?order=oldest#updates-heading">All updates/,
  );
  assert.match(body, /<input type="hidden" name="order" value="oldest">/);
  assert.match(body, /<option value="&lt;Ana&gt;" selected>&lt;Ana&gt;<\/option>/);
  assert.match(
    body,
    /data-part="outlets"><option value="Rádio Costa">Rádio Costa \(1\)<\/option><\/optgroup>/,
  );
  assert.match(
    body,
    /data-grows="end"[^>]* data-order="oldest" data-author="&lt;Ana&gt;" data-outlet="radio costa"/,
  );
  assert.match(
    body,
    /data-onward="\/stories\/ferry-overdue\?author=%3CAna%3E&amp;outlet=radio\+costa&amp;order=oldest&amp;page="/,
  );
  const plain = (await site.get(FERRY)).body;
  assert.doesNotMatch(plain, /class="found"|data-outlet|<details class="filters" open=/);
});

test('search engines are led from a filtered page to the whole story, and kept off questions', async () => {
  await using site = await siteWithFerry();
  await site.desk.posts('ferry-overdue', 'Radar.', { keyEvent: true });
  const canonical = `<link rel="canonical" href="${SITE}${FERRY}">`;
  const key = (await site.get(`${FERRY}?only=key`)).body;
  assert.ok(key.includes(canonical) && !key.includes('name="robots"'));
  const asked = (await site.get(`${FERRY}?q=radar`)).body;
  assert.ok(asked.includes(canonical) && asked.includes('<meta name="robots" content="noindex">'));
});

test('a filter runs on over pages, to the last update', async () => {
  await using site = await siteWithFerry();
  const key: string[] = [];
  for (let n = 0; n < 130; n += 1) {
    const id = await site.desk.posts('ferry-overdue', `Bulletin ${n}.`, { keyEvent: n % 2 === 0 });
    if (n % 2 === 0) key.unshift(id);
  }
  for (const [query, expected] of [
    ['?only=key', key],
    ['?only=key&q=bulletin', key],
    ['?only=key&order=oldest', key.toReversed()],
    ['?only=key&q=bulletin&order=oldest', key.toReversed()],
  ] as const) {
    const seen: string[] = [];
    for (let address: string | undefined = FERRY + query; address !== undefined;) {
      const page: Awaited<ReturnType<typeof site.get>> = await site.get(address);
      assert.ok(page.ids.length > 0 && page.ids.length <= 50, address);
      seen.push(...page.ids);
      address = linkIn(page.body, 'onward');
    }
    assert.deepEqual(seen, expected, query);
  }
});

test('an address that can be no filter is 404; a name or word that nothing has shows an empty page with a way back', async () => {
  await using site = await siteWithFerry();
  await site.desk.posts('ferry-overdue', 'Radar.');
  const absurd = [
    'only=keys',
    'only=key&only=key',
    'author=a&author=b',
    'q=a&q=b',
    'order=up',
    'page=0',
    'page=x',
  ];
  absurd.push(`author=${'x'.repeat(300)}`, `outlet=${'x'.repeat(300)}`, 'order=newest&order=oldest');
  for (const query of absurd) assert.equal((await site.get(`${FERRY}?${query}`)).status, 404, query);
  const hostile = [
    'author=nobody',
    'outlet=none',
    'q=zeppelin',
    'q=***',
    'q=%22%22',
    `q=${'word+'.repeat(1000)}`,
  ];
  hostile.push(
    'q=head%3Ax+AND+NOT+(',
    'q=%27%20%26%20!%20%7C',
    'outlet=%F0%9F%8C%89',
    'q=%ED%A0%80',
    'page=1',
  );
  for (const query of hostile) {
    const page = await site.get(`${FERRY}?${query}`);
    assert.deepEqual([page.status, page.ids], [200, []], query);
  }
  assert.equal((await site.get(`${FERRY}?q=%00`)).ids.length, 1, 'nothing but a control asks nothing');
  assert.match((await site.get(`${FERRY}?q=zeppelin`)).body, /No update matches[^<]*<\/p>/);
  assert.match((await site.get(`${FERRY}?q=***`)).body, /There is no word in that to look for\./);
  assert.match((await site.get(`${FERRY}?q=${'word+'.repeat(100)}`)).body, /too long to look for\. Use 200/);
});

test('every update has an address in the story, which leads to it on its page', async () => {
  await using site = await siteWithFerry();
  const ids: string[] = [];
  for (let n = 0; n < 60; n += 1) ids.push(await site.desk.posts('ferry-overdue', `Bulletin ${n}.`));
  const [old, late] = [ids[3]!, ids[59]!];
  const first = await site.get(`${FERRY}?u=${late}`);
  assert.deepEqual([first.status, first.location], [302, `${FERRY}#u-${late}`]);
  assert.equal(first.headers['cache-control'], 'no-store');
  const { location } = await site.get(`${FERRY}?u=${old}`);
  assert.equal(location, `${FERRY}?page=6#u-${old}`);
  assert.equal((await site.get(location)).ids[0], old);
  for (const u of ['', 'x', `${old}&u=${old}`, '01900000-0000-7000-8000-000000000000'])
    assert.equal((await site.get(`${FERRY}?u=${u}`)).status, 404, u);
  await site.desk.onStory('ferry-overdue', changeSlug('ferry'));
  assert.deepEqual((await site.get(`${FERRY}?u=${old}`)).location, `/stories/ferry?u=${old}`);
});
