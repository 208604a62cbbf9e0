import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiSite } from '../../test/support/api-site.ts';
import { editorAt } from '../../test/support/desk.ts';

const STORY = '/api/v1/stories/the-barrier-holds';

test('who decided on an old version is told the current one, and nothing is overwritten', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens();
  const id = await editor.posts('the-barrier-holds', 'Water over the quay.');
  await site.ask(`PATCH ${STORY}`, { body: { dek: 'Second version.' } });
  await site.ask(`PATCH /api/v1/updates/${id}`, { body: { title: 'Second version' } });
  const position = await site.newsroom.storage.position();

  const update = `/api/v1/updates/${id}`;
  const stale: [string, object?][] = [
    [`PATCH ${STORY}`, { dek: 'Mine.' }],
    [`POST ${STORY}/updates`, { markdown: 'Mine.' }],
    [`POST ${STORY}/corrections`, { was: 'a', is: 'b' }],
    [`PATCH ${update}`, { title: 'Mine' }],
    [`POST ${update}/corrections`, { was: 'a', is: 'b' }],
    [`POST ${update}/retraction`, { reason: 'Mine.' }],
    [`PUT ${update}/pin`],
    [`DELETE ${update}/pin`],
  ];
  for (const [call, body] of stale) {
    for (const tag of ['"1"', 'W/"2"', '"two"', '"1", "3"']) {
      const refused = await site.ask(call, { ...(body && { body }), headers: { 'if-match': tag } });
      assert.deepEqual([refused.status, refused.body.current], [412, 2], `${call} ${tag}`);
      assert.equal(refused.headers.get('etag'), '"2"');
    }
  }
  assert.equal(await site.newsroom.storage.position(), position);
});

test('the version that stands, a list with it in, and * let a change through', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const change = (dek: string, tag: string) =>
    site.ask(`PATCH ${STORY}`, { body: { dek }, headers: { 'if-match': tag } });
  assert.equal((await change('one', '"1"')).headers.get('etag'), '"2"');
  assert.equal((await change('two', '"1", "2"')).headers.get('etag'), '"3"');
  assert.equal((await change('three', '*')).headers.get('etag'), '"4"');
});

test('of ten who change the same version one wins, and nine are told', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const asked = Array.from({ length: 10 }, (_, index) =>
    site.ask(`PATCH ${STORY}`, { body: { dek: `By ${index}.` }, headers: { 'if-match': '"1"' } }),
  );
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  assert.deepEqual(
    [statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 412).length],
    [1, 9],
  );
  assert.equal(await site.newsroom.storage.position(), 2);
});

test('twenty who post at once are all there, in order, without a gap', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const words = Array.from({ length: 20 }, (_, index) => `Note ${index}.`);
  const posted = await Promise.all(
    words.map((markdown) => site.ask(`POST ${STORY}/updates`, { body: { markdown } })),
  );
  assert.deepEqual(
    posted.map(({ status }) => status),
    words.map(() => 201),
  );
  const seqs = posted.map(({ body }) => body.seq).toSorted((a, b) => a - b);
  assert.deepEqual(
    seqs,
    words.map((_, index) => index + 2),
  );
  const { body } = await site.ask(`GET ${STORY}/updates`);
  assert.deepEqual(new Set(body.items.map(({ text }) => text)), new Set(words));
});
