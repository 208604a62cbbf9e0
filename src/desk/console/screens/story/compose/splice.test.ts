import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { caretAfter, spliceOf } from './splice.ts';

const applied = (before: string, after: string, caret?: number): string => {
  const splice = spliceOf(before, after, caret);
  if (!splice) return before;
  return before.slice(0, splice.at) + splice.insert + before.slice(splice.at + splice.remove);
};

test('whatever was typed is what the splice makes', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '👍', '🏽') });
  fc.assert(
    fc.property(text, text, fc.nat(12), (before, after, caret) => {
      assert.equal(applied(before, after, Math.min(caret, after.length)), after);
    }),
  );
});

test('only what was typed is touched', () => {
  assert.deepEqual(spliceOf('No Deal', 'No Big Deal'), { at: 3, remove: 0, insert: 'Big ' });
  assert.deepEqual(spliceOf('aaa', 'aaaa', 1), { at: 0, remove: 0, insert: 'a' });
});

test('a pair is never taken apart', () => {
  assert.deepEqual(spliceOf('👍', '👎'), { at: 0, remove: 2, insert: '👎' });
});

test('a caret stays at its words while another person writes', () => {
  assert.equal(caretAfter(5, [{ insert: 'Oh, ' }]), 9);
  assert.equal(caretAfter(5, [{ retain: 5 }, { insert: ' more' }]), 5);
  assert.equal(caretAfter(5, [{ retain: 2 }, { delete: 2 }]), 3);
  assert.equal(caretAfter(5, [{ retain: 4 }, { delete: 9 }]), 4);
  assert.equal(caretAfter(2, [{ retain: 4 }, { insert: 'x' }]), 2);
});
