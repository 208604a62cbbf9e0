import * as fc from 'fast-check';
import { checkName } from '../plain-text.ts';
import type { BlockJSON, DocumentJSON, InlineJSON, MarkJSON, ParagraphJSON } from './json.ts';

// For property tests: what a desk, an importer or a client could rightly send, in every odd form Unicode has.

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
  fc.constantFrom(
    '<b>&amp;"\'',
    'שלום a',
    '\u202Eabc',
    'abc\u202C\u2069',
    '\u2067rtl',
    'a\r\nb',
    '\uD800',
    '\u0000',
    ' ',
  ),
);
const name = text.map((given) => checkName(given) ?? 'Ana Ruiz');
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const web = fc.webUrl({ withQueryParameters: true, withFragments: true });
const pixels = fc.integer({ min: 1, max: 65_535 });

const link: fc.Arbitrary<MarkJSON> = fc.record({
  type: fc.constant('link' as const),
  attrs: fc.record({
    href: fc.oneof(
      web,
      fc.emailAddress().map((at) => `mailto:${encodeURIComponent(at).replace('%40', '@')}`),
    ),
    title: maybe(name),
  }),
});
const plainMark: fc.Arbitrary<MarkJSON> = fc.record({
  type: fc.constantFrom('strong', 'em', 'strike', 'code'),
});
const marks = fc.uniqueArray(fc.oneof(plainMark, link), { maxLength: 5, selector: (mark) => mark.type });

const inline: fc.Arbitrary<InlineJSON> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('text' as const), text, marks }) },
  fc.record({ type: fc.constant('hard_break' as const), marks }),
);
const words = fc.array(inline, { maxLength: 5 });
const paragraph: fc.Arbitrary<ParagraphJSON> = fc.record({
  type: fc.constant('paragraph' as const),
  content: words,
});

const image = fc.record({
  type: fc.constant('image' as const),
  attrs: fc.record({
    src: fc.oneof(
      web,
      fc.uuid({ version: 7 }).map((id) => `/media/${id}`),
      fc.webPath().map((path) => `/media${path}`),
    ),
    alt: maybe(text),
    caption: maybe(text),
    credit: maybe(name),
    width: maybe(pixels),
    height: maybe(pixels),
  }),
});

const leaf: fc.Arbitrary<BlockJSON> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  fc.record({
    type: fc.constant('heading' as const),
    attrs: fc.record({ level: fc.integer({ min: 2, max: 4 }) }),
    content: words,
  }),
  fc.record({
    type: fc.constant('statement' as const),
    attrs: fc.record({
      speaker: name,
      role: maybe(name),
      outlet: maybe(name),
      medium: maybe(name),
      interpreter: maybe(name),
      link: maybe(web),
      lang: maybe(fc.constantFrom('ko', 'es-CO', 'zh-Hant', 'ar')),
    }),
    content: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
  }),
  image,
  fc.record({
    type: fc.constant('gallery' as const),
    attrs: fc.record({ caption: maybe(text) }),
    content: fc.array(image, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('embed' as const),
    attrs: fc.record({ url: web, title: maybe(name), provider: maybe(name) }),
  }),
  fc.record({ type: fc.constant('horizontal_rule' as const) }),
);

const item = (block: fc.Arbitrary<BlockJSON>) =>
  fc.record({
    type: fc.constant('list_item' as const),
    content: fc
      .tuple(paragraph, fc.array(block, { maxLength: 2 }))
      .map(([first, rest]) => withFirst(first, rest)),
  });
const withFirst = (first: BlockJSON, rest: BlockJSON[]): BlockJSON[] => [first, ...rest];
const items = (block: fc.Arbitrary<BlockJSON>) => fc.array(item(block), { minLength: 1, maxLength: 3 });

const { block } = fc.letrec<{ block: BlockJSON }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: leaf },
    fc.record({ type: fc.constant('bullet_list' as const), content: items(tie('block')) }),
    fc.record({
      type: fc.constant('ordered_list' as const),
      attrs: fc.record({ start: fc.nat(999_999_999) }),
      content: items(tie('block')),
    }),
    fc.record({
      type: fc.constant('blockquote' as const),
      content: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

/** Any document the gate takes, not yet in its normal form. */
export const anyDocument: fc.Arbitrary<DocumentJSON> = fc.record({
  type: fc.constant('doc' as const),
  content: fc.array(block, { minLength: 1, maxLength: 5 }),
});
