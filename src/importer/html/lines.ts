import type { BlockKind } from '../flat-post.ts';
import { isCaption, isCredit, isFurnitureByKind, isPageFurniture, isPicture } from './page-furniture.ts';
import type { ArticlePlace } from './article.ts';
import type { PageElement } from './tree.ts';

/** One printed line of a page and what its elements say of it. */
export type PageLine = {
  readonly text: string;
  readonly region: 'page' | 'head' | 'body';
  readonly kind: BlockKind;
  readonly level: number;
  readonly strong: string;
  readonly time: string | null;
  readonly credit: boolean;
  /** The line stands in an element that shows a picture. */
  readonly pictured: boolean;
  /** The whole line is one or more links. */
  readonly linked: boolean;
};

const SILENT = new Set('script style svg math head iframe object textarea select option'.split(' '));
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q ruby rt rp s samp small span strike strong sub sup time tt u var'.split(
    ' ',
  ),
);

/** The page line by line, in its order; the post's own head and body are told from the page around them. */
export function pageLines(page: PageElement, place: ArticlePlace): readonly PageLine[] {
  const reader = new LineReader(page, place);
  reader.visit(page, {
    kind: 'paragraph',
    level: 0,
    furniture: false,
    inside: false,
    credit: false,
    pictured: false,
  });
  reader.flush();
  return reader.lines;
}

type Context = {
  readonly kind: BlockKind;
  readonly level: number;
  readonly furniture: boolean;
  readonly inside: boolean;
  readonly credit: boolean;
  readonly pictured: boolean;
};

class LineReader {
  readonly lines: PageLine[] = [];
  readonly #place: ArticlePlace;
  /** Elements around the post are no furniture, whatever their class says. */
  readonly #holders = new Set<PageElement>();
  readonly #headingWithin: boolean;
  /** Whether the headline has been passed and the body not yet ended. */
  #begun = false;
  #ended = false;
  #text: string[] = [];
  #strong: string[] | null = [];
  #linked = 0;
  #time: string | null = null;
  #context: Context | null = null;

  constructor(page: PageElement, place: ArticlePlace) {
    this.#place = place;
    this.#headingWithin = place.heading !== null && markHolders(place.body, place.heading, new Set());
    for (const held of [place.body, place.heading]) markHolders(page, held, this.#holders);
  }

  visit(element: PageElement, outer: Context): void {
    if (SILENT.has(element.tag)) return;
    const context = this.#enter(element, outer);
    const inline = INLINE.has(element.tag) && !(element.tag === 'span' && context.credit !== outer.credit);
    if (!inline) this.flush();
    if (element.tag === 'br') return;
    if (element.tag === 'hr') this.#rule(context);
    if (element.tag === 'time') this.#time ??= element.attributes.get('datetime') ?? null;
    if (element === this.#place.heading) this.#begun = true;
    for (const child of element.children) {
      // A date and a clock set side by side are two words.
      if (element.tag === 'time' && this.#text.length > 0) this.#text.push(' ');
      if (typeof child === 'string') this.#take(child, context, element.tag === 'a');
      else this.#visitChild(child, context);
    }
    if (!inline) this.flush();
    if (element === this.#place.body) this.#ended = true;
  }

  #visitChild(child: PageElement, context: Context): void {
    // In lists of links each link is a line of its own.
    const apart =
      child.tag === 'a' && this.#region(context) === 'page' && this.#linked > 0 && this.#onlyLinks();
    if (apart) this.flush();
    const bold = (child.tag === 'strong' || child.tag === 'b') && this.#strong !== null;
    const before = this.#text.length;
    const opened = this.#text.join('').trim() === (this.#strong ?? []).join('').trim();
    this.visit(child, context);
    if (bold && opened && this.#strong !== null) this.#strong.push(...this.#text.slice(before));
  }

  #enter(element: PageElement, outer: Context): Context {
    const inside = outer.inside || element === this.#place.body;
    const furniture = !this.#holders.has(element) && (outer.furniture || this.#isFurniture(element));
    const credit = isCaption(element) ? outer.credit && isCredit(element) : outer.credit || isCredit(element);
    return {
      ...kindOf(element, outer),
      furniture,
      inside,
      credit,
      pictured: outer.pictured || isPicture(element),
    };
  }

  #isFurniture(element: PageElement): boolean {
    return this.#place.weighty.has(element) ? isFurnitureByKind(element) : isPageFurniture(element);
  }

  #region(context: Context): PageLine['region'] {
    if (context.furniture) return 'page';
    // Above the headline stand the section's name and the like; a picture there is the post's.
    const above =
      !this.#begun && this.#place.heading !== null && this.#headingWithin && context.kind !== 'caption';
    if (context.inside) return above ? 'page' : 'body';
    return this.#begun && !this.#ended ? 'head' : 'page';
  }

  #take(text: string, context: Context, link: boolean): void {
    const region = this.#region(context);
    if (this.#context !== null && this.#region(this.#context) !== region) this.flush();
    // Page furniture keeps the line breaks of its source; running text does not.
    const pieces = region === 'page' ? text.split('\n') : [text];
    for (const [at, piece] of pieces.entries()) {
      if (at > 0) this.flush();
      if (piece === '') continue;
      this.#context ??= context;
      if (context.credit || context.kind === 'heading') this.#context = context;
      this.#text.push(piece);
      if (link) this.#linked += piece.trim().length;
    }
  }

  #onlyLinks(): boolean {
    return this.#text.join('').trim().length === this.#linked;
  }

  #rule(context: Context): void {
    if (this.#region(context) === 'body') {
      this.lines.push({
        text: '',
        region: 'body',
        kind: 'rule',
        level: 0,
        strong: '',
        time: null,
        credit: false,
        pictured: false,
        linked: false,
      });
    }
  }

  flush(): void {
    const text = this.#text.join('').replace(/\s+/g, ' ').trim();
    if (text !== '' && this.#context !== null) {
      this.lines.push({
        text,
        region: this.#region(this.#context),
        kind: this.#context.kind,
        level: this.#context.level,
        strong: (this.#strong ?? []).join('').replace(/\s+/g, ' ').trim(),
        time: this.#time,
        credit: this.#context.credit,
        pictured: this.#context.pictured,
        linked: this.#linked >= text.length * 0.95,
      });
    }
    if (text !== '' || this.#text.length === 0) this.#time = text === '' ? this.#time : null;
    this.#text = [];
    this.#strong = [];
    this.#linked = 0;
    this.#context = null;
  }
}

function markHolders(element: PageElement, held: PageElement | null, into: Set<PageElement>): boolean {
  const holds =
    element === held ||
    element.children.some((child) => typeof child !== 'string' && markHolders(child, held, into));
  if (holds) into.add(element);
  return holds;
}

/** A tweet, a caption, a quotation hold everything inside them; the rest is told by the nearest element. */
function kindOf(element: PageElement, outer: Context): { kind: BlockKind; level: number } {
  const same = { kind: outer.kind, level: outer.level };
  if (outer.kind === 'tweet' || outer.kind === 'caption') return same;
  if (element.tag === 'blockquote') {
    return {
      kind: /twitter|tweet|instagram|bluesky|mastodon/i.test(element.attributes.get('class') ?? '')
        ? 'tweet'
        : 'quote',
      level: 0,
    };
  }
  if (isCaption(element) || isCredit(element)) return { kind: 'caption', level: 0 };
  if (outer.kind === 'quote') return same;
  if (/^h[1-6]$/.test(element.tag)) return { kind: 'heading', level: Number(element.tag[1]) };
  if (element.tag === 'li') return { kind: 'item', level: 0 };
  return element.tag === 'p' ? { kind: outer.kind === 'item' ? 'item' : 'paragraph', level: 0 } : same;
}
