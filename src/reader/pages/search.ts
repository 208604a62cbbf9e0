import { SEARCH, storyPath, updatePath } from '../../domain/addresses.ts';
import { SOUGHT_MAX, type Term } from '../../domain/find/sought.ts';
import type { NavigationEntry } from '../../domain/site.ts';
import type { Story } from '../../domain/story.ts';
import type { Update } from '../../domain/update.ts';
import { documentText } from '../../render/document-text.ts';
import { html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import { renderMarked, renderSnippet } from '../../render/snippet.ts';
import { renderDated, wordsLang } from '../../render/time.ts';
import type { Found, Hit } from '../../storage/storage.ts';
import { renderSeek } from './seek.ts';
import { renderPage, type Frame } from './shell.ts';

/** Results on a page. */
export const HITS = 30;

/** Characters of a result's text: two or three lines. */
const TEXT = 220;

/** What was asked (null: nothing yet), as terms, and from where on (null: from the start). */
export type Asked = { q: string | null; terms: Term[]; cursor: string | null };

export function searchPath(q: string | null, cursor: string | null = null): string {
  const query = new URLSearchParams({ ...(q !== null && { q }), ...(cursor !== null && { from: cursor }) });
  return query.size > 0 ? `${SEARCH}?${query.toString()}` : SEARCH;
}

/** What was found, stories first, then updates. Questions are without number: no search engine is to follow them. */
export function searchPage(frame: Frame, asked: Asked, found: Found, navigation: NavigationEntry[]): string {
  const { language } = frame;
  const { q, terms } = asked;
  const heading = language.say('search.heading');
  const hits = (wanted: 'stories' | 'updates'): Html | null => {
    const own = found.hits.filter(({ update }) => (update === null) === (wanted === 'stories'));
    if (own.length === 0) return null;
    return html`<section class="hits" aria-labelledby="${wanted}"><h2 id="${wanted}" class="front-heading">${language.say(`search.${wanted}`)}</h2>${own.map((hit) => renderHit(frame, hit, terms))}</section>`;
  };
  const onward =
    found.next !== null &&
    html`<nav class="pages" aria-label="${language.say('search.more')}"><a class="onward" href="${searchPath(q, found.next)}">${language.say('search.more')}</a></nav>`;
  return renderPage(frame, {
    kind: 'search',
    title: q === null ? heading : language.say('search.of', { words: q }),
    canonical: null,
    noindex: true,
    navigation,
    main: html`<h1>${heading}</h1>${renderSeek(language, q ?? '')}${renderNothing(frame, asked, found)}${hits('stories')}${hits('updates')}${onward}`,
  });
}

function renderNothing({ language }: Frame, { q, terms }: Asked, { hits }: Found): Html | null {
  if (hits.length > 0) return null;
  const help = html`<p class="help">${language.say('search.help')}</p>`;
  if (q === null) return help;
  if (q.length > SOUGHT_MAX)
    return html`<p class="found">${language.say('search.tooLong', { n: language.number(SOUGHT_MAX) })}</p>${help}`;
  if (terms.length === 0) return html`<p class="found">${language.say('search.noWords')}</p>${help}`;
  return html`<p class="found">${language.tell('search.none', { words: html`“<bdi>${q}</bdi>”` })}</p>${help}<p class="into"><a href="/">${language.say('front.all')}</a></p>`;
}

function renderHit(frame: Frame, { story, update }: Hit, terms: Term[]): Html {
  return html`<article class="hit">${update === null ? renderStory(frame, story, terms) : renderUpdate(frame, story, update, terms)}</article>`;
}

function renderStory({ language }: Frame, story: Story, terms: Term[]): Html {
  const { slug, top, openedAt } = story;
  const lang = wordsLang({ story, language });
  const text = [top.dek, documentText(top.lead)].filter((words) => words !== null).join(' ');
  return html`<h3 dir="auto"${lang}><a href="${storyPath(slug)}">${renderMarked(top.headline, terms)}</a></h3><p class="when">${renderDated({ story, language }, openedAt)}</p><p class="words" dir="auto"${lang}>${renderSnippet(text, terms, TEXT)}</p>`;
}

function renderUpdate({ language }: Frame, story: Story, update: Update, terms: Term[]): Html {
  const { id, title, body, at, timeKnown } = update;
  const lang = wordsLang({ story, language });
  const time = timeKnown && html`${renderDated({ story, language }, at)} · `;
  const where = html`<p class="when">${time}<a href="${storyPath(story.slug)}"><bdi${lang}>${story.top.headline}</bdi></a></p>`;
  const text = renderSnippet(documentText(body), terms, TEXT);
  const link = (words: Html): Html =>
    html`<h3 dir="auto"${lang}><a href="${updatePath(story.slug, id)}">${words}</a></h3>`;
  if (title === null) return html`${link(text)}${where}`;
  return html`${link(renderMarked(title, terms))}${where}<p class="words" dir="auto"${lang}>${text}</p>`;
}
