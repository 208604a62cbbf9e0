import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiSite, type ApiSite } from '../../test/support/api-site.ts';

const FLOOD = '/api/v1/stories/the-flood';
const FLUT = '/api/v1/stories/die-flut';

/** A story and its German translation. */
async function flood(site: ApiSite): Promise<void> {
  await site.ask('POST /api/v1/stories', { body: { headline: 'The flood' } });
  const body = { headline: 'Die Flut', lang: 'de', translationOf: 'the-flood' };
  assert.equal((await site.ask('POST /api/v1/stories', { body })).status, 201);
}

test('a story is opened as a translation, goes stale with a correction of its original, and is checked', async () => {
  await using site = await apiSite();
  await flood(site);
  const correction = { was: 'a flood', is: 'the flood' };
  assert.equal((await site.ask(`POST ${FLOOD}/corrections`, { body: correction })).status, 201);
  const { body: stale } = await site.ask(`GET ${FLUT}`);
  assert.equal(stale['translationOf'], 'the-flood');
  assert.equal(stale['sourceCorrectedAt'], site.newsroom.clock.now());
  const translations = (await site.ask(`GET ${FLOOD}`)).body['translations'];
  assert.deepEqual(translations, [
    { lang: 'de', slug: 'die-flut', url: `${site.url}/stories/die-flut`, stale: true },
  ]);

  const checked = await site.ask(`PATCH ${FLUT}`, { body: { translationChecked: true } });
  assert.equal(checked.status, 200);
  assert.equal((await site.ask(`GET ${FLUT}`)).body['sourceCorrectedAt'], null);
  const whole = await site.ask('GET /stories/the-flood.json');
  assert.match(whole.text, /"slug":"die-flut",[^}]*"stale":false/);
});

test('a story that stands is linked and unlinked beside other changes, under its version', async () => {
  await using site = await apiSite();
  await site.ask('POST /api/v1/stories', { body: { headline: 'The flood' } });
  await site.ask('POST /api/v1/stories', { body: { headline: 'Die Flut' } });
  const body = { lang: 'de', translationOf: 'the-flood', translationChecked: true };
  const late = await site.ask(`PATCH ${FLUT}`, { body, headers: { 'if-match': '"7"' } });
  assert.equal(late.status, 412);
  const linked = await site.ask(`PATCH ${FLUT}`, { body, headers: { 'if-match': '"1"' } });
  assert.deepEqual([linked.status, linked.body.version, linked.body.seq], [200, 3, 3]);
  assert.equal((await site.ask(`PATCH ${FLUT}`, { body: { translationOf: null } })).status, 200);
  assert.deepEqual((await site.ask(`GET ${FLOOD}`)).body['translations'], []);
});

test('what cannot be a translation is told, with the field that says so', async () => {
  await using site = await apiSite();
  await flood(site);
  await site.ask('POST /api/v1/stories', { body: { headline: 'Again' } });
  const refusals: [string, Record<string, unknown>, string, RegExp][] = [
    [FLUT, { translationOf: 'die-flut' }, '/translationOf', /this story itself/],
    ['/api/v1/stories/again', { translationOf: 'die-flut' }, '/translationOf', /a translation itself/],
    ['/api/v1/stories/again', { translationOf: 'the-flood' }, '/translationOf', /in this language \(en\)/],
    ['/api/v1/stories/again', { translationOf: 'nowhere' }, '/translationOf', /none at this one/],
    ['/api/v1/stories/again', { translationChecked: true }, '/translationChecked', /this story is none/],
    [FLUT, { lang: 'en' }, '/lang', /the-flood tells the same/],
  ];
  for (const [path, body, pointer, detail] of refusals) {
    const answer = await site.ask(`PATCH ${path}`, { body });
    assert.equal(answer.status, 422, answer.text);
    assert.equal(answer.body.errors[0]?.pointer, pointer);
    assert.match(answer.body.errors[0]?.detail ?? '', detail);
  }
});

test('a retry of a link is answered as the first was, and nothing happens twice', async () => {
  await using site = await apiSite();
  await flood(site);
  const body = { headline: 'Lũ lụt', lang: 'vi', translationOf: 'the-flood' };
  const headers = { 'idempotency-key': 'vi' };
  const first = await site.ask('POST /api/v1/stories', { body, headers });
  const position = await site.newsroom.storage.position();
  const second = await site.ask('POST /api/v1/stories', { body, headers });
  assert.deepEqual(second.body, first.body);
  assert.equal(await site.newsroom.storage.position(), position);
});
