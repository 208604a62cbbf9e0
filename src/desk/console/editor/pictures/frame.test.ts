import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cropOf, frameOf, pull } from './frame.ts';

const whole = { crop: null, focalPoint: null };

test('a frame is kept as a part of the original, and its focus as a part of the frame', () => {
  const frame = pull(pull(frameOf(whole), ['left', 'top'], { x: 0.5, y: 0.25 }), 'focus', {
    x: 0.75,
    y: 0.625,
  });
  assert.deepEqual(cropOf(whole, frame), {
    crop: { x: 0.5, y: 0.25, width: 0.5, height: 0.75 },
    focalPoint: { x: 0.5, y: 0.5 },
  });
});

test('a part of a part is a smaller part of the original', () => {
  const cropped = { crop: { x: 0.5, y: 0, width: 0.5, height: 1 }, focalPoint: null };
  const frame = pull(frameOf(cropped), ['left'], { x: 0.5, y: 0 });
  assert.deepEqual(cropOf(cropped, frame).crop, { x: 0.75, y: 0, width: 0.25, height: 1 });
});

test('sides never cross, and the focus stays inside', () => {
  const frame = pull(frameOf(whole), ['right', 'bottom'], { x: -3, y: 0.2 });
  assert.deepEqual([frame.right, frame.bottom, frame.focus], [0.1, 0.2, { x: 0.1, y: 0.2 }]);
});

test('a focus alone leaves the crop as it is', () => {
  assert.deepEqual(cropOf(whole, pull(frameOf(whole), 'focus', { x: 0.2, y: 0.3 })), {
    focalPoint: { x: 0.2, y: 0.3 },
  });
});
