import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentText } from '../../render/document-text.ts';
import type { ProposedStatement } from '../proposal.ts';
import { setParagraph } from './set-paragraph.ts';

const MORAN: ProposedStatement = {
  speaker: 'Ada Moran',
  role: 'fire chief',
  outlet: null,
  medium: null,
  interpreter: null,
  text: 'We will look. We will find it.',
  place: { in: 'body', paragraph: 0 },
};

const typesOf = (text: string, more: Partial<ProposedStatement> = {}) =>
  setParagraph(text, [{ ...MORAN, ...more }]).map(({ type }) => type);

test('a paragraph that is all quotation is a statement, its outer marks left to the setting', () => {
  const [block] = setParagraph('“We will look. We will find it.”', [MORAN]);
  assert.ok(block?.type === 'statement');
  assert.equal(block.attrs.speaker, 'Ada Moran');
  assert.deepEqual(block.content, [
    { type: 'paragraph', content: [{ type: 'text', text: 'We will look. We will find it.' }] },
  ]);
});

test('who said it, and by which way, may stand between: every word is kept', () => {
  for (const text of [
    '“We will look,” Moran said. “We will find it.”',
    '“We will look. We will find it,” said fire chief Ada Moran.',
    '“We will look. We will find it,” she said, through an interpreter.',
    '“We will look,” Moran told reporters on Tuesday. “We will find it.”',
    '«We will look. We will find it», said Moran.',
  ]) {
    const blocks = setParagraph(text, [MORAN]);
    assert.deepEqual(
      blocks.map(({ type }) => type),
      ['statement'],
      text,
    );
    assert.ok(documentText({ type: 'doc', content: blocks }).includes(text));
  }
});

test('a sentence that leads up to a quotation stays the reporter’s', () => {
  const text = 'Asked whether anyone was hurt, Moran was careful: “We will look. We will find it.”';
  assert.deepEqual(typesOf(text), ['paragraph', 'statement']);
});

test('the reporter’s own words are never set as the speaker’s', () => {
  for (const text of [
    '“We will look,” Moran said, like somebody who would not. “We will find it.”',
    '“We will look. We will find it,” Moran said. Nobody believed her.',
    'Moran said “We will look. We will find it” and left.',
  ]) {
    assert.deepEqual(typesOf(text), ['paragraph'], text);
  }
});

test('a paragraph with two speakers, or with more quoted than one said, stays text', () => {
  const two = setParagraph('“Yes,” said Moran. “No,” said Brand.', [
    { ...MORAN, text: 'Yes,' },
    { ...MORAN, speaker: 'Otto Brand', text: 'No,' },
  ]);
  assert.deepEqual(
    two.map(({ type }) => type),
    ['paragraph'],
  );
  assert.deepEqual(typesOf('“We will look. We will find it,” said Moran of “the thing.”'), ['paragraph']);
});

test('an embedded post with its signature is one statement', () => {
  const text = 'We will look. We will find it. — Ada Moran (@adamoran) January 2, 2025';
  assert.deepEqual(typesOf(text, { outlet: 'Twitter' }), ['statement']);
});

test('how it was interpreted is kept as it stands after “through”', () => {
  const [block] = setParagraph(MORAN.text, [{ ...MORAN, interpreter: 'through a translator' }]);
  assert.ok(block?.type === 'statement');
  assert.equal(block.attrs.interpreter, 'a translator');
});
