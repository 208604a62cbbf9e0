import assert from 'node:assert/strict';
import { test } from 'node:test';
import { announce, announcements, hush } from './announcements.ts';

test('what interrupted is no longer there once it is settled; what was said politely stays', () => {
  announce('Saved');
  announce('The story has ended', 'assertive');
  assert.deepEqual(announcements.get(), { polite: 'Saved', assertive: 'The story has ended' });
  hush();
  assert.deepEqual(announcements.get(), { polite: 'Saved', assertive: '' });
});
