import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codingFor } from './accept-encoding.ts';

test('a browser gets the smallest coding it takes', () => {
  assert.equal(codingFor('gzip, deflate, br, zstd'), 'br');
  assert.equal(codingFor('gzip, zstd'), 'zstd');
  assert.equal(codingFor('gzip, deflate'), 'gzip');
  assert.equal(codingFor('deflate'), 'identity');
  assert.equal(codingFor(undefined), 'identity');
  assert.equal(codingFor(''), 'identity');
});

test('what is refused by a weight of nought is not sent', () => {
  assert.equal(codingFor('br;q=0, gzip;q=0.5'), 'gzip');
  assert.equal(codingFor('BR ; q=0.000, gzip'), 'gzip');
  assert.equal(codingFor('*'), 'br');
  assert.equal(codingFor('*;q=0'), 'identity');
  assert.equal(codingFor('br;q=0, *'), 'zstd');
  assert.equal(codingFor('br;q=0, zstd;q=0, *'), 'gzip');
});
