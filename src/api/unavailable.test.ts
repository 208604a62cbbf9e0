import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiSite } from '../../test/support/api-site.ts';
import { editorAt } from '../../test/support/desk.ts';
import { newsroomOnSqlite, type TestNewsroom } from '../../test/support/newsroom.ts';
import { StorageUnavailable } from '../domain/errors.ts';

const STORY = '/api/v1/stories/the-barrier-holds';

/** The same newsroom on a disk that fails while `fault` is set. */
function failing(newsroom: TestNewsroom): TestNewsroom & { fault: Error | null } {
  const { storage } = newsroom;
  const failingRoom = {
    ...newsroom,
    fault: null as Error | null,
    storage: {
      ...storage,
      commit: (change: Parameters<typeof storage.commit>[0]) =>
        failingRoom.fault ? Promise.reject(failingRoom.fault) : storage.commit(change),
    },
  };
  return failingRoom;
}

test('while nothing can be saved writes are told to come back, reading goes on, and the retry counts once', async () => {
  await using kept = await newsroomOnSqlite();
  await editorAt(kept).opens();
  const newsroom = failing(kept);
  await using site = await apiSite({ newsroom });
  const asking = { body: { markdown: 'Water over the quay.' }, headers: { 'idempotency-key': 'k' } };
  newsroom.fault = new StorageUnavailable('the disk is full');
  const refused = await site.ask(`POST ${STORY}/updates`, asking);
  assert.deepEqual([refused.status, refused.body.type], [503, '/api/v1/problems#storage-unavailable']);
  assert.equal(refused.headers.get('retry-after'), '5');
  assert.match(refused.body.detail, /the disk is full/);
  assert.equal((await site.ask(`GET ${STORY}`)).status, 200);
  assert.equal((await site.ask('GET /stories/the-barrier-holds.json', { token: null })).status, 200);
  newsroom.fault = null;
  const again = await site.ask(`POST ${STORY}/updates`, asking);
  assert.deepEqual([again.status, again.body.seq], [201, 2]);
});

test('what breaks inside is told by a reference alone', async () => {
  await using kept = await newsroomOnSqlite();
  const newsroom = failing(kept);
  await using site = await apiSite({ newsroom });
  newsroom.fault = new TypeError('UNIQUE constraint failed: stories.id');
  const broken = await site.ask('POST /api/v1/stories', { body: { headline: 'No Deal' } });
  assert.equal(broken.status, 500);
  assert.doesNotMatch(broken.text, /UNIQUE|TypeError|stories\.id/);
  assert.match(broken.body.detail, /reference [0-9a-f]{10}/);
});

const away = () => Promise.reject(new StorageUnavailable('the database is away'));

test('a token that cannot be looked up is no wrong token', async () => {
  await using kept = await newsroomOnSqlite();
  const { storage } = kept;
  await using site = await apiSite({
    newsroom: { ...kept, storage: { ...storage, tokens: { ...storage.tokens, byHash: away } } },
  });
  assert.equal((await site.ask('GET /api/v1/stories')).status, 503);
});
