import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneNamed } from './zone-named.ts';

test('a zone is found by its name, by its city, and by the beginning of one alone', () => {
  for (const [written, zone] of [
    ['Lisbon', 'Europe/Lisbon'],
    ['europe/lisbon', 'Europe/Lisbon'],
    [' lisb', 'Europe/Lisbon'],
    ['Hanoi', 'Asia/Ho_Chi_Minh'],
    ['new york', 'America/New_York'],
    ['UTC', 'UTC'],
  ])
    assert.equal(zoneNamed(written!), zone);
});

test('what may mean several, or none, is left as it was written', () => {
  for (const written of ['', 'Lo', 'San', 'Atlantis', 'Europe/']) assert.equal(zoneNamed(written), null);
});
