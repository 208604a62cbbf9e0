import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breaksOf } from './breaks.ts';

function pieces(text: string, lang: string): string[] {
  return breaksOf(text, lang).map((end, index, ends) => text.slice(ends[index - 1] ?? 0, end));
}

test('words are kept whole, with the marks that follow them', () => {
  assert.deepEqual(pieces('He said: “Not yet” (again).', 'en'), [
    'He ',
    'said: ',
    '“Not ',
    'yet” ',
    '(again).',
  ]);
});

test('a line may end after a hyphen or a dash, and before neither a closing mark nor a number after a minus', () => {
  assert.deepEqual(pieces('tug-crews at -5', 'en'), ['tug-', 'crews ', 'at ', '-5']);
});

test('words that are bound by a space without break stay together', () => {
  assert.deepEqual(pieces('à 20\u00a0heures', 'fr'), ['à ', '20\u00a0heures']);
});

test('Chinese breaks between words, never before a closing mark nor after an opening one', () => {
  const parts = pieces('港口重新开放，船员称“很快”（周五）启航。', 'zh');
  assert.ok(parts.length > 5);
  for (const part of parts) {
    assert.doesNotMatch(part, /^[，。”）]/);
    assert.doesNotMatch(part, /[“（]$/);
  }
});

test('Japanese never begins a line with a small kana or a mark of length; a number stays with what it counts', () => {
  const parts = pieces('フェリー、28日に再開へ「ちょっと待って」', 'ja');
  assert.ok(parts.length > 3);
  for (const part of parts) assert.doesNotMatch(part, /^[ー、」ょっェ日]/);
});

test('Korean breaks at its spaces alone', () => {
  assert.deepEqual(pieces('여객선 운항이 재개됐다', 'ko'), ['여객선 ', '운항이 ', '재개됐다']);
});
