import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseFragment } from 'parse5';
import { paragraphs } from '../domain/document.ts';
import { renderCard } from './card.ts';
import { correctionGiven, retractedGiven, storyGiven, updateGiven, viewGiven } from './given.ts';
import { attributeOf, elementsOf, textIn } from './parsed.ts';
import { storyParts } from './parts.ts';
import { renderUpdate } from './update.ts';

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg onload=alert(1)>",
  '</article></main><base href=//evil.example>',
  '&lt;script&gt; &amp; &#60;b&#62;',
  '\u202Egnp.exe',
  '{{constructor}} ${7*7} <%= 1 %>',
  '<!--',
  ']]>',
  '\\u003cscript\\u003e',
];

/** Elements the renderer makes; whatever else came out was let in. */
const OURS = new Set(
  'article section nav div p span a time h1 h2 h3 ul ol li bdi del ins details summary'.split(' '),
);

/** The hostile text in every field there is. */
function everyField(text: string): string[] {
  const update = updateGiven(1, text, { title: text, author: text, keyEvent: true });
  const untitled = updateGiven(2, text);
  const gone = retractedGiven(3, text);
  const story = storyGiven(
    { section: text, placeZone: 'Asia/Tokyo', topVersion: 2 },
    {
      headline: text,
      dek: text,
      lead: paragraphs([text]),
      byline: [text, `${text}2`],
      credit: text,
      summary: [
        { text, updateId: update.id },
        { text, updateId: null },
        { text: 'kept from the page', updateId: gone.id },
      ],
    },
  );
  const view = viewGiven({
    story,
    pinned: update,
    keyEvents: [update, untitled],
    summarised: [update, gone],
    latest: untitled,
    corrections: [null, update.id].map((updateId) =>
      correctionGiven({ updateId, was: text, is: text, note: text }),
    ),
    authors: [{ slug: 'a', name: text, role: text, bio: text }],
    translations: [{ storyId: 'a', slug: text, lang: 'de', original: true, stale: true }],
  });
  return [
    ...Object.values(storyParts(view)).map(String),
    ...[update, untitled, gone].map((one) => renderUpdate(view, one).toString()),
    renderCard({ ...view, story, latest: update }).toString(),
    renderCard({ ...view, story, latest: null }).toString(),
  ];
}

for (const text of HOSTILE) {
  test(`${JSON.stringify(text)} in any field comes out as the text it is`, () => {
    for (const markup of everyField(text)) {
      const fragment = parseFragment(markup);
      for (const element of elementsOf(fragment)) {
        assert.ok(OURS.has(element.tagName), `${element.tagName} in ${markup}`);
        assert.deepEqual(
          element.attrs.filter(({ name }) => name.startsWith('on') || name === 'style'),
          [],
        );
        assert.match(attributeOf(element, 'href') ?? '/', /^\/(stories|authors|sections)\/|^\/$/);
      }
      assert.ok(textIn(fragment).includes(text), `the text is gone from ${markup}`);
    }
  });
}

test('a line that rested on a retracted update shows none of its words', () => {
  for (const markup of everyField('x')) assert.ok(!markup.includes('kept from the page'));
});
