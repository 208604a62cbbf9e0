import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { strictXml } from '../../test/support/strict-xml.ts';
import { xml, xmlDocument } from './xml.ts';
import { runs } from '../../test/support/runs.ts';

test('any text, whatever is in it, makes a document that a strict parser reads back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const root = strictXml(xmlDocument(xml`<a b="${text}">${text}</a>`));
      const kept = text
        .toWellFormed()
        .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
      assert.equal(root.text, kept);
      assert.equal(root.attributes['b'], kept);
    }),
    { numRuns: runs(2000) },
  );
});

test('what no XML document may hold is left out, halves of characters are replaced', () => {
  assert.equal(xml`${'a\0b\u0008c\u000Bd\uFFFEe\u001Bf'}`.toString(), 'abcdef');
  assert.equal(xml`${'a\uD800b'}`.toString(), 'a\uFFFDb');
  assert.equal(xml`${`<a href="x">&'`}`.toString(), '&lt;a href=&quot;x&quot;&gt;&amp;&#39;');
  assert.equal(xml`${[1, null, false, xml`<b/>`]}`.toString(), '1<b/>');
});
