import { xml, xmlDocument, type Xml } from '../xml.ts';
import type { Entry, Feed } from './feed.ts';

export const ATOM_TYPE = 'application/atom+xml; charset=utf-8';

/** The Atom Syndication Format (RFC 4287). */
export function atom(feed: Feed): string {
  const { id, title, description, url, self, lang, updated, publisher, entries } = feed;
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}">
<id>${id}</id>
<title>${title}</title>
<subtitle>${description}</subtitle>
<updated>${updated}</updated>
<author><name>${publisher.name}</name><uri>${publisher.url}</uri></author>
<link rel="self" type="application/atom+xml" href="${self}.atom"/>
<link rel="alternate" type="text/html" href="${url}"/>
${entries.map(entryOf)}</feed>`);
}

function entryOf({ id, title, url, lang, published, updated, authors, category, summary, html }: Entry): Xml {
  return xml`<entry xml:lang="${lang}">
<id>${id}</id>
<title>${title}</title>
<link rel="alternate" type="text/html" href="${url}"/>
<published>${published}</published>
<updated>${updated}</updated>
${authors.map((author) => xml`<author><name>${author.name}</name>${author.url !== null && xml`<uri>${author.url}</uri>`}</author>\n`)}${category !== null && xml`<category term="${category}"/>\n`}<summary>${summary}</summary>
<content type="html">${html}</content>
</entry>
`;
}
