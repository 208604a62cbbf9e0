import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client } from 'pg';
import { freshDatabase, startPostgres } from '../../../test/support/postgres.ts';
import { StorageUnavailable } from '../../domain/errors.ts';
import { aStory, commit, opening, posting, tell } from '../contract/telling.ts';
import { woken } from '../contract/wakes.ts';
import { COMMIT_LOCK } from './names.ts';
import { migratePostgres, openPostgres } from './open.ts';
import { executed, openedOn } from './opened.ts';

const missed = (wake: object): boolean => 'missed' in wake;

test('while the database is away reads and writes say so; when it is back all is as it was', async () => {
  await using server = await startPostgres();
  await migratePostgres(server.url);
  const storage = await openPostgres(server.url);
  let told = await commit(storage, aStory(), [opening('bridge')]);
  await server.stop();
  const { told: _, ...change } = tell(told, [posting('One.')]);
  await assert.rejects(storage.commit(change), StorageUnavailable);
  await assert.rejects(storage.findStory({ slug: 'bridge' }), StorageUnavailable);
  await assert.rejects(openPostgres(server.url), StorageUnavailable);
  await assert.rejects(migratePostgres(server.url), StorageUnavailable);
  const back = woken(storage, missed);
  await server.start();
  await back;
  told = await commit(storage, told, [posting('One.')]);
  const heard = woken(storage, (wake) => 'storyId' in wake && wake.seq === 3);
  await commit(storage, told, [posting('Two.')]);
  await heard;
  assert.equal(await storage.position(), 3);
  await storage.close();
});

test('a wrong port, a wrong password, a database that is not there: refused with the reason, without the password', async () => {
  await using database = await freshDatabase();
  const refusal = async (change: (url: URL) => void): Promise<string> => {
    const url = new URL(database.url);
    change(url);
    const error: unknown = await openPostgres(url.href).then(
      () => null,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof StorageUnavailable);
    return error.message;
  };
  assert.match(await refusal((url) => void (url.port = '1')), /ECONNREFUSED/);
  assert.match(await refusal((url) => void (url.pathname = '/nowhere')), /"nowhere" does not exist/);
  const wrong = await refusal((url) => void (url.password = 'swordfish'));
  assert.match(wrong, /password authentication failed/);
  assert.doesNotMatch(wrong, /swordfish/);
});

test('a connection that is cut in the middle of a commit has written nothing, and the next commit is taken', async () => {
  await using opened = await openedOn(await freshDatabase());
  const { storage, url } = opened;
  const told = await commit(storage, aStory(), [opening('bridge')]);
  // The commit stands waiting for its turn while its connection is cut.
  const holder = await openPostgres(url);
  const cut = await cutWhileWaiting(url, () => {
    const { told: _, ...change } = tell(told, [posting('Cut off.')]);
    return storage.commit(change);
  });
  assert.ok(cut instanceof StorageUnavailable);
  assert.equal(await storage.position(), 1);
  await commit(storage, told, [posting('One.')]);
  assert.equal(await holder.position(), 2);
  await holder.close();
});

/** Holds the commit lock, lets a commit run into it, ends that commit's connection; what the commit rejected with. */
async function cutWhileWaiting(url: string, committing: () => Promise<unknown>): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`SELECT pg_advisory_lock(${COMMIT_LOCK})`);
  const outcome = committing().then(
    () => null,
    (error: unknown) => error,
  );
  const waiting = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  let pid: unknown;
  while (pid === undefined) pid = (await client.query<{ pid: number }>(waiting)).rows[0]?.pid;
  await client.query('SELECT pg_terminate_backend($1)', [pid]);
  const error = await outcome;
  await client.end();
  return error;
}

test('a listener that lost its line is woken once it listens again, and reads on without a gap', async () => {
  await using opened = await openedOn(await freshDatabase());
  const follower = await opened.another();
  let told = await commit(opened.storage, aStory(), [opening('bridge')]);
  const back = woken(follower, missed);
  const cut = await opened.execute(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'writethru listener'`,
  );
  assert.equal(cut.length, 2, 'both handles listen on a line of their own');
  told = await commit(opened.storage, told, [posting('While nobody listened.')]);
  await back;
  assert.deepEqual(
    (await follower.storyMarks(told.storyId, 1, 10)).map((mark) => mark.seq),
    [2],
  );
  const heard = woken(follower, (wake) => 'storyId' in wake && wake.seq === 3);
  await commit(opened.storage, told, [posting('And again.')]);
  await heard;
});

test('what others say on the channel is taken for a missed wake, whatever it is', async () => {
  await using opened = await openedOn(await freshDatabase());
  for (const payload of ['', 'null', '7', '{"storyId":7,"seq":1}', 'not json', '[]']) {
    const heard = woken(opened.storage, missed);
    await executed(opened.url, `SELECT pg_notify('writethru', '${payload}')`);
    await heard;
  }
});

test('a bus may be spoken to directly, and every node hears it', async () => {
  await using opened = await openedOn(await freshDatabase());
  const other = await opened.another();
  const heard = Promise.all(
    [opened.storage, other].map((storage) => woken(storage, (wake) => 'clock' in wake)),
  );
  opened.storage.bus.publish({ clock: true });
  await heard;
});

test('after closing, nothing is answered and nothing hangs', async () => {
  await using opened = await openedOn(await freshDatabase());
  const storage = await openPostgres(opened.url);
  await storage.close();
  await assert.rejects(storage.position(), StorageUnavailable);
});
