import { escapeHtml } from '../../render/html.ts';
import { xml, xmlDocument, type Xml } from '../xml.ts';
import type { Entry, Feed } from './feed.ts';

export const RSS_TYPE = 'application/rss+xml; charset=utf-8';

/**
 * RSS 2.0, with what it lacks from Atom (when an item was updated), Dublin Core (authors) and RSS 1.0's content module
 * (the whole text). Readers' programs take a description for HTML: our plain words are written as such.
 */
export function rss(feed: Feed): string {
  const { title, url, description, lang, updated, self, entries } = feed;
  return xmlDocument(xml`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${title}</title>
<link>${url}</link>
<description>${escapeHtml(description)}</description>
<language>${lang}</language>
<lastBuildDate>${httpDate(updated)}</lastBuildDate>
<docs>https://www.rssboard.org/rss-specification</docs>
<atom:link rel="self" type="application/rss+xml" href="${self}.xml"/>
${entries.map(item)}</channel>
</rss>`);
}

function item({ title, url, id, published, updated, authors, category, summary, html, lang }: Entry): Xml {
  return xml`<item xml:lang="${lang}">
<title>${title}</title>
<link>${url}</link>
<guid isPermaLink="false">${id}</guid>
<pubDate>${httpDate(published)}</pubDate>
<atom:updated>${updated}</atom:updated>
${authors.map(({ name }) => xml`<dc:creator>${name}</dc:creator>\n`)}${category !== null && xml`<category>${category}</category>\n`}<description>${escapeHtml(summary)}</description>
<content:encoded>${html}</content:encoded>
</item>
`;
}

/** As RSS wants it: RFC 822 with a year of four digits, `Thu, 28 Feb 2019 05:05:00 GMT`. */
const httpDate = (instant: string): string => new Date(instant).toUTCString();
