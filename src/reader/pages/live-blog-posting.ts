import { authorPath, storyPath, updatePath } from '../../domain/addresses.ts';
import type { Update } from '../../domain/update.ts';
import { documentText } from '../../render/document-text.ts';
import { firstWords } from '../../render/first-words.ts';
import { html, jsonForScript } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import type { Snapshot } from '../../storage/storage.ts';

/** Updates a search engine is told of, and characters of each: the page itself has them whole. */
const TOLD = 20;
const BODY = 500;

/** The story for search engines (schema.org/LiveBlogPosting). Retracted words are in it no more than on the page. */
export function liveBlogPosting({ story, site, updates, authors }: Snapshot, baseUrl: string): Html {
  const { top, slug, openedAt, updatedAt, endedAt } = story;
  const url = baseUrl + storyPath(slug);
  const person = (name: string): object => {
    const author = authors.find((one) => one.name === name);
    return { '@type': 'Person', name, ...(author && { url: baseUrl + authorPath(author.slug) }) };
  };
  const told = (update: Update): object => ({
    '@type': 'BlogPosting',
    ...(update.title !== null && { headline: update.title }),
    url: baseUrl + updatePath(slug, update.id),
    datePublished: update.at,
    ...(update.editedAt !== null && { dateModified: update.editedAt }),
    ...(update.author !== null && { author: person(update.author) }),
    articleBody: firstWords(documentText(update.body), BODY),
  });
  const standing = updates.filter(({ status }) => status === 'published').slice(0, TOLD);
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'LiveBlogPosting',
    headline: top.headline,
    ...(top.dek !== null && { description: top.dek }),
    url,
    mainEntityOfPage: url,
    inLanguage: story.lang,
    datePublished: openedAt,
    dateModified: updatedAt,
    coverageStartTime: openedAt,
    ...(endedAt !== null && { coverageEndTime: endedAt }),
    ...(top.byline.length > 0 && { author: top.byline.map(person) }),
    publisher: { '@type': 'NewsMediaOrganization', name: site.name, url: `${baseUrl}/` },
    liveBlogUpdate: standing.map(told),
  };
  return html`<script type="application/ld+json">${jsonForScript(posting)}</script>`;
}
