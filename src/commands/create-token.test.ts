import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { newsroomOnSqlite } from '../../test/support/newsroom.ts';
import { createToken } from './create-token.ts';

test('a token is kept as its hash alone, and found again by it', async () => {
  await using newsroom = await newsroomOnSqlite();
  const made = await createToken(newsroom, { name: 'the desk in Hanoi', scope: 'write' });
  assert.ok(made.type === 'created');
  assert.match(made.secret, /^wt_[A-Za-z0-9_-]{43}$/);
  const hash = createHash('sha256').update(made.secret).digest('hex');
  const kept = await newsroom.storage.tokens.byHash(hash);
  assert.deepEqual([kept?.id, kept?.name, kept?.scope], [made.id, 'the desk in Hanoi', 'write']);
  assert.ok(!JSON.stringify(kept).includes(made.secret.slice(3)));
});

test('a token for a story that is not there, or without a name, is refused', async () => {
  await using newsroom = await newsroomOnSqlite();
  const astray = await createToken(newsroom, { name: 'stringer', scope: 'write', story: 'no-such-story' });
  assert.deepEqual(astray, { type: 'unknown-story', slug: 'no-such-story' });
  const nameless = await createToken(newsroom, { name: ' ', scope: 'read' });
  assert.equal(nameless.type, 'invalid');
  assert.deepEqual(await newsroom.storage.tokens.list(), []);
});
