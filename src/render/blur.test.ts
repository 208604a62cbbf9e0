import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBlur, writeBlur } from '../domain/blur.ts';
import { renderBlur } from './blur.ts';

test('a preview is drawn as squares of colour, without style attribute or address', () => {
  const drawn = String(renderBlur('2x1:ff0000aabbcc'));
  assert.match(drawn, /^<svg class="blur" viewBox="0 0 2 1" /);
  assert.ok(
    drawn.includes('<path fill="#ff0000" d="M0 0h1v1h-1z"/><path fill="#aabbcc" d="M1 0h1v1h-1z"/></svg>'),
  );
  assert.doesNotMatch(drawn, /style|href|url|data:/);
});

test('three digits a colour are a colour too', () => {
  assert.deepEqual(readBlur('2x1:f00abc')?.colors, ['#f00', '#abc']);
});

test('what is no preview draws nothing', () => {
  const none = ['', '2x1:ff000', '2x1:f00ab', '0x0:', '1x1:ff0000"/>', 'x', '99x99:ff0000'];
  for (const blur of [null, ...none]) assert.equal(renderBlur(blur), null);
});

test('a preview is read as it was written, byte by byte', () => {
  const rgb = Uint8Array.from([0, 8, 9, 255, 128, 17]);
  assert.equal(writeBlur(2, 1, rgb), '2x1:000809ff8011');
  assert.deepEqual(readBlur('2x1:000809ff8011'), { columns: 2, rows: 1, colors: ['#000809', '#ff8011'] });
});
