import type { Entry, Feed } from './feed.ts';

export const JSON_FEED_TYPE = 'application/feed+json; charset=utf-8';

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeed({ title, url, self, description, lang, publisher, entries }: Feed): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: url,
    feed_url: `${self}.json`,
    description,
    authors: [publisher],
    language: lang,
    items: entries.map(item),
  };
  return `${JSON.stringify(feed, null, 1)}\n`;
}

function item(entry: Entry): object {
  const { id, url, title, lang, html, summary, published, updated, authors, category } = entry;
  return {
    id,
    url,
    title,
    content_html: html,
    summary,
    date_published: published,
    date_modified: updated,
    ...(authors.length > 0 && {
      authors: authors.map((author) => ({
        name: author.name,
        ...(author.url !== null && { url: author.url }),
      })),
    }),
    ...(category !== null && { tags: [category] }),
    language: lang,
  };
}
