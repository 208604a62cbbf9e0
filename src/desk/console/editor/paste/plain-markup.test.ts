import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainMarkup } from './plain-markup.ts';

function plain(html: string): string {
  const made = plainMarkup(html);
  assert.equal(made.type, 'markup');
  return made.type === 'markup' ? made.html : '';
}

test('programs, sheets, handlers and frames are gone with all they hold', () => {
  assert.equal(plain('<p onclick="x()">a<script>alert("</p>")</script>b<style>p{}</style></p>'), '<p>ab</p>');
  assert.equal(plain('<svg><script>x</script><p>in</p></svg><iframe src=x></iframe>out'), 'out');
  assert.equal(plain('<p style="color:red" class=x id=y data-z=1>kept</p>'), '<p>kept</p>');
  assert.equal(plain('<script>never closed <p>text'), '');
});

test('what is broken is closed, and what is no tag is text', () => {
  assert.equal(plain('<p>a<p>b'), '<p>a</p><p>b</p>');
  assert.equal(plain('1 < 2 and <3'), '1 &lt; 2 and &lt;3');
  assert.equal(plain('<b><i>x</b>y</i>'), '<strong><em>x</em></strong>y');
  assert.equal(plain('</p></div>x<a'), 'x');
  assert.equal(plain('<ul><li>a<li>b</ul>'), '<ul><li>a</li><li>b</li></ul>');
  assert.equal(plain('a<!-- <p> -->b<![if x]>c'), 'abc');
});

test('a link leads to the web or to mail, and Google’s detour is left out', () => {
  assert.equal(
    plain('<a href="https://example.com/?a=1&amp;b=2" target=_blank>x</a>'),
    '<a href="https://example.com/?a=1&amp;b=2">x</a>',
  );
  assert.equal(plain('<a href="java&#115;cript:alert(1)">x</a>'), 'x');
  assert.equal(
    plain('<a href="https://www.google.com/url?q=https://example.com/a&amp;sa=D">x</a>'),
    '<a href="https://example.com/a">x</a>',
  );
});

test('bold is what is bold: Google’s spans are, the b round its whole document is not', () => {
  assert.equal(
    plain(
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p><span style="font-weight:700;font-style:italic">x</span></p></b>',
    ),
    '<p><strong><em>x</em></strong></p>',
  );
});

test('much is too much: over a megabyte, or over twenty thousand elements', () => {
  assert.equal(plainMarkup('<span>a</span>'.repeat(400_000)).type, 'too-much');
  assert.equal(plainMarkup('<p>a'.repeat(20_001)).type, 'too-much');
  assert.equal(plain('<span>a</span>'.repeat(70_000)), 'a'.repeat(70_000));
});

test('markup of no end of depth is read at once, and becomes no deeper than a document may be', () => {
  const deep = plain(`${'<blockquote>'.repeat(30_000)}x${'<span>y'.repeat(30_000)}`);
  assert.equal(deep.split('<blockquote>').length - 1, 20);
  assert.ok(deep.includes('xyyy'));
});
