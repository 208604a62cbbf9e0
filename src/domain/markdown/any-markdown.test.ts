import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { checkDocument } from '../document.ts';
import { checkImageSource, checkLink } from '../links.ts';
import { markdownToDocument } from '../markdown.ts';
import { runs } from '../../../test/support/runs.ts';

const PIECES =
  '# |> |- |7. |— |**|_|~~|`|[|](|)|![|<|>|"|javascript:alert(1)|data:x|https://a.example/|/a.jpg|mailto:a@b.example|' +
  '&#106;|\\|\u202E|\u0000|Ana Ruiz|, |mayor|***|[b]: |<b>|\t|\uD800|שלום|\n|\n\n|  |```\n';
const pieces = fc.constantFrom(...PIECES.split('|'));
const anyMarkdown = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

test('any text at all is a document or a refusal, and no link in it leads where none may', () => {
  fc.assert(
    fc.property(anyMarkdown, (markdown) => {
      const read = markdownToDocument(markdown);
      if (read.type === 'bad-document')
        return assert.deepEqual(
          read.errors.map((error) => error.pointer),
          [''],
        );
      for (const [key, address] of attributesIn(read.document)) {
        const kept = key === 'src' ? checkImageSource(address) : checkLink(address);
        assert.equal(kept, address);
      }
      return assert.deepEqual(checkDocument(read.document), read);
    }),
    { numRuns: runs(2_000) },
  );
});

test('no word a reporter writes is lost on the way', () => {
  const word = fc.constantFrom('summit', 'walked', 'out', '12000', 'שלום', '首脑');
  const mark = fc.constantFrom(
    '',
    '',
    '# ',
    '> ',
    '- ',
    '1. ',
    '**',
    '\n',
    '\n\n',
    '> — ',
    '![',
    '```\n',
    '  ',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(mark, word), { minLength: 1, maxLength: 20 }), (parts) => {
      const markdown = parts.map(([before, after]) => `${before}${after} `).join('');
      const kept = JSON.stringify(markdownToDocument(markdown));
      for (const [, written] of parts) assert.ok(kept.includes(written), markdown);
    }),
    { numRuns: runs(500) },
  );
});

/** Every attribute in the document that is an address. */
function attributesIn(value: unknown): [string, string][] {
  const found: [string, string][] = [];
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, member] of Object.entries(value)) {
    if (['href', 'src', 'url', 'link'].includes(key) && typeof member === 'string') found.push([key, member]);
    else found.push(...attributesIn(member));
  }
  return found;
}
