import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { parseFragment } from 'parse5';
import { checkDocument } from '../domain/document.ts';
import type { DocumentJSON } from '../domain/document.ts';
import { anyDocument } from '../domain/document/arbitrary.ts';
import { doc, paragraph, statement, text } from '../domain/document/hostile.ts';
import { checkImageSource, checkLink } from '../domain/links.ts';
import { renderDocument } from './document.ts';
import { viewGiven } from './given.ts';
import { attributeOf, elementsOf, textIn } from './parsed.ts';
import { runs } from '../../test/support/runs.ts';

function taken(given: unknown): DocumentJSON {
  const checked = checkDocument(given);
  if (checked.type === 'bad-document') throw new Error(JSON.stringify(checked.errors));
  return checked.document;
}

const view = viewGiven();
const rendered = (...blocks: unknown[]): string => String(renderDocument(view, taken(doc(...blocks))));
const item = (...content: unknown[]) => ({ type: 'list_item', content });

test('paragraphs, headings, lists, quotations and rules are the elements they are', () => {
  assert.equal(
    rendered(paragraph(text('No deal.')), paragraph()),
    '<p dir="auto">No deal.</p><p dir="auto"></p>',
  );
  for (const level of [2, 3, 4]) {
    const heading = { type: 'heading', attrs: { level }, content: [text('Now')] };
    assert.equal(rendered(heading), `<h${level} dir="auto">Now</h${level}>`);
  }
  assert.equal(
    rendered({ type: 'bullet_list', content: [item(paragraph(text('a')), { type: 'horizontal_rule' })] }),
    '<ul dir="ltr"><li><p dir="auto">a</p><hr></li></ul>',
  );
  assert.equal(
    rendered({ type: 'ordered_list', attrs: { start: 3 }, content: [item(paragraph(text('a')))] }),
    '<ol dir="ltr" start="3"><li><p dir="auto">a</p></li></ol>',
  );
  assert.equal(
    rendered({ type: 'ordered_list', content: [item(paragraph())] }),
    '<ol><li><p dir="auto"></p></li></ol>',
  );
  assert.equal(
    rendered({ type: 'blockquote', content: [paragraph(text('a'))] }),
    '<blockquote dir="ltr"><p dir="auto">a</p></blockquote>',
  );
});

test('marks stand within each other, the link outermost', () => {
  const marks = ['code', 'strike', 'em', 'strong'].map((type) => ({ type }));
  const link = { type: 'link', attrs: { href: 'https://a.example/?b=1&c="', title: 'A "title"' } };
  assert.equal(
    rendered(paragraph(text('<x>', ...marks, link), { type: 'hard_break', marks: [{ type: 'em' }] })),
    '<p dir="auto"><a href="https://a.example/?b=1&amp;c=%22" title="A &quot;title&quot;" rel="noopener">' +
      '<strong><em><s><code>&lt;x&gt;</code></s></em></strong></a><em><br></em></p>',
  );
});

test('a list and a quotation run the way their first letter runs', () => {
  const list = { type: 'bullet_list', content: [item(paragraph(text('12 שלום')))] };
  assert.match(rendered(list), /^<ul dir="rtl">/);
  assert.match(rendered({ type: 'blockquote', content: [list] }), /^<blockquote dir="rtl">/);
  assert.match(
    rendered(statement({ speaker: 'Ana Ruiz' }, paragraph(text('سنبقى')))),
    /<blockquote dir="rtl">/,
  );
});

test('a picture of this site is loaded late, at its size, with caption and credit', () => {
  const attrs = {
    src: '/media/a.jpg',
    alt: 'A "table"',
    caption: 'The room',
    credit: 'B. Osei',
    width: 640,
    height: 480,
  };
  assert.equal(
    rendered({ type: 'image', attrs }),
    '<figure class="image"><img src="/media/a.jpg" alt="A &quot;table&quot;" width="640" height="480" loading="lazy" decoding="async">' +
      '<figcaption><bdi>The room</bdi> <span class="credit"><bdi>B. Osei</bdi></span></figcaption></figure>',
  );
  assert.equal(
    rendered({ type: 'image', attrs: { src: '/a.jpg' } }),
    '<figure class="image"><img src="/a.jpg" alt="" loading="lazy" decoding="async"></figure>',
  );
});

test('a picture of another host is a card, so that a reader asks nothing of that host', () => {
  const image = {
    type: 'image',
    attrs: { src: 'https://www.agency.example/a.jpg', alt: 'A table', credit: 'B. Osei' },
  };
  assert.equal(
    rendered(image),
    '<figure class="image"><a class="embed" href="https://www.agency.example/a.jpg" rel="noopener nofollow external">' +
      '<bdi class="embed-title">A table</bdi> <bdi class="embed-provider">agency.example</bdi></a>' +
      '<figcaption><span class="credit"><bdi>B. Osei</bdi></span></figcaption></figure>',
  );
});

test('an embed is a card: a title and where it leads', () => {
  assert.equal(
    rendered({
      type: 'embed',
      attrs: { url: 'https://video.example/1', title: 'The walk-out', provider: 'Video' },
    }),
    '<a class="embed" href="https://video.example/1" rel="noopener nofollow external">' +
      '<bdi class="embed-title">The walk-out</bdi> <bdi class="embed-provider">Video</bdi></a>',
  );
  assert.match(
    rendered({ type: 'embed', attrs: { url: 'https://video.example/1' } }),
    /<bdi class="embed-title">Page on video\.example<\/bdi><\/a>/,
  );
  assert.match(
    rendered({ type: 'embed', attrs: { url: 'https://www.youtube.com/watch?v=dQw4w9WgXcQ' } }),
    /<bdi class="embed-title">Video on youtube\.com<\/bdi> <span class="embed-note">/,
  );
});

const ELEMENTS = new Set(
  'p h2 h3 h4 ul ol li blockquote figure figcaption cite bdi span img a hr br strong em s code div'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'dir start lang href title rel class src alt width height loading decoding tabindex role aria-label'.split(
    ' ',
  ),
);

test('any document is markup that holds the same text, no foreign element, no handler, no style, no foreign address', () => {
  fc.assert(
    fc.property(anyDocument, (given) => {
      const document = taken(given);
      const elements = elementsOf(parseFragment(String(renderDocument(view, document))));
      for (const element of elements) {
        assert.ok(ELEMENTS.has(element.tagName), element.tagName);
        for (const { name } of element.attrs) assert.ok(ATTRIBUTES.has(name), name);
        const [href, src] = [attributeOf(element, 'href'), attributeOf(element, 'src')];
        if (href !== undefined) assert.equal(checkLink(href), href);
        if (src !== undefined) assert.ok(src.startsWith('/') && checkImageSource(src) === src, src);
      }
      const lines = elements.filter((element) => /^(p|h\d)$/.test(element.tagName));
      assert.deepEqual(lines.map(textIn), linesOf(document));
    }),
    { numRuns: runs(300) },
  );
});

type AnyNode = { type: string; text?: string; content?: AnyNode[] };

/** The text of every paragraph and heading, in order. */
function linesOf(node: AnyNode): string[] {
  const children = node.content ?? [];
  if (node.type !== 'paragraph' && node.type !== 'heading') return children.flatMap(linesOf);
  return [children.map((child) => child.text ?? '').join('')];
}
