import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Token } from '../stores.ts';
import type { Open } from './opened.ts';
import { after, someId } from './telling.ts';

const aToken = (token: Partial<Token> = {}): Token => ({
  id: someId(),
  name: 'Phone of the night desk',
  scope: 'write',
  storyId: null,
  hash: someId(),
  createdAt: after(1),
  lastUsedAt: null,
  revokedAt: null,
  ...token,
});

export function storesContract(open: Open): void {
  test('a token is found by the hash of its secret, in every field', async () => {
    await using opened = await open();
    const { tokens } = opened.storage;
    const [all, one] = [aToken(), aToken({ scope: 'read', storyId: someId(), createdAt: after(2) })];
    await tokens.add(all);
    await tokens.add(one);
    assert.deepEqual(await tokens.byHash(one.hash), one);
    assert.deepEqual(await (await opened.another()).tokens.byHash(all.hash), all);
    assert.equal(await tokens.byHash(someId()), null);
    assert.deepEqual(await tokens.list(), [all, one]);
    await assert.rejects(tokens.add(aToken({ hash: one.hash })), 'one secret, one token');
  });

  test('a token shows when it was last used, and can be revoked once', async () => {
    await using opened = await open();
    const { tokens } = opened.storage;
    const token = aToken();
    await tokens.add(token);
    await tokens.markUsed(token.id, after(10));
    assert.equal(await tokens.revoke(token.id, after(20)), true);
    assert.equal(await tokens.revoke(token.id, after(30)), false);
    assert.equal(await tokens.revoke(someId(), after(30)), false);
    assert.deepEqual(await tokens.byHash(token.hash), {
      ...token,
      lastUsedAt: after(10),
      revokedAt: after(20),
    });
  });

  test('answers are kept until they are forgotten by age', async () => {
    await using opened = await open();
    const { storage } = opened;
    const answer = { tokenId: 't', requestHash: 'h', status: 200, headers: { etag: '"2"' }, body: '' };
    for (const seconds of [1, 2, 3]) {
      const kept = { ...answer, key: `k${seconds}`, at: after(seconds) };
      await storage.commit({ logs: [], rows: [], activity: [], answer: kept });
    }
    assert.equal(await storage.answers.forget(after(3)), 2);
    assert.equal(await storage.answers.find('t', 'k1'), null);
    assert.deepEqual(await storage.answers.find('t', 'k3'), { ...answer, key: 'k3', at: after(3) });
    assert.equal(await storage.answers.forget(after(0)), 0);
  });

  test('the clock that tests set is one for all', async () => {
    await using opened = await open();
    const { clock } = opened.storage;
    assert.equal(await clock.get(), null);
    await clock.set({ now: after(0), setAt: after(100), running: true });
    await clock.set({ now: after(5), setAt: after(200), running: false });
    assert.deepEqual(await (await opened.another()).clock.get(), {
      now: after(5),
      setAt: after(200),
      running: false,
    });
  });
}
