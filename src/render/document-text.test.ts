import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { checkDocument } from '../domain/document.ts';
import type { DocumentJSON } from '../domain/document.ts';
import { anyDocument } from '../domain/document/arbitrary.ts';
import { doc, paragraph, statement, text } from '../domain/document/hostile.ts';
import { documentText } from './document-text.ts';
import { runs } from '../../test/support/runs.ts';

function taken(given: unknown): DocumentJSON {
  const checked = checkDocument(given);
  if (checked.type === 'bad-document') throw new Error(JSON.stringify(checked.errors));
  return checked.document;
}

const image = (attrs: object) => doc({ type: 'image', attrs: { src: '/a.jpg', ...attrs } });
const item = (...content: unknown[]) => ({ type: 'list_item', content });

test('a body reads as plain text', () => {
  const body = doc(
    { type: 'heading', content: [text('What we know')] },
    paragraph(text('The talks '), text('ended', { type: 'strong' }), { type: 'hard_break' }, text('early.')),
    paragraph(),
    {
      type: 'bullet_list',
      content: [
        item(paragraph(text('one')), paragraph(text('more'))),
        item(paragraph(text('two')), {
          type: 'ordered_list',
          attrs: { start: 9 },
          content: [item(paragraph(text('nine'))), item(paragraph(text('ten')), paragraph(text('and on')))],
        }),
      ],
    },
    { type: 'blockquote', content: [paragraph(text('From the treaty'))] },
    { type: 'horizontal_rule' },
    { type: 'image', attrs: { src: '/a.jpg', alt: 'A table', caption: 'The room', credit: 'B. Osei' } },
    { type: 'embed', attrs: { url: 'https://video.example/1', title: 'The walk-out' } },
  );
  assert.equal(
    documentText(taken(body)),
    [
      'What we know',
      'The talks ended\nearly.',
      '- one\n  more\n- two\n  9. nine\n  10. ten\n      and on',
      '“From the treaty”',
      '* * *',
      'The room – B. Osei',
      'The walk-out: https://video.example/1',
    ].join('\n\n'),
  );
});

test('a statement reads as words and who said them', () => {
  const source = {
    speaker: 'Ana Ruiz',
    role: 'mayor',
    outlet: 'Radio Norte',
    medium: 'by phone',
    interpreter: 'an interpreter',
  };
  assert.equal(
    documentText(taken(doc(statement(source, paragraph(text('We will stay.')), paragraph(text('Always.')))))),
    '“We will stay.\n\nAlways.” — Ana Ruiz, mayor, Radio Norte, by phone (an interpreter)',
  );
  assert.equal(documentText(taken(doc(statement({ speaker: 'A' }, paragraph(text('"No."')))))), '"No." — A');
});

test('of a statement in a draft nothing stands that is not known yet', () => {
  const begun = { type: 'statement', attrs: { speaker: '', link: '' }, content: [] };
  assert.equal(documentText({ type: 'doc', content: [begun as never] }).includes('undefined'), false);
  const named = { ...begun, attrs: { speaker: 'Rosa Tavares', role: '' } };
  assert.match(documentText({ type: 'doc', content: [named as never] }), / — Rosa Tavares$/);
});

test('a picture without a caption reads as what stands in its place', () => {
  assert.equal(documentText(taken(image({ alt: 'A table' }))), 'A table');
  assert.equal(documentText(taken(image({}))), '');
});

test('no word of any document is missing from its plain text', () => {
  fc.assert(
    fc.property(anyDocument, (given) => {
      const document = taken(given);
      let rest = withoutSpace(documentText(document));
      for (const word of wordsOf(document)) {
        const at = rest.indexOf(withoutSpace(word));
        assert.notEqual(at, -1, word);
        rest = rest.slice(at + withoutSpace(word).length);
      }
    }),
    { numRuns: runs(300) },
  );
});

type AnyNode = { type: string; text?: string; content?: AnyNode[]; attrs?: object };

/** Every text in the document in the order it is read, and who said it. */
function wordsOf(node: AnyNode): string[] {
  const words = [...(node.text === undefined ? [] : [node.text]), ...(node.content ?? []).flatMap(wordsOf)];
  if (node.type !== 'statement' || node.attrs === undefined) return words;
  const { speaker, role, outlet }: Record<string, string | null> = { ...node.attrs };
  return [...words, ...[speaker, role, outlet].filter((name) => typeof name === 'string')];
}

/** Lists indent their lines, so white space alone may differ. */
function withoutSpace(words: string): string {
  return words.replace(/\s/g, '');
}
