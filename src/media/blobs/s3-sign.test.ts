import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sign } from './s3-sign.ts';
import { VECTORS } from './s3-sign.vectors.ts';

for (const { name, credentials, signable, signature } of VECTORS) {
  test(`a request is signed as Amazon signs it: ${name}`, async () => {
    const headers = await sign(credentials, signable);
    assert.equal(/Signature=(\w+)$/.exec(headers.get('authorization') ?? '')?.[1], signature);
  });
}

test('a changed body, key or secret changes the signature', async () => {
  const { credentials, signable } = VECTORS.find(({ name }) => name === 'S3, put an object')!;
  const signatureOf = async (one: typeof credentials, other: typeof signable) =>
    (await sign(one, other)).get('authorization')?.slice(-64);
  const all = await Promise.all([
    signatureOf(credentials, signable),
    signatureOf(credentials, {
      ...signable,
      headers: { ...signable.headers, 'x-amz-content-sha256': 'f'.repeat(64) },
    }),
    signatureOf(credentials, { ...signable, url: `${signable.url}x` }),
    signatureOf({ ...credentials, secretAccessKey: 'another' }, signable),
  ]);
  assert.equal(new Set(all).size, 4);
});
