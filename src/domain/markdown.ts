import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { MarkdownParser } from 'prosemirror-markdown';
import type { CheckedDocument } from './document.ts';
import { checkDocument, schema } from './document.ts';
import { DEPTH_MAX, NODES_MAX, SIZE_MAX } from './document/limits.ts';
import { checkImageSource, checkLink } from './links.ts';
import { newsroomRules, TooManyBlocks } from './markdown/rules.ts';
import { checkName, dropControls } from './plain-text.ts';

/** What is nested deeper markdown-it would drop unseen; the document's own bound has refused it by then. */
const options = { html: false, maxNesting: DEPTH_MAX + 8 };

const tokenizer = new MarkdownIt('commonmark', options)
  .enable('strikethrough')
  // Indented text is how people paste; nobody files code by four spaces.
  .disable('code')
  .use(newsroomRules);

/** What is refused here stays the text it was written as; images take paths of this site besides. */
tokenizer.validateLink = (address) => checkLink(address) !== null || checkImageSource(address) !== null;

const parser = new MarkdownParser(schema, tokenizer, {
  paragraph: { block: 'paragraph' },
  heading: {
    block: 'heading',
    getAttrs: (token) => ({ level: Math.min(Math.max(Number(token.tag.slice(1)), 2), 4) }),
  },
  bullet_list: { block: 'bullet_list' },
  ordered_list: {
    block: 'ordered_list',
    getAttrs: (token) => ({ start: Number(token.attrGet('start') ?? 1) }),
  },
  list_item: { block: 'list_item' },
  blockquote: { block: 'blockquote' },
  hr: { node: 'horizontal_rule' },
  hardbreak: { node: 'hard_break' },
  statement: { block: 'statement', getAttrs: (token) => token.meta },
  gallery: { block: 'gallery' },
  image: { node: 'image', getAttrs: (token) => token.meta },
  embed: { node: 'embed', getAttrs: (token) => token.meta },
  strong: { mark: 'strong' },
  em: { mark: 'em' },
  s: { mark: 'strike' },
  code_inline: { mark: 'code', noCloseToken: true },
  link: { mark: 'link', getAttrs: (token) => ({ href: token.attrGet('href'), title: titleOf(token) }) },
});

/**
 * CommonMark (with `~~strike~~`) into a checked document. HTML in it is text; a link to anywhere but http, https and
 * mailto stays text; `#` is a heading of level 2; fenced code is a paragraph set as code. Of our own:
 * - a block quotation whose last line begins with `— ` is a statement (`markdown/statement.ts` says how it reads);
 * - a web address alone in a paragraph of its own is an embed;
 * - `![alt](address "caption")` is a picture, a block of its own before or after the paragraph it was written in;
 * - a paragraph of nothing but pictures, two or more, is a gallery.
 */
export function markdownToDocument(markdown: string): CheckedDocument {
  if (markdown.length > SIZE_MAX) {
    return refused(`the markdown holds ${markdown.length} characters; at most ${SIZE_MAX} are taken`);
  }
  const checked = read(dropControls(markdown));
  if (checked.type === 'document') return checked;
  // A pointer into the document means nothing to someone who wrote markdown.
  return refused(
    `what it says cannot be a document: ${checked.errors.map(({ detail }) => detail).join('; ')}`,
  );
}

function read(markdown: string): CheckedDocument {
  try {
    return checkDocument(parser.parse(markdown).toJSON());
  } catch (error) {
    if (!(error instanceof TooManyBlocks)) throw error;
    return refused(
      `what it says cannot be a document: it has more blocks than the ${NODES_MAX} nodes that are taken`,
    );
  }
}

/** A link's title in one line; one that cannot be a title is left out. */
function titleOf(link: Token): string | null {
  return checkName((link.attrGet('title') ?? '').replace(/\s+/g, ' '));
}

function refused(detail: string): CheckedDocument {
  return { type: 'bad-document', errors: [{ pointer: '', detail }] };
}
