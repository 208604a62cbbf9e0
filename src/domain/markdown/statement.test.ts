import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BlockJSON } from '../document.ts';
import { paragraph, text } from '../document/hostile.ts';
import { markdownToDocument } from '../markdown.ts';

function only(markdown: string): BlockJSON | undefined {
  const read = markdownToDocument(markdown);
  if (read.type === 'bad-document') throw new Error(JSON.stringify(read.errors));
  return read.document.content[0];
}

/** What the source line under a quotation is read as: speaker, role, outlet, link. */
function source(line: string): (string | null)[] | null {
  const block = only(`> We will stay.\n> ${line}`);
  if (block?.type !== 'statement') return null;
  assert.deepEqual(block.content, [paragraph(text('We will stay.'))]);
  const { speaker, role, outlet, link } = block.attrs;
  return [speaker, role, outlet, link];
}

test('a quotation with a source line under it is a statement', () => {
  assert.deepEqual(source('— Ana Ruiz'), ['Ana Ruiz', null, null, null]);
  assert.deepEqual(source('— Ana Ruiz, mayor'), ['Ana Ruiz', 'mayor', null, null]);
  assert.deepEqual(source('— Ana Ruiz, mayor, Radio Norte'), ['Ana Ruiz', 'mayor', 'Radio Norte', null]);
});

test('further commas are the role’s, and the role may be left out', () => {
  assert.deepEqual(source('— Ana Ruiz, mayor of Cali, Colombia, Radio Norte'), [
    'Ana Ruiz',
    'mayor of Cali, Colombia',
    'Radio Norte',
    null,
  ]);
  assert.deepEqual(source('— Ana Ruiz, , Radio Norte'), ['Ana Ruiz', null, 'Radio Norte', null]);
  assert.deepEqual(source('— آنا رويز، عمدة، راديو'), ['آنا رويز', 'عمدة', 'راديو', null]);
});

test('the first link in the source line is the statement’s', () => {
  const address = 'https://radio.example/ruiz';
  assert.deepEqual(source(`— [Ana Ruiz, mayor, Radio Norte](${address})`), [
    'Ana Ruiz',
    'mayor',
    'Radio Norte',
    address,
  ]);
  assert.deepEqual(source(`— **Ana Ruiz**, mayor, [Radio Norte](${address})`), [
    'Ana Ruiz',
    'mayor',
    'Radio Norte',
    address,
  ]);
  assert.deepEqual(source('— [Ana Ruiz](javascript:alert(1))'), [
    '[Ana Ruiz](javascript:alert(1))',
    null,
    null,
    null,
  ]);
});

test('the source line may stand in a paragraph of its own, under several', () => {
  const block = only('> We *will*\n> stay.\n>\n> Always.\n>\n> — Ana Ruiz');
  assert.deepEqual(block?.type === 'statement' && block.content, [
    paragraph(text('We '), text('will', { type: 'em' }), text(' stay.')),
    paragraph(text('Always.')),
  ]);
});

test('a quotation that names nobody, or has nothing above the line, stays a quotation', () => {
  for (const line of [
    '— ',
    '— , mayor',
    '—Ana Ruiz',
    '- Ana Ruiz',
    `— ${'x'.repeat(300)}`,
    `— Ana, ${'x'.repeat(300)}`,
    '— \u200B',
  ]) {
    assert.equal(source(line), null, line);
  }
  assert.equal(only('> — Ana Ruiz')?.type, 'blockquote');
  assert.equal(only('> # We will stay.\n> — Ana Ruiz')?.type, 'blockquote');
  assert.equal(only('We will stay.\n— Ana Ruiz')?.type, 'paragraph');
});

test('emphasis that runs into the source line does not leave the statement', () => {
  const block = only('> *We will stay.\n> — Ana Ruiz*');
  assert.deepEqual(block?.type === 'statement' && [block.content, block.attrs.speaker], [
    [paragraph(text('We will stay.', { type: 'em' }))],
    'Ana Ruiz',
  ]);
});

test('a statement within a list or a quotation is one too', () => {
  const block = only('- said:\n\n  > We will stay.\n  > — Ana Ruiz');
  assert.equal(block?.type === 'bullet_list' && block.content[0]?.content[1]?.type, 'statement');
});
