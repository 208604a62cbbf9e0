import { isFurnitureByKind, isPageFurniture } from './page-furniture.ts';
import { elements, textOf } from './tree.ts';
import type { PageElement, PageNode } from './tree.ts';
import { plain } from '../reading/lines.ts';

/** Where on a page the post stands. */
export type ArticlePlace = {
  readonly body: PageElement;
  /** The element of the headline, or null where the page shows none. */
  readonly heading: PageElement | null;
  /** Elements that hold so much of the page's prose that no class name makes them furniture. */
  readonly weighty: ReadonlySet<PageElement>;
};

/** Running text: what stands in no link, in pieces long enough to be prose. */
const PROSE = 25;

/** Finds the element that holds the post's text, and its headline. */
export function findArticle(page: PageElement, headlines: readonly string[]): ArticlePlace {
  const weighty = weightyOf(page);
  const weights = weigh(page, (element) => !weighty.has(element) && isPageFurniture(element));
  const body = bodyOf(page, weights);
  return { body, heading: headingOf(page, body, headlines), weighty };
}

type Weights = ReadonlyMap<PageElement, number>;

/** A third of a page's prose is not the page's, though its class be "widget" or "sidebar-layout". */
function weightyOf(page: PageElement): ReadonlySet<PageElement> {
  const weights = weigh(page, isFurnitureByKind);
  const total = weights.get(page) ?? 0;
  return new Set(
    [...weights].filter(([, weight]) => total > 0 && weight >= total / 3).map(([element]) => element),
  );
}

/** Characters of prose under each element, furniture left out. */
function weigh(page: PageElement, isFurniture: (element: PageElement) => boolean): Weights {
  const weights = new Map<PageElement, number>();
  const visit = (element: PageElement, quiet: boolean): number => {
    const silent =
      quiet || element.tag === 'a' || (element !== page && element.tag !== 'body' && isFurniture(element));
    let weight = 0;
    for (const child of element.children) {
      if (typeof child !== 'string') weight += visit(child, silent);
      else if (!silent && child.trim().length >= PROSE && isProse(element)) weight += child.trim().length;
    }
    weights.set(element, weight);
    return weight;
  };
  visit(page, false);
  return weights;
}

function isProse({ tag }: PageElement): boolean {
  return !/^(?:script|style|template|head|title|textarea|option|noscript|svg)$/.test(tag);
}

function bodyOf(page: PageElement, weights: Weights): PageElement {
  const total = weights.get(page) ?? 0;
  const heavy = (share: number) => (element: PageElement) =>
    (weights.get(element) ?? 0) >= total * share && total > 0;
  const all = [...elements(page)];
  const marked = all.filter(({ attributes }) =>
    /(?:^|\s)articleBody(?:\s|$)/.test(attributes.get('itemprop') ?? ''),
  );
  const articles = all.filter(({ tag }) => tag === 'article');
  const outermost = articles.find(heavy(0.5)) ?? marked.find(heavy(0.5));
  if (outermost) return outermost;
  const main = all
    .filter(({ tag, attributes }) => tag === 'main' || attributes.get('role') === 'main')
    .find(heavy(0.6));
  return densest(main ?? all.find(({ tag }) => tag === 'body') ?? page, weights);
}

/** The deepest element that still holds nearly all the prose. */
function densest(from: PageElement, weights: Weights): PageElement {
  const total = weights.get(from) ?? 0;
  let at = from;
  for (;;) {
    const next = at.children.filter(isElement).find((child) => (weights.get(child) ?? 0) >= total * 0.8);
    if (!next || total === 0 || next.tag === 'p' || next.tag === 'blockquote') return at;
    at = next;
  }
}

function headingOf(page: PageElement, body: PageElement, headlines: readonly string[]): PageElement | null {
  const names = headlines.map(plain);
  const all = [...elements(page)];
  const headings = all.filter(
    (element) => element.tag === 'h1' && textOf(element) !== '' && !isPageFurniture(element),
  );
  const matching = [...headings, ...all.filter(({ tag }) => tag === 'h2')].find((element) => {
    const text = plain(textOf(element));
    return names.some((name) => name === text || (text.length > 15 && name.startsWith(text)));
  });
  if (matching) return matching;
  const inside = new Set(elements(body));
  const within = headings.find((heading) => inside.has(heading));
  if (within) return within;
  const start = all.indexOf(body);
  const before = new Set(all.slice(0, start));
  return headings.findLast((heading) => before.has(heading)) ?? null;
}

function isElement(node: PageNode): node is PageElement {
  return typeof node !== 'string';
}
