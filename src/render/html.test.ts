import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseFragment } from 'parse5';
import { attribute, html, jsonForScript, trustedHtml } from './html.ts';
import { elementsOf, textIn } from './parsed.ts';

test('what is put into markup is text, whatever it is', () => {
  assert.equal(
    String(html`<p>${'<b>"Tom & Jerry\'s"</b>'}</p>`),
    '<p>&lt;b&gt;&quot;Tom &amp; Jerry&#39;s&quot;&lt;/b&gt;</p>',
  );
  assert.equal(
    String(html`<p title="${'" onclick="alert(1)'}">${12}</p>`),
    '<p title="&quot; onclick=&quot;alert(1)">12</p>',
  );
});

test('markup made before passes as it is, lists are joined, and nothing is nothing', () => {
  const items = ['a', '<'].map((word) => html`<li>${word}</li>`);
  assert.equal(
    String(html`<ul>${items}</ul>${null}${undefined}${false}${''}${0}`),
    '<ul><li>a</li><li>&lt;</li></ul>0',
  );
  assert.equal(String(html`${[[html`<i>`, '<'], null]}`), '<i>&lt;');
  assert.equal(String(html`${trustedHtml('<svg></svg>')}`), '<svg></svg>');
});

test('an attribute without a value is left out, one with an empty value is not', () => {
  assert.equal(
    String(html`<a${attribute('title', null)}${attribute('lang', '')}${attribute('width', 3)}>`),
    '<a lang="" width="3">',
  );
  assert.equal(String(attribute('title', '"><script>')), ' title="&quot;&gt;&lt;script&gt;"');
});

test('an object that only looks like markup is not taken for it', () => {
  const lookalike: string = Object.assign('<script>', { toString: () => '<script>' });
  assert.equal(String(html`${lookalike}`), '&lt;script&gt;');
});

test('any text comes out of the parser as it went in, in content and in attributes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (given) => {
      // The parser itself changes these (HTML §13.2.3.5 and §13.2.5.1).
      const text = given.toWellFormed().replace(/[\r\0]/g, '');
      const [element, ...others] = elementsOf(parseFragment(String(html`<p title="${text}">${text}</p>`)));
      assert.equal(others.length, 0);
      assert.deepEqual(element?.attrs, [{ name: 'title', value: text }]);
      assert.equal(element && textIn(element), text);
    }),
  );
});

test('JSON in a script can neither end the script nor open a comment', () => {
  const value = { headline: '</script><!--<script>\u2028&' };
  const json = String(jsonForScript(value));
  assert.doesNotMatch(json, /[<>&\u2028\u2029]/);
  assert.deepEqual(JSON.parse(json), value);
});
