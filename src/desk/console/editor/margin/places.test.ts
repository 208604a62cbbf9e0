import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DeskMark } from '../../../../domain/desk/mark.ts';
import { schema } from '../../../../domain/document.ts';
import { placesOf } from './places.ts';

const doc = schema.nodeFromJSON({
  type: 'doc',
  content: [
    { type: 'paragraph', content: [{ type: 'text', text: 'Ends at 2 am.' }] },
    {
      type: 'bullet_list',
      content: [
        {
          type: 'list_item',
          content: [
            {
              type: 'paragraph',
              content: [
                { type: 'text', text: 'At' },
                { type: 'hard_break' },
                { type: 'text', text: '2 am EST' },
              ],
            },
          ],
        },
      ],
    },
  ],
});

const mark = (more: Partial<DeskMark>): DeskMark => ({
  id: 'm',
  kind: 'clock',
  field: 'body',
  path: [0],
  from: 8,
  to: 12,
  words: '2 am',
  reason: { sentence: 'marks.clock', values: {} },
  blocks: false,
  ...more,
});

const words = (one: DeskMark): string[] =>
  placesOf(doc, [one]).map(({ from, to }) => doc.textBetween(from, to));

test('a mark stands at its words, in a paragraph or deep in a list', () => {
  assert.deepEqual(words(mark({})), ['2 am']);
  assert.deepEqual(words(mark({ path: [1, 0, 0], from: 3, to: 11, words: '2 am EST' })), ['2 am EST']);
});

test('one whose words moved is found again, one whose words are gone is not shown', () => {
  assert.deepEqual(words(mark({ from: 2, to: 6 })), ['2 am']);
  assert.deepEqual(words(mark({ words: '3 am' })), []);
  assert.deepEqual(words(mark({ path: [7] })), []);
  assert.deepEqual(words(mark({ path: [1] })), []);
  assert.deepEqual(words(mark({ field: 'title' })), []);
});
