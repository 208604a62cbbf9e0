import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { changeSlug } from '../../src/commands/change-slug.ts';
import { createToken } from '../../src/commands/create-token.ts';
import { recordAuthor } from '../../src/commands/record-author.ts';
import { OF_THE_LOG } from '../../src/web/serving/caching.ts';
import { editorAt } from '../support/desk.ts';
import { deskSite } from '../support/desk-site.ts';
import { photo } from '../support/pictures.ts';
import { getRoutes } from '../support/routes.ts';

const FILE = path.join(import.meta.dirname, '..', '..', 'docs', 'caching.md');

/** One row of the table: what answers at these addresses say of themselves. */
type Row = {
  addresses: string[];
  caching: string;
  tagged: boolean;
  keys: string | null;
  held: string | null;
};

const quoted = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, said = '']) => said);

function table(): Row[] {
  const [, text = ''] = fs.readFileSync(FILE, 'utf8').split(/^\| address .*\n\| -.*\n/m);
  const [rows = ''] = text.split('\n\n', 1);
  return rows.split('\n').map((line) => {
    const [addresses = '', caching = '', tag, keys, held = ''] = line
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    return {
      addresses: quoted(addresses),
      caching: quoted(caching)[0] ?? '',
      tagged: tag === 'yes',
      keys: quoted(keys)[0] ?? null,
      held: /^(\d+) s$/.exec(held)?.[1] ?? null,
    };
  });
}

/** The row of a route: its own, or the one of the longest address it lies under. */
function rowOf(rows: Row[], route: string): Row | undefined {
  const fits = (address: string): boolean =>
    address === route || (address.endsWith('*') && route.startsWith(address.slice(0, -1)));
  const best = rows
    .flatMap(({ addresses }) => addresses.filter(fits))
    .toSorted((a, b) => Number(b === route) - Number(a === route) || b.length - a.length)[0];
  return rows.find(({ addresses }) => best !== undefined && addresses.includes(best));
}

test('every address says of itself what the table of docs/caching.md says of it', async () => {
  await using site = await deskSite({
    settings: { PURGE_URL: 'http://127.0.0.1:9/', PURGE_FORM: 'json' },
  });
  const { newsroom, url } = site;
  const desk = editorAt(newsroom);
  const admin = await site.as('admin');
  await desk.opens({ headline: 'River', section: 'World', byline: ['Ines Okafor'] });
  const id = await desk.posts('river', 'Water at the wall.', { author: 'Ines Okafor' });
  await recordAuthor(newsroom, 'test', { name: 'Ines Okafor' });
  const token = await createToken(newsroom, { name: 'me', scope: 'admin' });
  assert.ok(token.type === 'created');
  const bearer = { authorization: `Bearer ${token.secret}` };
  const written = await fetch(`${url}/api/v1/pages/about`, {
    method: 'PUT',
    headers: { ...bearer, 'content-type': 'application/json' },
    body: '{"title":"About us","markdown":"Four people."}',
  });
  assert.ok(written.ok);
  const taken = await fetch(`${url}/api/v1/media?alt=A+wall.`, {
    method: 'POST',
    headers: { ...bearer, 'content-type': 'image/jpeg' },
    body: new Uint8Array(await photo()),
  });
  const picture = (await taken.json()) as { id: string; url: string };
  const shown = (await fetch(picture.url)).url.split('/').at(-1)!;

  const sample = (route: string): string =>
    route
      .replace(/^\/media\/:id/, `/media/${picture.id}`)
      .replace(':name', shown)
      .replace(':mediaId', picture.id)
      .replace(':file', shown)
      .replace(/^(\/sections\/):slug/, '$1world')
      .replace(/^(\/authors\/):slug/, '$1ines-okafor')
      .replace(/^(\/pages\/):slug/, '$1about')
      .replace(':slug', 'river')
      .replace(':id', id)
      .replace(/:\w+|\*$/g, 'none')
      .replace(/events\.json$/, '$&?after=0');
  const rows = table();
  const unasked = new Set(rows);
  for (const route of getRoutes(site.server)) {
    const row = rowOf(rows, route);
    assert.ok(row, `${route} is in no row of docs/caching.md`);
    const address = sample(route);
    const about = `${route} (${address})`;
    const headers: Record<string, string> = route.startsWith('/desk/') ? { cookie: admin.cookie } : bearer;
    const gone = new AbortController();
    const answer: Response = await fetch(url + address, { headers, redirect: 'manual', signal: gone.signal });
    if (answer.status >= 400) {
      // What names nothing here is refused, and says so to no cache.
      assert.match(row.addresses.join(), /\/api\/|\/desk\/\*|\/desk\/assets/, `${about}: ${answer.status}`);
      assert.equal(answer.headers.get('cache-control'), 'no-store', about);
      gone.abort();
      continue;
    }
    unasked.delete(row);
    const said = (name: string): string | null => answer.headers.get(name);
    assert.equal(said('cache-control'), row.caching, about);
    // An object of the API has its version for a tag, to write by (RFC 9110 §13.1.1).
    if (row.caching !== 'no-store') assert.equal(said('etag') !== null, row.tagged, `${about}: tag`);
    const keys = row.keys?.replace('SLUG', 'river').replace('ID', picture.id) ?? null;
    assert.equal(said('surrogate-key'), keys, about);
    assert.equal(said('cdn-cache-control'), row.held && `max-age=${row.held}, stale-if-error=300`, about);
    gone.abort();
    if (!row.tagged) continue;
    const again = await fetch(url + address, { headers: { ...headers, 'if-none-match': said('etag')! } });
    assert.equal(again.status, 304, about);
    assert.equal(again.headers.get('cache-control'), row.caching, about);
  }
  assert.deepEqual([...unasked], [], 'the table tells of nothing that is not there');
});

test('without a cache that is told, answers carry no keys, and none may be held longer than a second', async () => {
  await using site = await deskSite();
  await editorAt(site.newsroom).opens({ headline: 'River' });
  const { headers } = await fetch(`${site.url}/stories/river`);
  assert.equal(headers.get('cache-control'), OF_THE_LOG);
  for (const name of ['surrogate-key', 'cache-tag', 'xkey', 'cdn-cache-control', 'surrogate-control'])
    assert.equal(headers.get(name), null, name);
});

test('what is not there, and what is refused, is held by no cache, whatever else stands at its address', async () => {
  await using site = await deskSite({
    settings: { PURGE_URL: 'http://127.0.0.1:9/', PURGE_FORM: 'fastly' },
  });
  await editorAt(site.newsroom).opens({ headline: 'River' });
  for (const address of ['/stories/none', '/stories/river?order=up', '/stories/river/events.json?after=x']) {
    for (const accept of ['text/html', '*/*']) {
      const { status, headers } = await fetch(site.url + address, { headers: { accept } });
      assert.ok(status >= 400, address);
      assert.match(headers.get('cache-control') ?? '', /^no-(cache|store)$/, address);
      assert.equal(headers.get('surrogate-control'), null, address);
      assert.equal(headers.get('surrogate-key'), null, address);
    }
  }
});

test('a former address leads on for a minute and no longer: it may be the present one again', async () => {
  await using site = await deskSite();
  const desk = editorAt(site.newsroom);
  await desk.opens({ headline: 'River' });
  const led = async (from: string): Promise<[number, string | null, string | null]> => {
    const { status, headers } = await fetch(site.url + from, { redirect: 'manual' });
    return [status, headers.get('location'), headers.get('cache-control')];
  };
  await desk.onStory('river', changeSlug('the-river'));
  for (const behind of ['', '.json', '/history', '/feed.xml', '/live', '/events.json?after=1'])
    assert.deepEqual(await led(`/stories/river${behind}`), [
      301,
      `/stories/the-river${behind}`,
      'public, max-age=60',
    ]);
  await desk.onStory('the-river', changeSlug('river'));
  assert.deepEqual((await led('/stories/the-river')).slice(0, 2), [301, '/stories/river']);
});
