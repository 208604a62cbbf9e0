import { eventsPath, livePath, storyPath } from '../../domain/addresses.ts';
import { renderAuthorCard } from '../../render/author.ts';
import { firstWords } from '../../render/first-words.ts';
import { documentText } from '../../render/document-text.ts';
import { attribute, html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import { storyParts } from '../../render/parts.ts';
import { renderRelated, type Related } from '../../render/related.ts';
import { renderUpdate } from '../../render/update.ts';
import { viewOf, type StoryView } from '../../render/view.ts';
import type { Snapshot } from '../../storage/storage.ts';
import { storyCardLink } from '../card-facts.ts';
import { articleOf } from './preview.ts';
import { storyData } from './structured-data.ts';
import { clockFacts, hasPlaceClock, renderClocks } from './clocks.ts';
import { renderPage, type Frame, type Page } from './shell.ts';
import { renderShare } from './share.ts';

/** Updates on a page. */
export const PER_PAGE = 50;

/** Characters of a description: about what a result in a search shows. */
const DESCRIPTION = 160;

export type Order = 'newest' | 'oldest';

/** Which updates of a story a page shows: in which order, after which seq (null: from the start). */
export type Place = { order: Order; after: number | null };

/** Address of a page of a story's updates. */
export function pagePath(slug: string, { order, after }: Place): string {
  const query = [order === 'oldest' && 'order=oldest', after !== null && `page=${after}`].filter(Boolean);
  return storyPath(slug) + (query.length > 0 ? `?${query.join('&')}` : '');
}

/** A story: its parts, a page of its updates, how to hand it on, who wrote it. */
export function storyPage(
  frame: Frame,
  snapshot: Snapshot,
  place: Place,
  related: readonly Related[],
): string {
  const view = viewOf(snapshot);
  const { story, language } = view;
  const parts = storyParts(view);
  const address = frame.baseUrl + storyPath(story.slug);
  const main = html`${[
    html`<div class="top" data-part="top">${parts.top}</div>`,
    html`<div class="rail"><div class="held"><div data-part="summary">${parts.summary}</div><div data-part="keyEvents">${parts.keyEvents}</div></div></div>`,
    html`<div class="stream"><div data-part="pinned">${parts.pinned}</div>${renderUpdates(view, place)}</div>`,
    html`<div class="foot">${renderAbout(view)}${renderShare(language, language.say('share.story'), address, story.top.headline)}${renderRelated(language, story.section, related)}</div>`,
  ]}`;
  return renderPage(frame, {
    kind: 'story',
    script: 'story',
    title: story.top.headline,
    description: descriptionOf(view),
    canonical: place.after === null ? storyPath(story.slug) : pagePath(story.slug, place),
    card: storyCardLink(view),
    article: articleOf(view, frame.baseUrl),
    head: html`${storyData(view, frame.baseUrl)}${place.after === null && alternates(view, frame.baseUrl)}`,
    main,
    facts: factsOf(snapshot, place),
  });
}

/** The addresses of one story in each of its languages, its own among them; whoever speaks none of them is sent to the original. */
function alternates({ story, translations }: StoryView, baseUrl: string): Html | null {
  if (translations.length === 0) return null;
  const all = [story, ...translations];
  const original = translations.find((each) => each.original) ?? story;
  const link = (lang: string, slug: string): Html =>
    html`<link rel="alternate" hreflang="${lang}" href="${baseUrl}${storyPath(slug)}">`;
  return html`${[...all.map(({ lang, slug }) => link(lang, slug)), link('x-default', original.slug)]}`;
}

/** What the page's script goes by. `grows`: where a new update belongs on this page, if it does. */
export function factsOf(snapshot: Snapshot, { order, after }: Place): NonNullable<Page['facts']> {
  const { story, seq, site, more } = snapshot;
  const grows = order === 'newest' ? (after === null ? 'top' : 'no') : more ? 'no' : 'end';
  return {
    live: livePath(story.slug),
    events: eventsPath(story.slug),
    path: storyPath(story.slug),
    onward: pagePath(story.slug, { order, after: 0 }).slice(0, -1),
    seq,
    state: story.state,
    grows,
    per: PER_PAGE,
    site: site.name,
    ...clockFacts(story),
  };
}

type Shown = Snapshot & StoryView;

function renderUpdates(view: Shown, place: Place): Html {
  const { updates, language } = view;
  const articles = updates.map((update) => renderUpdate(view, update));
  // No white space in the list: `:empty` shows the sentence after it.
  return html`<section class="updates" aria-labelledby="updates-heading"><div class="updates-head"><h2 id="updates-heading">${language.say('updates.heading')}</h2>${renderOrder(view, place)}${renderClocks(language, hasPlaceClock(view.story))}</div><div id="updates">${articles}</div><p class="none">${language.say('updates.none')}</p>${renderPages(view, place)}</section>`;
}

function renderOrder({ story, language }: Shown, { order }: Place): Html {
  const link = (to: Order, label: string): Html => {
    const current = attribute('aria-current', to === order ? 'true' : null);
    return html`<a href="${pagePath(story.slug, { order: to, after: null })}"${current}>${label}</a>`;
  };
  return html`<nav class="order" aria-label="${language.say('updates.order')}">${link('newest', language.say('updates.newestFirst'))} ${link('oldest', language.say('updates.oldestFirst'))}</nav>`;
}

/** Both links always stand, hidden where they lead nowhere: the page's script shows them when that changes. */
function renderPages({ story, language, updates, more }: Shown, { order, after }: Place): Html {
  const [onLabel, backLabel] =
    order === 'newest'
      ? (['updates.older', 'updates.toNewest'] as const)
      : (['updates.newer', 'updates.toFirst'] as const);
  const on = pagePath(story.slug, { order, after: updates.at(-1)?.seq ?? 0 });
  const back = pagePath(story.slug, { order, after: null });
  return html`<nav class="pages" aria-label="${language.say('updates.pages')}"><a class="back" href="${back}"${hidden(after === null)}>${language.say(backLabel)}</a> <a class="onward" href="${on}"${hidden(!more)}>${language.say(onLabel)}</a></nav>`;
}

const hidden = (is: boolean): Html => attribute('hidden', is ? '' : null);

/** Cards of those named in the byline, as far as they are recorded. */
export function renderAbout({ story, language, authors }: StoryView): Html | null {
  const people = story.top.byline.flatMap((name) => authors.find((author) => author.name === name) ?? []);
  if (people.length === 0) return null;
  return html`<section class="about" aria-labelledby="about"><h2 id="about">${language.say('authors.about', { n: people.length })}</h2>${people.map(renderAuthorCard)}</section>`;
}

function descriptionOf({ story }: StoryView): string | null {
  const words = story.top.dek ?? firstWords(documentText(story.top.lead), DESCRIPTION);
  return words === '' ? null : words;
}
