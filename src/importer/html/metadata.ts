import type { DeclaredUpdate, Metadata } from '../flat-post.ts';
import { readByline } from '../reading/byline.ts';
import { readLinkedData } from './linked-data.ts';
import { isPageFurniture, namesOf } from './page-furniture.ts';
import { elements, textOf } from './tree.ts';
import type { PageElement } from './tree.ts';

export type PageMetadata = Metadata & {
  readonly title: string | null;
  readonly updates: readonly DeclaredUpdate[];
};

const HEADLINES = ['og:title', 'twitter:title', 'dc.title', 'headline', 'parsely-title', 'sailthru.title'];
const AUTHORS = [
  'author',
  'article:author',
  'dc.creator',
  'byl',
  'parsely-author',
  'sailthru.author',
  'authors',
];
const DATES = [
  'article:published_time',
  'datepublished',
  'date',
  'dc.date.issued',
  'pubdate',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publishdate',
];

/** What a page says of itself: JSON-LD first, then its meta elements, then microdata. */
export function readMetadata(page: PageElement): PageMetadata {
  const linked = readLinkedData(page);
  const metas = metaValues(page);
  const siteName = metas.get('og:site_name')?.[0] ?? metas.get('application-name')?.[0] ?? null;
  const title = firstOf(page, ({ tag }) => tag === 'title');
  const titles = [...linked.headlines, ...pick(metas, HEADLINES), ...(title === null ? [] : [title])];
  return {
    title,
    headlines: unique(titles.map((text) => withoutSite(text, siteName)).filter((text) => text !== '')),
    authors: authorsOf(
      [linked.authors, pick(metas, AUTHORS).flatMap(splitNames), markedAuthors(page), classedAuthors(page)],
      siteName,
    ),
    authorBio: null,
    photoCredit: null,
    publishedAt: linked.publishedAt ?? pick(metas, DATES)[0] ?? markedDate(page),
    siteName,
    updates: linked.updates,
  };
}

/** The names of the first source that gives any: what pages say twice they seldom say alike. */
function authorsOf(sources: readonly (readonly string[])[], siteName: string | null): readonly string[] {
  for (const source of sources) {
    const names = unique(source.map((name) => name.replace(/^[\s|–—-]+|[\s|–—,;-]+$/g, ''))).filter((name) =>
      isName(name, siteName),
    );
    if (names.length > 0) return names;
  }
  return [];
}

/** A byline that only its class names tell. */
function classedAuthors(page: PageElement): readonly string[] {
  for (const element of elements(page)) {
    if (
      !/(?:^|[-_\s])(?:byline|author|writer)(?:-?(?:name|link))?(?:$|[-_\s])/i.test(namesOf(element)) ||
      isPageFurniture(element)
    )
      continue;
    const text = textOf(element);
    if (text.length < 4 || text.length > 80) continue;
    const byline = readByline(text) ?? readByline(`By ${text}`);
    if (byline !== null && byline.names.every((name) => name.includes(' '))) return byline.names;
  }
  return [];
}

function metaValues(page: PageElement): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const { tag, attributes } of elements(page)) {
    if (tag !== 'meta') continue;
    const name = (
      attributes.get('property') ??
      attributes.get('name') ??
      attributes.get('itemprop')
    )?.toLowerCase();
    const value = (attributes.get('content') ?? attributes.get('value'))?.replace(/\s+/g, ' ').trim();
    if (name && value) values.set(name, [...(values.get(name) ?? []).slice(0, 20), value]);
  }
  return values;
}

function pick(metas: ReadonlyMap<string, readonly string[]>, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => metas.get(name) ?? []);
}

/** "Bridge Closed | The Daily Lantern" → "Bridge Closed". */
export function withoutSite(title: string, siteName: string | null): string {
  const parts = title.split(/\s+[|–—·»-]\s+|\s+::\s+/);
  const last = parts.at(-1) ?? '';
  if (parts.length < 2) return title.trim();
  const sites = siteName !== null && last.toLowerCase().includes(siteName.toLowerCase());
  const tail = title
    .slice(0, title.length - last.length)
    .replace(/\s+(?:[|–—·»-]|::)\s+$/, '')
    .trim();
  const barred = /\s[|»]\s+$|\s::\s+$/.test(title.slice(0, title.length - last.length));
  return (sites || barred) && tail.length >= last.length / 2 ? tail : title.trim();
}

function splitNames(value: string): readonly string[] {
  const byline = readByline(value);
  return byline ? byline.names : value.split(/\s*(?:,|;|\band\b|&)\s*/);
}

/** Names from `rel=author` and `itemprop=author`, the innermost that carries one. */
function markedAuthors(page: PageElement): readonly string[] {
  const found: string[] = [];
  for (const element of elements(page)) {
    const { attributes } = element;
    const marked =
      attributes.get('rel')?.split(/\s+/).includes('author') === true ||
      attributes.get('itemprop') === 'author';
    if (!marked || found.length >= 5) continue;
    const text = textOf(element);
    if (text.length > 0 && text.length < 80) found.push(...splitNames(text));
  }
  return found;
}

function markedDate(page: PageElement): string | null {
  for (const { attributes } of elements(page)) {
    if (attributes.get('itemprop') === 'datePublished' || attributes.has('pubdate')) {
      return attributes.get('datetime') ?? attributes.get('content') ?? null;
    }
  }
  return null;
}

function firstOf(page: PageElement, wanted: (element: PageElement) => boolean): string | null {
  for (const element of elements(page)) {
    if (!wanted(element)) continue;
    const text = textOf(element);
    return text === '' ? null : text;
  }
  return null;
}

function isName(name: string, siteName: string | null): boolean {
  if (name.length < 2 || name.length > 60 || /https?:|www\.|[@/<>{}]/.test(name) || !/\p{Lu}/u.test(name))
    return false;
  const all = name.split(' ');
  if (all.length > 8 || all.filter((word) => /^[\p{Lu}(]/u.test(word)).length * 2 < all.length) return false;
  return siteName === null || name.toLowerCase() !== siteName.toLowerCase();
}

function unique(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values
    .map((value) => value.replace(/\s+/g, ' ').trim())
    .filter((value) => {
      const key = value.toLowerCase();
      return key !== '' && !seen.has(key) && seen.add(key) !== null;
    });
}
