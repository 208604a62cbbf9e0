import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocument } from '../document.ts';
import { doc, paragraph, refusedDocuments, statement, text } from './hostile.ts';
import { DEPTH_MAX, ERRORS_MAX, NODES_MAX, SIZE_MAX } from './limits.ts';

for (const [what, given, pointer] of refusedDocuments) {
  test(`a document is refused for ${what}, and is told where`, () => {
    const checked = checkDocument(given);
    if (checked.type === 'document') return assert.fail('was taken');
    assert.deepEqual(
      checked.errors.map((error) => error.pointer),
      [pointer],
    );
    return assert.notEqual(checked.errors[0]?.detail, '');
  });
}

test('every fault is named at once, up to a bound', () => {
  const two = checkDocument(doc({ type: 'x' }, paragraph(text('a', { type: 'y' }))));
  assert.deepEqual(two.type === 'bad-document' && two.errors.map((error) => error.pointer), [
    '/content/0/type',
    '/content/1/content/0/marks/0/type',
  ]);
  const many = checkDocument(doc(...Array.from({ length: 100_000 }, () => ({ type: 'x' }))));
  assert.equal(many.type === 'bad-document' && many.errors.length, ERRORS_MAX);
});

test('nesting ten thousand levels deep is refused at the first level too deep', () => {
  let deep: unknown = paragraph(text('bottom'));
  for (let level = 0; level < 10_000; level += 1) deep = { type: 'blockquote', content: [deep] };
  const checked = checkDocument(doc(deep));
  assert.deepEqual(checked.type === 'bad-document' && checked.errors.map((error) => error.pointer), [
    '/content/0'.repeat(DEPTH_MAX + 1),
  ]);
});

test('a document that holds itself is refused', () => {
  const round: { type: string; content: unknown[] } = { type: 'blockquote', content: [] };
  round.content.push(round);
  assert.equal(checkDocument(doc(round)).type, 'bad-document');
});

test('a node too many and a character too many are refused', () => {
  const nodes = checkDocument(doc(...Array.from({ length: NODES_MAX }, () => paragraph())));
  assert.deepEqual(nodes.type === 'bad-document' && nodes.errors.map((error) => error.pointer), [
    `/content/${NODES_MAX - 1}`,
  ]);
  const full = doc(paragraph(text('x'.repeat(SIZE_MAX))));
  assert.equal(checkDocument(full).type, 'document');
  const over = checkDocument(
    doc(paragraph(text('x'.repeat(SIZE_MAX))), statement({ speaker: 'A' }, paragraph())),
  );
  assert.deepEqual(over.type === 'bad-document' && over.errors.map((error) => error.pointer), ['']);
});

test('a member named at great length is shown back short', () => {
  const checked = checkDocument(doc({ type: 'paragraph', ['x'.repeat(100_000)]: 1 }));
  assert.ok(checked.type === 'bad-document' && (checked.errors[0]?.pointer.length ?? 0) < 100);
});
