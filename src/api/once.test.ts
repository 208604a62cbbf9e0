import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiSite, type Answer } from '../../test/support/api-site.ts';
import { editorAt } from '../../test/support/desk.ts';
import { openSqlite } from '../storage/sqlite/open.ts';

const STORY = '/api/v1/stories/the-barrier-holds';
const keyed = (key: string) => ({ 'idempotency-key': key });

test('a retry gets the same answer, says so, and changes nothing', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens();
  const id = await editor.posts('the-barrier-holds', 'Water over the quay.');
  const update = `/api/v1/updates/${id}`;
  const writes: [string, object?][] = [
    ['POST /api/v1/stories', { headline: 'Another' }],
    [`PATCH ${STORY}`, { dek: 'Once.' }],
    [`POST ${STORY}/updates`, { markdown: 'Once.' }],
    [`POST ${STORY}/corrections`, { was: 'a', is: 'b' }],
    [`PATCH ${update}`, { title: 'Once' }],
    [`POST ${update}/corrections`, { was: 'a', is: 'b' }],
    [`PUT ${update}/pin`],
    [`DELETE ${update}/pin`],
    [`POST ${update}/retraction`, { reason: 'Once.' }],
  ];
  for (const [call, body] of writes) {
    const asking = { ...(body && { body }), headers: keyed(call.slice(0, 60)) };
    const first = await site.ask(call, asking);
    const position = await site.newsroom.storage.position();
    const again = await site.ask(call, asking);
    assert.ok(first.status === 200 || first.status === 201, first.text);
    assert.deepEqual(essence(again), essence(first), call);
    assert.equal(first.headers.get('idempotency-replayed'), null);
    assert.equal(again.headers.get('idempotency-replayed'), 'true');
    assert.equal(await site.newsroom.storage.position(), position, call);
  }
});

const essence = ({ status, headers, text }: Answer) => ({
  status,
  text,
  etag: headers.get('etag'),
  location: headers.get('location'),
});

test('the same key, twenty times at once, is one update', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const asking = { body: { markdown: 'Once.' }, headers: keyed('k') };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => site.ask(`POST ${STORY}/updates`, asking)),
  );
  for (const { status, body } of answers) {
    if (status === 201) assert.equal(body.seq, 2);
    else assert.deepEqual([status, body.type], [409, '/api/v1/problems#request-in-flight']);
  }
  assert.ok(answers.some(({ status }) => status === 201));
  assert.equal(await site.newsroom.storage.position(), 2);
  assert.equal((await site.ask(`POST ${STORY}/updates`, asking)).body.seq, 2);
});

test('a key stands for one request: another body, address or method is refused', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens();
  await editor.opens({ headline: 'Another' });
  const headers = keyed('k');
  await site.ask(`POST ${STORY}/updates`, { body: { markdown: 'Once.' }, headers });
  const others: [string, object][] = [
    [`POST ${STORY}/updates`, { markdown: 'Twice.' }],
    ['POST /api/v1/stories/another/updates', { markdown: 'Once.' }],
    [`PATCH ${STORY}`, { dek: 'Once.' }],
  ];
  for (const [call, body] of others) {
    const refused = await site.ask(call, { body, headers });
    assert.deepEqual([refused.status, refused.body.type], [422, '/api/v1/problems#key-reused'], call);
  }
  assert.equal(await site.newsroom.storage.position(), 3);
});

test('keys of two tokens are nothing to each other', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const asking = { body: { markdown: 'Once each.' }, headers: keyed('k') };
  await site.ask(`POST ${STORY}/updates`, asking);
  const other = await site.ask(`POST ${STORY}/updates`, { ...asking, token: await site.token({}) });
  assert.deepEqual([other.status, other.body.seq], [201, 3]);
});

test('what was refused can be put right and sent with the same key', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const headers = keyed('k');
  assert.equal((await site.ask(`POST ${STORY}/updates`, { body: { markdown: '  ' }, headers })).status, 422);
  assert.equal(
    (await site.ask(`POST ${STORY}/updates`, { body: { markdown: 'Now.' }, headers })).status,
    201,
  );
});

test('a change that changes nothing keeps its answer too', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens({ dek: 'As it is.' });
  const asking = { body: { dek: 'As it is.' }, headers: keyed('k') };
  const first = await site.ask(`PATCH ${STORY}`, asking);
  await editor.posts('the-barrier-holds', 'Meanwhile.');
  const again = await site.ask(`PATCH ${STORY}`, asking);
  assert.deepEqual([first.body.seq, again.body.seq], [1, 1]);
  assert.equal(again.headers.get('idempotency-replayed'), 'true');
});

test('a retry decided on a version is answered, not told that its own change came between', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const asking = { body: { dek: 'Once.' }, headers: { ...keyed('k'), 'if-match': '"1"' } };
  assert.equal((await site.ask(`PATCH ${STORY}`, asking)).status, 200);
  assert.equal((await site.ask(`PATCH ${STORY}`, asking)).status, 200);
});

test('after a day a key is free again', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const post = (markdown: string) =>
    site.ask(`POST ${STORY}/updates`, { body: { markdown }, headers: keyed('k') });
  await post('Today.');
  site.newsroom.clock.pass(24 * 60);
  assert.equal((await post('Today.')).headers.get('idempotency-replayed'), 'true');
  site.newsroom.clock.pass(1);
  const tomorrow = await post('Tomorrow.');
  assert.deepEqual([tomorrow.status, tomorrow.body.seq], [201, 3]);
});

test('two threads that are sent the same request do it once, and both give the one answer', async () => {
  await using one = await apiSite();
  await editorAt(one.newsroom).opens();
  const storage = openSqlite(one.newsroom.folder);
  const token = await one.token({});
  {
    await using other = await apiSite({ newsroom: { ...one.newsroom, storage } });
    const asking = { token, body: { dek: 'Once.' }, headers: { ...keyed('k'), 'if-match': '"1"' } };
    const answers = await Promise.all([one, other].map((site) => site.ask(`PATCH ${STORY}`, asking)));
    assert.deepEqual(
      answers.map(({ status, body }) => [status, body.seq]),
      [
        [200, 2],
        [200, 2],
      ],
    );
  }
  await storage.close();
  assert.equal(await one.newsroom.storage.position(), 2);
});
