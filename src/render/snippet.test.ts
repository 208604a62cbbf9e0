import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termsOf } from '../domain/find/sought.ts';
import { renderMarked, renderSnippet } from './snippet.ts';

const marked = (text: string, typed: string): string => renderMarked(text, termsOf(typed)).toString();
const snippet = (text: string, typed: string, max = 40): string =>
  renderSnippet(text, termsOf(typed), max).toString();

test('words that were looked for are marked as they are written, and markup stays text', () => {
  assert.equal(
    marked('Đà Nẵng: a <b>café</b> & bar', 'da cafe'),
    '<mark>Đà</mark> Nẵng: a &lt;b&gt;<mark>café</mark>&lt;/b&gt; &amp; bar',
  );
  assert.equal(marked('河内峰会没有达成协议', '峰会'), '河内<mark>峰会</mark>没有达成协议');
  assert.equal(marked('The talks talk', 'tal'), 'The <mark>talks</mark> <mark>talk</mark>');
  assert.equal(marked('Nothing.', 'else'), 'Nothing.');
});

test('a snippet begins in the sentence of the first word, and says what it leaves out', () => {
  const text = `${'The river rose all night. '.repeat(8)}Then the barrier gave way at last, and the lower town was left.`;
  assert.equal(
    snippet(text, 'barrier', 90).replace(/<\/?mark>/g, ''),
    '…river rose all night. The river rose all night. Then the barrier gave way at last, and…',
  );
  assert.equal(snippet('Short\n\nand whole.', 'whole'), 'Short and <mark>whole</mark>.');
  assert.equal(snippet('One two three four five six seven eight nine', 'zzz', 20), 'One two three four…');
  assert.equal(snippet('', 'x'), '');
});

test('a long text without spaces is cut all the same, and no character is halved', () => {
  const text = '🌉'.repeat(500);
  assert.ok(snippet(text, 'x', 41).length < 60);
  assert.ok(snippet(text, 'x', 41).isWellFormed());
});
