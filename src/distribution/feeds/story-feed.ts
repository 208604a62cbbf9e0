import { authorPath, correctionsPath, storyPath, updatePath } from '../../domain/addresses.ts';
import { authorNamed } from '../../domain/author.ts';
import type { Correction, Update } from '../../domain/update.ts';
import { renderCorrection } from '../../render/correction.ts';
import { documentText } from '../../render/document-text.ts';
import { firstWords, nameOf } from '../../render/first-words.ts';
import { renderWithdrawal, renderWords } from '../../render/update.ts';
import type { StoryView } from '../../render/view.ts';
import type { Entry, Feed } from '../formats/feed.ts';
import { absolute } from './absolute.ts';

/** Entries of a story's feed: what changed last, be it new, corrected or taken back. */
export const STORY_ENTRIES = 100;

/** Characters of an entry's summary. */
export const SUMMARY = 280;

/** `urn:uuid:…` (RFC 9562): what is told keeps its name when its address changes. */
export const nameFor = (id: string): string => `urn:uuid:${id}`;

/** The feed of one story: its updates, and the corrections of its top, each under its own name for ever. */
export function storyFeed(view: StoryView & { updates: Update[] }, baseUrl: string): Feed {
  const { story, site, corrections, updates } = view;
  const url = baseUrl + storyPath(story.slug);
  const { headline, dek, lead } = story.top;
  const ofTop = corrections.filter(({ updateId }) => updateId === null);
  const entries = [
    ...updates.map((update) => updateEntry(view, update, baseUrl)),
    ...ofTop.map((correction) => correctionEntry(view, correction, baseUrl)),
  ];
  const words = dek ?? firstWords(documentText(lead), SUMMARY);
  return {
    id: nameFor(story.id),
    title: headline,
    description: words === '' ? headline : words,
    lang: story.lang,
    url,
    self: `${url}/feed`,
    publisher: { name: site.name, url: `${baseUrl}/` },
    updated: story.updatedAt,
    entries: entries.toSorted(lastChanged).slice(0, STORY_ENTRIES),
  };
}

/** The last changed first; of one instant the last told, since ids are made in time's order. */
export function lastChanged(a: Entry, b: Entry): number {
  if (a.updated !== b.updated) return a.updated < b.updated ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

function updateEntry(view: StoryView, update: Update, baseUrl: string): Entry {
  const { story, language } = view;
  const { id, at, modifiedAt, author } = update;
  const gone = update.status === 'retracted';
  const words = gone ? renderWithdrawal(view, update) : renderWords(view, { ...update, title: null });
  const summary = gone ? (update.retractionReason ?? '') : documentText(update.body);
  return {
    id: nameFor(id),
    url: baseUrl + updatePath(story.slug, id),
    title: gone ? language.say('update.retractedHeading') : nameOf(update),
    lang: story.lang,
    html: absolute(words, baseUrl),
    summary: firstWords(summary, SUMMARY),
    published: at,
    updated: modifiedAt ?? at,
    authors: author === null || gone ? [] : [authorOf(view, author, baseUrl)],
    category: story.section,
  };
}

function correctionEntry(view: StoryView, correction: Correction, baseUrl: string): Entry {
  const { story, language } = view;
  const { id, at, is } = correction;
  return {
    id: nameFor(id),
    url: baseUrl + correctionsPath(story.slug),
    title: language.say('spoken.storyCorrection'),
    lang: story.lang,
    html: absolute(renderCorrection(view, correction, at), baseUrl),
    summary: firstWords(is, SUMMARY),
    published: at,
    updated: at,
    authors: [],
    category: story.section,
  };
}

export function authorOf(
  { authors }: Pick<StoryView, 'authors'>,
  name: string,
  baseUrl: string,
): Entry['authors'][number] {
  const author = authorNamed(authors, name);
  return { name, url: author ? baseUrl + authorPath(author.slug) : null };
}
