import { authorPath } from '../../domain/addresses.ts';
import { authorNamed } from '../../domain/author.ts';
import type { Instant } from '../../domain/time.ts';
import type { Update } from '../../domain/update.ts';
import { CARD } from '../../distribution/share-card/facts.ts';
import { html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import type { StoryView } from '../../render/view.ts';
import type { Frame, Page } from './shell.ts';

/** A page as a piece of journalism (Open Graph, `article`). `authors`: their pages' addresses. */
export type Article = {
  lang: string;
  /** Languages it can be read in besides. */
  otherLangs: string[];
  published: Instant | null;
  modified: Instant | null;
  section: string | null;
  authors: string[];
};

/** Of a story, or of one update in it. */
export function articleOf(
  { story, authors, translations }: StoryView,
  baseUrl: string,
  update?: Update,
): Article {
  const names = update ? [update.author] : story.top.byline;
  const known = names.flatMap((name) => authorNamed(authors, name) ?? []);
  return {
    lang: story.lang,
    // An update is in the language it was posted in; its story may be in others.
    otherLangs: update ? [] : translations.map(({ lang }) => lang),
    published: update ? (update.timeKnown ? update.at : null) : story.openedAt,
    modified: update ? update.modifiedAt : story.updatedAt,
    section: story.section,
    authors: known.map(({ slug }) => baseUrl + authorPath(slug)),
  };
}

/** What previews of a shared link are made of: Open Graph, which all read, and the one word of Twitter's own. */
export function renderPreview({ site, baseUrl, language }: Frame, page: Page, address: string): Html {
  const { title, description, card, article } = page;
  const image = card && [
    ['og:image', baseUrl + card.path],
    ['og:image:type', 'image/png'],
    ['og:image:width', String(CARD.width)],
    ['og:image:height', String(CARD.height)],
    ['og:image:alt', card.alt],
  ];
  const told = [
    ['og:type', article ? 'article' : 'website'],
    ['og:title', title],
    ['og:url', address],
    ['og:site_name', site.name],
    ['og:locale', localeOf(article?.lang ?? language.tag)],
    ...(article?.otherLangs ?? []).map((lang) => ['og:locale:alternate', localeOf(lang)]),
    ['og:description', description],
    ...(image ?? []),
    ['article:published_time', article?.published],
    ['article:modified_time', article?.modified],
    ['article:section', article?.section],
    ...(article?.authors ?? []).map((author) => ['article:author', author]),
  ];
  const properties = told.map(([name, value]) => value && html`<meta property="${name}" content="${value}">`);
  const kind = card ? 'summary_large_image' : 'summary';
  return html`${properties}<meta name="twitter:card" content="${kind}">`;
}

/** `pt-BR` → `pt_BR`, `ko` → `ko_KR`: Open Graph wants a country, the likeliest where none is said. */
function localeOf(tag: string): string | null {
  try {
    const { language, region } = new Intl.Locale(tag).maximize();
    return region === undefined ? language : `${language}_${region}`;
  } catch {
    return null;
  }
}
