import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDocument, emptyDocument, isEmptyDocument, paragraphs, withoutEmptyEnd } from './document.ts';
import type { BlockJSON, DocumentJSON } from './document.ts';
import { doc, paragraph, statement, text } from './document/hostile.ts';

function taken(given: unknown): DocumentJSON {
  const checked = checkDocument(given);
  if (checked.type === 'bad-document') throw new Error(JSON.stringify(checked.errors));
  return checked.document;
}

const first = (given: unknown): BlockJSON | undefined => taken(given).content[0];

test('a body of every kind of block and mark passes the gate unchanged', () => {
  const body = doc(
    { type: 'heading', attrs: { level: 3 }, content: [text('What we know')] },
    paragraph(
      text('The talks '),
      text(
        'ended',
        { type: 'link', attrs: { href: 'https://paper.example/end', title: 'The end' } },
        { type: 'strong' },
      ),
      { type: 'hard_break' },
      text('early', { type: 'em' }, { type: 'strike' }, { type: 'code' }),
    ),
    { type: 'bullet_list', content: [{ type: 'list_item', content: [paragraph(text('one'))] }] },
    {
      type: 'ordered_list',
      attrs: { start: 4 },
      content: [{ type: 'list_item', content: [paragraph(text('four'))] }],
    },
    { type: 'blockquote', content: [paragraph(text('From the treaty'))] },
    statement(
      {
        speaker: 'Ana Ruiz',
        role: 'mayor',
        outlet: 'Radio Norte',
        medium: 'by phone',
        interpreter: 'an interpreter',
        link: 'https://radio.example/ruiz',
        lang: 'es-CO',
      },
      paragraph(text('We will stay.')),
    ),
    {
      type: 'image',
      attrs: {
        src: '/media/a.jpg',
        alt: 'An empty table',
        caption: 'The room',
        credit: 'B. Osei',
        width: 640,
        height: 480,
      },
    },
    { type: 'embed', attrs: { url: 'https://video.example/1', title: 'The walk-out', provider: 'Video' } },
    { type: 'horizontal_rule' },
  );
  assert.deepEqual(taken(body), body);
});

test('what may be left out is filled in', () => {
  assert.deepEqual(first(doc({ type: 'heading' })), { type: 'heading', attrs: { level: 2 } });
  assert.deepEqual(first(doc(statement({ speaker: ' Ana Ruiz ', role: '', link: '' }, paragraph()))), {
    type: 'statement',
    attrs: {
      speaker: 'Ana Ruiz',
      role: null,
      outlet: null,
      medium: null,
      interpreter: null,
      link: null,
      lang: null,
    },
    content: [{ type: 'paragraph' }],
  });
});

test('links, languages and captions are kept in one form', () => {
  const given = statement({ speaker: 'A', link: 'HTTPS://Radio.Example', lang: 'ES-co' }, paragraph());
  const kept = first(doc(given));
  assert.deepEqual(kept?.type === 'statement' && [kept.attrs.link, kept.attrs.lang], [
    'https://radio.example/',
    'es-CO',
  ]);
  const image = first(doc({ type: 'image', attrs: { src: '/a', caption: ' \u0000 ', alt: 'a\u0007b' } }));
  assert.deepEqual(image?.type === 'image' && [image.attrs.caption, image.attrs.alt], [null, 'ab']);
});

test('marks stand in one order, and text with the same marks is one piece', () => {
  const given = paragraph(
    text('a', { type: 'em' }, { type: 'strong' }),
    text('b', { type: 'strong' }, { type: 'em' }),
    text('', { type: 'code' }),
    text('\u0000'),
    text('c', { type: 'strong' }, { type: 'em' }),
  );
  assert.deepEqual(first(doc(given)), paragraph(text('abc', { type: 'strong' }, { type: 'em' })));
});

test('controls and half characters do not reach the log', () => {
  assert.deepEqual(first(doc(paragraph(text('a\u0000b\u001Bc\uD800d')))), paragraph(text('abc\uFFFDd')));
});

test('a change of direction ends with its paragraph, also where it began in another piece of text', () => {
  const given = paragraph(
    text('a\u202Eb', { type: 'em' }),
    text('c\u2067d'),
    text('e\u202C', { type: 'em' }),
  );
  assert.deepEqual(
    first(doc(given)),
    paragraph(text('a\u202Eb', { type: 'em' }), text('c\u2067d'), text('e\u2069\u202C', { type: 'em' })),
  );
  assert.deepEqual(first(doc(paragraph(text('\u2069\u202C')))), { type: 'paragraph' });
  const quoted = first(doc(statement({ speaker: '\u202EzuR anA' }, paragraph())));
  assert.equal(quoted?.type === 'statement' && quoted.attrs.speaker, '\u202EzuR anA\u202C');
});

test('what the gate gives back shares nothing with what it was given', () => {
  const given = doc({ type: 'heading', attrs: { level: 2 }, content: [text('a')] });
  const kept = first(given);
  assert.ok(kept?.type === 'heading');
  kept.attrs.level = 4;
  assert.deepEqual(given.content[0], { type: 'heading', attrs: { level: 2 }, content: [text('a')] });
});

test('plain paragraphs become a document that passes the gate', () => {
  const document = paragraphs(['No deal.', 'One line\r\nand another\u0000', '']);
  assert.deepEqual(document, {
    type: 'doc',
    content: [
      paragraph(text('No deal.')),
      paragraph(text('One line'), { type: 'hard_break' }, text('and another')),
      { type: 'paragraph' },
    ],
  });
  assert.deepEqual(taken(document), document);
  assert.deepEqual(taken(paragraphs([])), emptyDocument());
});

test('a document is empty when a reader would see nothing in it', () => {
  assert.equal(isEmptyDocument(emptyDocument()), true);
  assert.equal(isEmptyDocument(paragraphs([' ', '\u200B\n'])), true);
  assert.equal(isEmptyDocument(taken(doc(paragraph(), { type: 'horizontal_rule' }))), true);
  assert.equal(isEmptyDocument(paragraphs(['', 'a'])), false);
  assert.equal(isEmptyDocument(taken(doc({ type: 'image', attrs: { src: '/a.jpg' } }))), false);
});

test('empty lines at the end go, those between words stay, and a picture at the end is no empty line', () => {
  const document = paragraphs(['One.', '', 'Two.', '', ' ']);
  assert.deepEqual(withoutEmptyEnd(document), paragraphs(['One.', '', 'Two.']));
  assert.deepEqual(withoutEmptyEnd(paragraphs(['', ''])), emptyDocument());
  const rule = { type: 'horizontal_rule' as const };
  const ruled = { ...document, content: [...document.content, rule] };
  assert.equal(withoutEmptyEnd(ruled), ruled);
});
