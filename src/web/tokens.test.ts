import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createToken } from '../commands/create-token.ts';
import { newsroomOnSqlite, type TestNewsroom } from '../../test/support/newsroom.ts';
import { reaches, tokenReader } from './tokens.ts';

const readerOf = ({ storage, clock }: TestNewsroom) =>
  tokenReader(
    storage.tokens,
    () => clock.now(),
    (error) => {
      throw error;
    },
  );

async function made(newsroom: TestNewsroom) {
  const token = await createToken(newsroom, { name: 'wire', scope: 'write' });
  assert.ok(token.type === 'created');
  return token;
}

const lastUse = async ({ storage }: TestNewsroom) => (await storage.tokens.list())[0]?.lastUsedAt;

test('a token says who asks and how far they reach', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { id, secret } = await made(newsroom);
  const read = readerOf(newsroom);
  assert.deepEqual(await read(`Bearer ${secret}`), { id, scope: 'write', storyId: null });
  assert.deepEqual(await read(`bearer  ${secret} `), { id, scope: 'write', storyId: null });
});

test('unknown, revoked and garbled tokens are refused alike', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { id, secret } = await made(newsroom);
  const read = readerOf(newsroom);
  await newsroom.storage.tokens.revoke(id, newsroom.clock.now());
  const garbled = [
    '',
    'Bearer',
    'Bearer ',
    secret,
    `Basic ${secret}`,
    `Bearer ${secret}x`,
    `Bearer ${secret}, Bearer x`,
  ];
  const given = [`Bearer ${secret}`, `Bearer wt_${'A'.repeat(43)}`, ...garbled];
  for (const header of given)
    assert.deepEqual(await read(header), { type: 'token-needed', given: true }, header);
  assert.deepEqual(await read(undefined), { type: 'token-needed', given: false });
  assert.equal(await lastUse(newsroom), null);
});

test('the last use is marked, at most once a minute', async () => {
  await using newsroom = await newsroomOnSqlite('2019-02-28T05:00:00.000Z');
  const { secret } = await made(newsroom);
  const read = readerOf(newsroom);
  const uses: unknown[] = [];
  for (const minutes of [0, 0.5, 0.4, 0.2, 2]) {
    newsroom.clock.pass(minutes);
    await read(`Bearer ${secret}`);
    uses.push(await lastUse(newsroom));
  }
  assert.deepEqual(uses, [
    '2019-02-28T05:00:00.000Z',
    '2019-02-28T05:00:00.000Z',
    '2019-02-28T05:00:00.000Z',
    '2019-02-28T05:01:06.000Z',
    '2019-02-28T05:03:06.000Z',
  ]);
  const another = readerOf(newsroom);
  await another(`Bearer ${secret}`);
  assert.equal(
    await lastUse(newsroom),
    '2019-02-28T05:03:06.000Z',
    'another thread sees that it was just marked',
  );
});

test('a use that cannot be marked stops nobody', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { id, secret } = await made(newsroom);
  const faults: unknown[] = [];
  const away = { ...newsroom.storage.tokens, markUsed: () => Promise.reject(new Error('the disk is full')) };
  const read = tokenReader(
    away,
    () => newsroom.clock.now(),
    (error) => faults.push(error),
  );
  assert.deepEqual(await read(`Bearer ${secret}`), { id, scope: 'write', storyId: null });
  await Promise.resolve();
  assert.equal(String(faults[0]), 'Error: the disk is full');
});

test('admin may all, write may read, read may read', () => {
  const scopes = ['read', 'write', 'admin'] as const;
  const table = scopes.map((scope) => scopes.map((needed) => reaches(scope, needed)));
  assert.deepEqual(table, [
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});
