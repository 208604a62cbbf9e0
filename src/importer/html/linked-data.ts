import type { DeclaredUpdate } from '../flat-post.ts';
import { elements, parsePage, plainText, textOf } from './tree.ts';
import type { PageElement } from './tree.ts';

/** What a page's JSON-LD says (schema.org NewsArticle, LiveBlogPosting and their kin). */
export type LinkedData = {
  readonly headlines: readonly string[];
  readonly authors: readonly string[];
  readonly publishedAt: string | null;
  readonly updates: readonly DeclaredUpdate[];
};

const ARTICLE = /Article|BlogPosting|LiveBlogPosting|Report|Posting$/;
const LONGEST = 2_000_000;

type Json = Readonly<Record<string, unknown>>;

export function readLinkedData(page: PageElement): LinkedData {
  const articles = [...elements(page)]
    .filter(isLinkedData)
    .flatMap((script) => parse(script.children.filter((node) => typeof node === 'string').join('')))
    .filter(isArticle);
  // An entry of a live blog is an article too; the page's own comes first.
  return {
    headlines: articles
      .map((article) => string(article['headline']))
      .filter((text) => text !== null)
      .slice(0, 1),
    authors: articles.flatMap((article) => names(article['author'])).slice(0, 8),
    publishedAt:
      articles.map((article) => string(article['datePublished'])).find((date) => date !== null) ?? null,
    updates: articles.flatMap((article) =>
      list(article['liveBlogUpdate']).slice(0, 5000).map(declaredUpdate),
    ),
  };
}

function isLinkedData({ tag, attributes }: PageElement): boolean {
  return tag === 'script' && attributes.get('type')?.trim().toLowerCase() === 'application/ld+json';
}

/** The objects of one script, a graph's members among them; a script that is no JSON holds none. */
function parse(text: string): readonly Json[] {
  if (text.length > LONGEST) return [];
  try {
    const value: unknown = JSON.parse(
      text
        .trim()
        .replace(/^<!--|-->$|^\/\/<!\[CDATA\[|\/\/\]\]>$/g, '')
        .trim(),
    );
    return list(value).flatMap((item) =>
      isObject(item) ? [item, ...list(item['@graph']).filter(isObject)] : [],
    );
  } catch {
    return [];
  }
}

function isArticle(item: Json): boolean {
  return list(item['@type']).some((type) => typeof type === 'string' && ARTICLE.test(type));
}

function declaredUpdate(value: unknown): DeclaredUpdate {
  const item: Json = isObject(value) ? value : {};
  return {
    headline: string(item['headline']),
    publishedAt: string(item['datePublished']) ?? string(item['dateCreated']),
    paragraphs: paragraphsOf(raw(item['articleBody']) ?? raw(item['description']) ?? ''),
  };
}

function paragraphsOf(body: string): readonly string[] {
  const text = /<[a-z][^>]{0,200}>/i.test(body)
    ? (parsePage(body)?.children ?? []).map((node) => textOf(node)).join('\n')
    : body;
  return text
    .split(/\n+/)
    .map(plainText)
    .filter((line) => line !== '');
}

function names(value: unknown): readonly string[] {
  return list(value).flatMap((author) => {
    if (isObject(author) && author['@type'] === 'Organization' && list(value).length > 1) return [];
    const name = typeof author === 'string' ? author : isObject(author) ? author['name'] : null;
    return list(name).flatMap((one) => (typeof one === 'string' ? [one.trim()] : []));
  });
}

function list(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

function raw(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function string(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? plainText(value) : null;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
