import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { progressOn } from './terminal.ts';

/** What a stretch of work shows of itself: `steps` are the seconds at which it tells how far it is. */
async function shown(steps: number[], isTTY: boolean): Promise<string> {
  let seconds = 0;
  const stream = Object.assign(new PassThrough(), { isTTY });
  const progress = progressOn(stream, 'Events', () => seconds * 1000);
  for (const [index, at] of steps.entries()) {
    seconds = at;
    progress.at(index + 1, steps.length);
  }
  progress.end();
  stream.end();
  return text(stream);
}

test('work that is done within a second shows nothing', async () => {
  assert.equal(await shown([0.1, 0.5, 0.9], true), '');
});

test('on a terminal one line is drawn over, and gone at the end', async () => {
  assert.equal(
    await shown([0.5, 1.2, 1.25, 1.4], true),
    '\r\u001b[KEvents: 2 of 4\r\u001b[KEvents: 4 of 4\r\u001b[K',
  );
});

test('in a file it is plain lines, and few', async () => {
  assert.equal(await shown([1, 2, 3, 6, 7], false), 'Events: 1 of 5\nEvents: 4 of 5\n');
});
