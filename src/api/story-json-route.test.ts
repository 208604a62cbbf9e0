import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiSite, type ApiSite } from '../../test/support/api-site.ts';
import { editorAt } from '../../test/support/desk.ts';
import { recordAuthor } from '../commands/record-author.ts';
import { OF_THE_LOG } from '../web/serving/caching.ts';

const ask = (site: ApiSite, headers: Record<string, string> = {}, slug = 'the-barrier-holds') =>
  site.ask(`GET /stories/${slug}.json`, { token: null, headers });

test('the whole story is public, and held until something happens', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens();
  const before = await ask(site, { 'accept-encoding': 'identity' });
  assert.equal(before.status, 200);
  assert.equal(before.headers.get('cache-control'), OF_THE_LOG);
  assert.equal(before.headers.get('etag'), '"1.0"');
  assert.deepEqual(before.body.updates, []);
  await editor.posts('the-barrier-holds', 'Water over the quay.');
  const after = await ask(site, { 'accept-encoding': 'identity' });
  assert.equal(after.headers.get('etag'), '"2.0"');
  assert.equal((after.body.updates as unknown[]).length, 1);
  await recordAuthor(site.newsroom, 'test', { name: 'Ines Aguilar' });
  assert.equal((await ask(site)).headers.get('etag'), '"2.1-gzip"', 'the site’s own log counts as well');
});

test('who holds the newest is told so, in either encoding', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens();
  for (const coding of ['gzip', 'identity']) {
    const { headers } = await ask(site, { 'accept-encoding': coding });
    const tag = headers.get('etag') ?? '';
    const again = await ask(site, { 'accept-encoding': coding, 'if-none-match': `"0.0", W/${tag}` });
    assert.deepEqual([again.status, again.text], [304, '']);
    assert.equal(again.headers.get('vary'), 'accept-encoding');
  }
  await editor.posts('the-barrier-holds', 'Water over the quay.');
  assert.equal((await ask(site, { 'if-none-match': '"1.0", "1.0-gzip"' })).status, 200);
});

test('it is packed for who can unpack it', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const codings: [string, string | null][] = [
    ['gzip', 'gzip'],
    ['br, gzip;q=0.5', 'gzip'],
    ['*', 'gzip'],
    ['identity', null],
    ['br', null],
    ['gzip;q=0', null],
    ['gzip; q=0.000, br', null],
    ['xgzip', null],
  ];
  for (const [accepted, coding] of codings) {
    const { headers, body } = await ask(site, { 'accept-encoding': accepted });
    assert.equal(headers.get('content-encoding'), coding, accepted);
    assert.equal(body.slug, 'the-barrier-holds');
  }
});

test('a former address leads to the one in force in one hop; one that never was is told as a problem', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  for (const slug of ['second', 'third-大雪']) {
    await site.ask('PATCH /api/v1/stories/the-barrier-holds', { body: { slug } });
  }
  for (const slug of ['the-barrier-holds', 'second']) {
    const moved = await ask(site, {}, slug);
    assert.deepEqual(
      [moved.status, moved.headers.get('location')],
      [301, '/stories/third-%E5%A4%A7%E9%9B%AA.json'],
    );
  }
  const asked = await site.ask('GET /stories/second.json?from=feed&n=1');
  assert.equal(asked.headers.get('location'), '/stories/third-%E5%A4%A7%E9%9B%AA.json?from=feed&n=1');
  assert.equal((await ask(site, {}, encodeURIComponent('third-大雪'))).status, 200);
  const nowhere = await ask(site, {}, 'nowhere');
  assert.deepEqual([nowhere.status, nowhere.body.type], [404, '/api/v1/problems#unknown-story']);
});

test('many who ask at once, while updates are posted, each get a whole story of one moment', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens();
  const asked: ReturnType<typeof ask>[] = [];
  for (let post = 0; post < 10; post += 1) {
    asked.push(ask(site), ask(site));
    await editor.posts('the-barrier-holds', `Note ${post}.`);
  }
  for (const { body, headers } of await Promise.all(asked)) {
    assert.equal(body.seq, (body.updates as unknown[]).length + 1);
    assert.equal(headers.get('etag'), `"${body.seq}.0-gzip"`);
  }
});

test('more stories than are held are all served', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  const slugs = Array.from({ length: 40 }, (_, index) => `story-${index}`);
  for (const headline of slugs) await editor.opens({ headline });
  for (const slug of [...slugs, ...slugs]) assert.equal((await ask(site, {}, slug)).body.slug, slug);
});
