import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cropOf, cutOf, frameOf, pull } from './frame.ts';

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

test('a frame is cut to a shape around its focus, as pages cut it, and nothing outside it is shown', () => {
  const size = { width: 1200, height: 400 };
  const right = pull(frameOf(whole), 'focus', { x: 0.9, y: 0.5 });
  assert.deepEqual(cutOf(right, size, 1), { x: 800, y: 0, width: 400, height: 400 });
  const left = pull(pull(frameOf(whole), ['left'], { x: 0.25, y: 0 }), 'focus', { x: 0.3, y: 0.5 });
  assert.deepEqual(cutOf(left, size, 1), { x: 300, y: 0, width: 400, height: 400 });
  assert.deepEqual(cutOf(frameOf(whole), { width: 400, height: 1200 }, 4 / 3), {
    x: 0,
    y: 450,
    width: 400,
    height: 300,
  });
});

test('a focus alone leaves the crop as it is', () => {
  assert.deepEqual(cropOf(whole, pull(frameOf(whole), 'focus', { x: 0.2, y: 0.3 })), {
    focalPoint: { x: 0.2, y: 0.3 },
  });
});
