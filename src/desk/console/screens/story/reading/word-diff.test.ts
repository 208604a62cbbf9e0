import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { diffWords } from './word-diff.ts';

test('what changed is told word by word', () => {
  assert.deepEqual(diffWords('Kim said no to lunch.', 'Trump said no to lunch.'), [
    { change: 'out', text: 'Kim' },
    { change: 'in', text: 'Trump' },
    { change: 'same', text: ' said no to lunch.' },
  ]);
});

test('both texts can be read from what is told', () => {
  const text = fc
    .array(fc.constantFrom('lunch', 'is', 'off', 'on', ' ', '2', '.'))
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(text, text, (was, is) => {
      const runs = diffWords(was, is);
      const read = (gone: string) =>
        runs
          .filter(({ change }) => change !== gone)
          .map((run) => run.text)
          .join('');
      assert.equal(read('in'), was);
      assert.equal(read('out'), is);
    }),
  );
});
