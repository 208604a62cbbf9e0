import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite } from '../../../../../test/support/desk-site.ts';
import { editorAt } from '../../../../../test/support/desk.ts';
import { openDeskStream } from '../../../../../test/support/desk-stream.ts';
import { openStreamReader } from '../../../../../test/support/stream.ts';
import { createToken } from '../../../../commands/create-token.ts';
import { newId } from '../../../../domain/id.ts';
import { verify } from '../../../../ops/verify.ts';
import { openSampleWhereEmpty } from '../../../../sample/open-sample.ts';
import type { DiscardedWire } from '../../../shared/wire.ts';

async function newNewsroom() {
  const site = await deskSite();
  const { newsroom, url } = site;
  await openSampleWhereEmpty(newsroom);
  await editorAt(newsroom).opens({ headline: 'River' });
  const sample = await newsroom.storage.desk.sample();
  assert.ok(sample);
  const { id, slug } = sample.story;
  const token = await createToken(newsroom, { name: 'feed', scope: 'read' });
  assert.ok(token.type === 'created');
  const [update] = (await newsroom.storage.snapshot(id, { order: 'newest', limit: 1 }))!.updates;
  const api = { authorization: `Bearer ${token.secret}` };
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(url + path, { headers, redirect: 'manual' });
  return { site, id, slug, updateId: update!.id, api, get };
}

/** Addresses that are the sample's own. */
const own = (slug: string, updateId: string): string[] => [
  `/stories/${slug}`,
  `/stories/${slug}?order=oldest`,
  `/stories/${slug}?only=key`,
  `/stories/${slug}/updates/${updateId}`,
  `/stories/${slug}/corrections`,
  `/stories/${slug}/history`,
  `/stories/${slug}/feed.xml`,
  `/stories/${slug}/feed.atom`,
  `/stories/${slug}/feed.json`,
  `/stories/${slug}.json`,
  `/stories/${slug}/live`,
  `/stories/${slug}/events.json?after=0`,
  `/api/v1/stories/${slug}`,
  `/api/v1/stories/${slug}/updates`,
  `/api/v1/updates/${updateId}`,
  '/authors/ilse-barrow',
  '/sections/coast',
];

/** Addresses where it stood among others. */
const SHARED = [
  '/',
  '/feed.xml',
  '/feed.atom',
  '/feed.json',
  '/sitemap.xml',
  '/news-sitemap.xml',
  '/search?q=ferry',
  '/stories/river',
  '/stories/night-ferry',
  '/api/v1/stories',
];

test('an admin throws the sample away: no address answers for it, none tells of it, and verify is clean', async () => {
  const { site, id, slug, updateId, api, get } = await newNewsroom();
  await using _ = site;
  const ada = await site.as('admin');
  const answers = async () =>
    Promise.all(
      own(slug, updateId).map(async (path) => {
        const leave = new AbortController();
        const answer = await fetch(site.url + path, { headers: api, signal: leave.signal });
        leave.abort();
        return answer.status;
      }),
    );
  const before = await answers();
  for (const [index, status] of before.entries())
    assert.ok(status < 400, `${own(slug, updateId)[index]}: ${status}`);

  site.newsroom.clock.pass(1);
  assert.equal((await ada.ask(`PUT /stories/${id}/trash`)).status, 200);
  assert.deepEqual(
    await answers(),
    own(slug, updateId).map(() => 404),
  );
  for (const path of SHARED) {
    const text = await (await get(path, api)).text();
    assert.doesNotMatch(text.replaceAll('/stories/night-ferry', ''), /night-ferry|Alder Grace|Ilse/, path);
  }
  for (const path of [`/stories/${id}`, `/stories/${id}/updates`, `/updates/${updateId}/history`])
    assert.equal((await ada.ask(`GET ${path}`)).status, 404, path);
  for (const path of ['/stories', '/search?q=ferry', '/authors'])
    assert.doesNotMatch((await ada.ask(`GET ${path}`)).text, /Ferry|Ilse/, path);
  const { items } = (await ada.ask('GET /trash/stories')).body as DiscardedWire;
  assert.deepEqual(
    items.map((item) => [item.id, item.by]),
    [[id, ada.person.name]],
  );
  assert.equal((await verify(site.newsroom.storage)).type, 'ok');

  site.newsroom.clock.pass(1);
  assert.equal((await ada.ask(`DELETE /stories/${id}/trash`)).status, 200);
  assert.deepEqual(await answers(), before);
  assert.equal((await verify(site.newsroom.storage)).type, 'ok');
  const told = await site.newsroom.storage.desk.activity({ storyId: id, limit: 2, cursor: null });
  assert.deepEqual(
    told.items.map(({ action, actor }) => [action, actor]),
    [
      ['restore', `person ${ada.person.id}`],
      ['discard', `person ${ada.person.id}`],
    ],
  );
});

test('whoever reads it at that moment is told to load anew, on its page and on the front page; desks ask anew', async () => {
  const { site, id, slug } = await newNewsroom();
  await using _ = site;
  const ada = await site.as('admin');
  const reader = await openStreamReader(`${site.url}/stories/${slug}/live`);
  const front = await openStreamReader(`${site.url}/live`);
  const desk = await openDeskStream(site.url, ada.cookie);
  await Promise.all([reader.beat(1), front.beat(1), desk.until('hello')]);
  await ada.ask(`PUT /stories/${id}/trash`);
  await reader.ended;
  assert.equal(reader.resets, 1);
  const [frame] = await front.until(1);
  assert.deepEqual([frame?.name, (frame?.data as { storyId?: string } | undefined)?.storyId], ['remove', id]);
  await desk.until('story', ({ storyId }) => storyId === id);
  await ada.ask(`DELETE /stories/${id}/trash`);
  assert.equal((await front.until(2))[1]?.name, 'story');
  front.close();
  desk.close();
});

test('no other story goes that way, whatever it is called; and an editor throws nothing away', async () => {
  const { site, id } = await newNewsroom();
  await using _ = site;
  const ada = await site.as('admin');
  const desk = editorAt(site.newsroom);
  const twin = await desk.opens({ headline: 'Night Ferry Overdue in the Merrow Strait' });
  const { storyId } = twin.events[0]!;
  const refused = await ada.ask(`PUT /stories/${storyId}/trash`);
  assert.equal(refused.status, 409);
  assert.match(refused.body.type, /#not-the-sample$/);
  assert.match(refused.body.detail, /stays.*sample alone can be discarded/);
  const edda = await site.as('editor');
  for (const call of [`PUT /stories/${id}/trash`, `DELETE /stories/${id}/trash`, 'GET /trash/stories'])
    assert.equal((await edda.ask(call)).status, 403, call);
  assert.ok(await site.newsroom.storage.findStory({ id }));
});

test('no top is begun over the sample while it is in the trash', async () => {
  const { site, id } = await newNewsroom();
  await using _ = site;
  const [admin, reporter] = [await site.as('admin'), await site.as('reporter')];
  assert.equal((await admin.ask(`PUT /stories/${id}/trash`)).status, 200);
  const body = { id: newId(site.newsroom.clock.now()), storyId: id, kind: 'top' };
  assert.equal((await reporter.ask('POST /drafts', { body })).status, 404);
});
