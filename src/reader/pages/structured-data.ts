import { authorPath, storyPath, updatePath } from '../../domain/addresses.ts';
import { authorNamed } from '../../domain/author.ts';
import type { Update } from '../../domain/update.ts';
import { documentText } from '../../render/document-text.ts';
import { firstWords, nameOf } from '../../render/first-words.ts';
import { html, jsonForScript } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import { imageOf } from './image-object.ts';
import type { StoryView } from '../../render/view.ts';

/** Updates a search engine is told of, and characters of each: the page itself has them whole. */
const TOLD = 20;
const BODY = 500;

/** Characters of a headline, as search engines take them. */
const HEADLINE = 110;

type Told = Pick<StoryView, 'story' | 'site' | 'authors' | 'language' | 'media'>;

/**
 * A story for search engines: `LiveBlogPosting` (schema.org), or `NewsArticle` where it ended without an update.
 * Made from what the page shows, so that what was retracted is in it no more than there.
 */
export function storyData(view: Told & { updates: Update[] }, baseUrl: string): Html {
  const { story, updates } = view;
  const { top, slug, openedAt, endedAt } = story;
  const standing = updates.filter(({ status }) => status === 'published').slice(0, TOLD);
  const image = imageOf(view, baseUrl);
  const article = {
    ...articleOf(view, baseUrl),
    ...(image && { image }),
    ...(top.dek !== null && { description: top.dek }),
    ...(story.section !== null && { articleSection: story.section }),
    ...(top.byline.length > 0 && { author: top.byline.map((name) => personOf(view, name, baseUrl)) }),
    articleBody: firstWords(documentText(top.lead), BODY),
  };
  if (story.updateCount === 0 && story.state === 'ended')
    return dataScript(crumbsOf(view, baseUrl), { '@type': 'NewsArticle', ...article });
  return dataScript(crumbsOf(view, baseUrl), {
    '@type': 'LiveBlogPosting',
    ...article,
    coverageStartTime: openedAt,
    ...(endedAt !== null && { coverageEndTime: endedAt }),
    ...(standing.length > 0 && {
      liveBlogUpdate: standing.map((update) => postingOf(view, update, baseUrl)),
    }),
    '@id': baseUrl + storyPath(slug),
  });
}

/** One update for search engines: a posting of its own that is part of the story. */
export function updateData(view: Told, update: Update, baseUrl: string): Html {
  const { story, site } = view;
  const whole = {
    '@type': 'LiveBlogPosting',
    '@id': baseUrl + storyPath(story.slug),
    url: baseUrl + storyPath(story.slug),
    headline: firstWords(story.top.headline, HEADLINE),
  };
  return dataScript(crumbsOf(view, baseUrl, update), {
    ...postingOf(view, update, baseUrl),
    mainEntityOfPage: baseUrl + updatePath(story.slug, update.id),
    inLanguage: story.lang,
    publisher: publisherOf(site.name, baseUrl),
    isPartOf: whole,
  });
}

function articleOf({ story, site }: Told, baseUrl: string): object {
  const url = baseUrl + storyPath(story.slug);
  return {
    headline: firstWords(story.top.headline, HEADLINE),
    url,
    mainEntityOfPage: url,
    inLanguage: story.lang,
    datePublished: story.openedAt,
    dateModified: story.updatedAt,
    publisher: publisherOf(site.name, baseUrl),
  };
}

/** A retracted update is named by no word of its own. */
function postingOf(view: Told, update: Update, baseUrl: string): object {
  const { title, body, at, modifiedAt, author, status } = update;
  const words = firstWords(documentText(body), BODY);
  const standing = status === 'published' && {
    headline: firstWords(title ?? nameOf(update, HEADLINE), HEADLINE),
    ...(author !== null && { author: personOf(view, author, baseUrl) }),
    ...(words !== '' && { articleBody: words }),
  };
  return {
    '@type': 'BlogPosting',
    url: baseUrl + updatePath(view.story.slug, update.id),
    ...standing,
    ...(!standing && { headline: view.language.say('update.retractedHeading') }),
    datePublished: at,
    ...(modifiedAt !== null && { dateModified: modifiedAt }),
  };
}

/** The way from the front page to here (schema.org/BreadcrumbList). */
function crumbsOf({ story, site }: Told, baseUrl: string, update?: Update): object {
  const steps = [
    { name: site.name, item: `${baseUrl}/` },
    { name: story.top.headline, item: baseUrl + storyPath(story.slug) },
    ...(update
      ? [{ name: update.title ?? update.at, item: baseUrl + updatePath(story.slug, update.id) }]
      : []),
  ];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map((step, at) => ({ '@type': 'ListItem', position: at + 1, ...step })),
  };
}

function personOf({ authors }: Told, name: string, baseUrl: string): object {
  const author = authorNamed(authors, name);
  return { '@type': 'Person', name, ...(author && { url: baseUrl + authorPath(author.slug) }) };
}

const publisherOf = (name: string, baseUrl: string): object => ({
  '@type': 'NewsMediaOrganization',
  name,
  url: `${baseUrl}/`,
});

function dataScript(...things: object[]): Html {
  const graph = { '@context': 'https://schema.org', '@graph': things };
  return html`<script type="application/ld+json">${jsonForScript(graph)}</script>`;
}
