import { correctionsPath, historyPath, storyPath } from '../../domain/addresses.ts';
import { authorNamed } from '../../domain/author.ts';
import { renderAuthorCard } from '../../render/author.ts';
import { firstWords } from '../../render/first-words.ts';
import { documentText } from '../../render/document-text.ts';
import { html } from '../../render/html.ts';
import type { Html } from '../../render/html.ts';
import { storyParts } from '../../render/parts.ts';
import { renderRelated, type Related } from '../../render/related.ts';
import { viewOf, type StoryView } from '../../render/view.ts';
import type { Snapshot } from '../../storage/storage.ts';
import { storyCardLink } from '../card-facts.ts';
import { isFiltered, pagePath, type Place } from '../story-place.ts';
import { articleOf } from './preview.ts';
import { renderFollow } from './follow-box.ts';
import { storyData } from './structured-data.ts';
import { renderPage, type Frame } from './shell.ts';
import { renderShare } from './share.ts';
import { factsOf } from './story-facts.ts';
import { renderUpdates } from './story-updates.ts';

/** Updates on a page. */
export const PER_PAGE = 50;

/** Characters of a description: about what a result in a search shows. */
const DESCRIPTION = 160;

/** A story: its parts, a page of its updates, how to hand it on, who wrote it. */
export function storyPage(frame: Frame, snapshot: Snapshot, place: Place, related: Related): string {
  const view = viewOf(snapshot);
  const { story, language } = view;
  const parts = storyParts(view);
  const address = frame.baseUrl + storyPath(story.slug);
  const followed = { path: storyPath(story.slug), title: story.top.headline };
  const main = html`${[
    html`<div class="top" data-part="top">${parts.top}</div>`,
    html`<div class="rail"><div class="held"><div data-part="summary">${parts.summary}</div><div data-part="keyEvents">${parts.keyEvents}</div></div></div>`,
    html`<div class="stream"><div data-part="pinned">${parts.pinned}</div>${renderUpdates(view, place)}</div>`,
    html`<div class="foot">${renderAbout(view)}${renderShare(language, language.say('share.story'), address, story.top.headline)}${renderFollow(language, language.say('follow.story'), followed)}${renderRelated(language, related)}${renderRecord(view)}</div>`,
  ]}`;
  return renderPage(frame, {
    kind: 'story',
    script: 'story',
    title: story.top.headline,
    description: descriptionOf(view),
    canonical: canonicalOf(story.slug, place),
    // Questions are without number: no search engine is to follow them.
    noindex: place.q !== null,
    card: storyCardLink(view),
    article: articleOf(view, frame.baseUrl),
    head: html`${storyData(view, frame.baseUrl)}${place.after === null && alternates(view, frame.baseUrl)}`,
    followed,
    main,
    facts: factsOf(snapshot, place, PER_PAGE),
  });
}

/** Of what a filter lets through the whole story is the better page; each page of the whole story is its own. */
function canonicalOf(slug: string, place: Place): string {
  return isFiltered(place) || place.after === null ? storyPath(slug) : pagePath(slug, place);
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

/** The ways to how the story came to stand as it does. */
function renderRecord({ story, language }: StoryView): Html {
  return html`<nav class="record" aria-label="${language.say('history.record')}"><a href="${historyPath(story.slug)}">${language.say('history.heading')}</a> <a href="${correctionsPath(story.slug)}">${language.say('corrections.heading')}</a></nav>`;
}

/** Cards of those named in the byline, as far as they are recorded. */
export function renderAbout({ story, language, authors }: StoryView): Html | null {
  const people = story.top.byline.flatMap((name) => authorNamed(authors, name) ?? []);
  if (people.length === 0) return null;
  return html`<section class="about" aria-labelledby="about"><h2 id="about">${language.say('authors.about', { n: people.length })}</h2>${people.map(renderAuthorCard)}</section>`;
}

function descriptionOf({ story }: StoryView): string | null {
  const words = story.top.dek ?? firstWords(documentText(story.top.lead), DESCRIPTION);
  return words === '' ? null : words;
}
