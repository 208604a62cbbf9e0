import { Tokenizer, TokenizerMode } from 'parse5';
import type { Token } from 'parse5';

/** A page as a light tree: enough to find the post in it, bounded in depth whatever the page nests. */
export type PageElement = {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: PageNode[];
};
export type PageNode = PageElement | string;

/** Deeper elements are read as part of the one above them, as browsers do. */
const DEEPEST = 256;

/** An end tag of running text is matched within this many open elements. */
const DEEPEST_INLINE = 16;

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr basefont bgsound frame keygen'.split(
    ' ',
  ),
);
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rt rp s samp small span strike strong sub sup time tt u var picture'.split(
    ' ',
  ),
);
const CLOSES_PARAGRAPH = new Set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul li dd dt'.split(
    ' ',
  ),
);
/** Elements that an implied end never reaches across. */
const BOUNDARY = new Set('table td th caption object button template html'.split(' '));
const LISTS = new Set(['ul', 'ol', 'dl', 'menu', 'dir']);
/** Which open elements a start tag ends by implication. */
const SIBLINGS: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  dd: ['dd', 'dt'],
  dt: ['dd', 'dt'],
  tr: ['tr'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  option: ['option'],
};

const RAW_TEXT: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
};

/** Elements at most; pages of long live blogs have some tens of thousands. */
const MOST_ELEMENTS = 200_000;

/** Parses a page of any quality, in time linear in its length; null where it has more elements than any page of news. */
export function parsePage(html: string): PageElement | null {
  const builder = new PageBuilder();
  const tokenizer = new Tokenizer({}, builder);
  builder.enterRawText = (tag) => {
    const mode = RAW_TEXT[tag];
    if (mode !== undefined) tokenizer.state = mode;
  };
  tokenizer.write(html, true);
  return builder.elements > MOST_ELEMENTS ? null : builder.root;
}

/** Takes the tokens in and keeps the stack of open elements (HTML §13.2.6, much reduced). */
class PageBuilder {
  readonly root: PageElement = { tag: '#page', attributes: new Map(), children: [] };
  enterRawText: (tag: string) => void = () => {};
  readonly #open: PageElement[] = [this.root];
  readonly #counts = new Map<string, number>();
  elements = 0;
  #tooDeep = 0;
  #foreign = 0;

  onStartTag(token: Token.TagToken): void {
    const tag = token.tagName;
    this.elements += 1;
    if (this.elements > MOST_ELEMENTS) return;
    if (this.#foreign === 0) this.#closeImplied(tag);
    const attributes = new Map(token.attrs.map(({ name, value }) => [name, value]));
    const element: PageElement = { tag, attributes, children: [] };
    if (VOID.has(tag) || token.selfClosing) {
      this.#top().children.push(element);
      return;
    }
    if (this.#open.length >= DEEPEST) {
      this.#tooDeep += 1;
    } else {
      this.#top().children.push(element);
      this.#open.push(element);
      this.#counts.set(tag, (this.#counts.get(tag) ?? 0) + 1);
      if (tag === 'svg' || tag === 'math') this.#foreign += 1;
    }
    if (this.#foreign === 0) this.enterRawText(tag);
  }

  onEndTag(token: Token.TagToken): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep -= 1;
      return;
    }
    if ((this.#counts.get(token.tagName) ?? 0) === 0) return;
    const inline = INLINE.has(token.tagName);
    const lowest = inline ? this.#open.length - DEEPEST_INLINE : 0;
    for (let at = this.#open.length - 1; at > 0 && at >= lowest; at--) {
      const tag = this.#open[at]?.tag ?? '';
      if (tag === token.tagName) return this.#closeTo(at);
      // </b> after <b><p> ends no paragraph; </li> ends nothing outside its table.
      if (
        inline
          ? !INLINE.has(tag)
          : BOUNDARY.has(tag) && !BOUNDARY.has(token.tagName) && token.tagName !== 'div'
      )
        return;
    }
  }

  onCharacter(token: Token.CharacterToken): void {
    this.#text(token.chars);
  }
  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.#text(token.chars);
  }
  onNullCharacter(): void {}
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}

  #top(): PageElement {
    return this.#open.at(-1) ?? this.root;
  }

  #text(chars: string): void {
    const { children } = this.#top();
    const last = children.at(-1);
    if (typeof last === 'string') children[children.length - 1] = last + chars;
    else children.push(chars);
  }

  #closeImplied(tag: string): void {
    if (CLOSES_PARAGRAPH.has(tag) && (this.#counts.get('p') ?? 0) > 0) this.#closeNearest(['p'], false);
    const siblings = SIBLINGS[tag];
    if (siblings) this.#closeNearest(siblings, tag === 'li' || tag === 'dd' || tag === 'dt');
  }

  #closeNearest(tags: readonly string[], withinList: boolean): void {
    for (let at = this.#open.length - 1; at > 0; at--) {
      const tag = this.#open[at]?.tag ?? '';
      if (tags.includes(tag)) return this.#closeTo(at);
      if (BOUNDARY.has(tag) || (withinList && LISTS.has(tag))) return;
    }
  }

  #closeTo(at: number): void {
    while (this.#open.length > at) {
      const element = this.#open.pop();
      if (!element) return;
      this.#counts.set(element.tag, (this.#counts.get(element.tag) ?? 1) - 1);
      if (element.tag === 'svg' || element.tag === 'math') this.#foreign -= 1;
    }
  }
}

/** Every element under and with `root`, in the order of the page. */
export function* elements(root: PageElement): Generator<PageElement> {
  const waiting: PageElement[] = [root];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    yield element;
    for (let at = element.children.length - 1; at >= 0; at--) {
      const child = element.children[at];
      if (child !== undefined && typeof child !== 'string') waiting.push(child);
    }
  }
}

/** Markup in a piece of text (a JSON value, a title) read as its words. */
export function plainText(markup: string): string {
  if (!/[<&]/.test(markup)) return markup.replace(/\s+/g, ' ').trim();
  const page = parsePage(markup);
  return page === null ? '' : textOf(page);
}

/** All text under a node, white space collapsed. */
export function textOf(node: PageNode): string {
  const parts: string[] = [];
  collect(node, parts);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

const SILENT = new Set(['script', 'style', 'template', 'svg', 'math', 'noscript', 'head']);

function collect(node: PageNode, into: string[]): void {
  if (typeof node === 'string') into.push(node);
  else if (node.tag === 'br') into.push('\n');
  else if (!SILENT.has(node.tag)) for (const child of node.children) collect(child, into);
}
