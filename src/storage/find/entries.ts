import { createHash } from 'node:crypto';
import { documentWords } from '../../domain/find/document-words.ts';
import { outletKey, outletsIn } from '../../domain/find/outlets.ts';
import { wordsIn } from '../../domain/find/words.ts';
import type { Top } from '../../domain/story.ts';
import type { Update } from '../../domain/update.ts';
import type { Entry } from './word-index.ts';

/** Words of one entry that are indexed, and their characters in all: what an engine's index bears (a tsvector: 1 MB). */
const WORDS_MAX = 12_000;
const LENGTH_MAX = 250_000;

/** What an update is found by within its story, beside its words. */
export const facet = {
  key: 'key',
  of: (storyId: string) => `s${storyId.replace(/[^\da-z]/gi, '').toLowerCase()}`,
  author: (name: string) => `a${digest(name)}`,
  outlet: (name: string) => `o${digest(outletKey(name))}`,
};

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

export function entryOfUpdate(update: Update, place: number): Entry {
  const { storyId, title, body, author, keyEvent } = update;
  const facets = [facet.of(storyId)];
  if (keyEvent) facets.push(facet.key);
  if (author !== null) facets.push(facet.author(author));
  for (const { name } of outletsIn(body)) facets.push(facet.outlet(name));
  return { place, kind: 'update', facets, ...parted(title ?? '', documentWords(body)) };
}

/** `summary` holds the lines that readers see. */
export function entryOfTop(storyId: string, top: Top, summary: string[], place: number): Entry {
  const { headline, dek, lead, byline, credit } = top;
  const body = [dek, documentWords(lead), ...summary, ...byline, credit].filter((text) => text !== null);
  return { place, kind: 'top', facets: [facet.of(storyId)], ...parted(headline, body.join('\n')) };
}

function parted(head: string, body: string): Pick<Entry, 'head' | 'body'> {
  const room = { words: WORDS_MAX, length: LENGTH_MAX };
  return { head: taken(head, room), body: taken(body, room) };
}

function taken(text: string, room: { words: number; length: number }): string[] {
  const words: string[] = [];
  for (const { word } of wordsIn(text)) {
    room.words -= 1;
    room.length -= word.length;
    if (room.words < 0 || room.length < 0) break;
    words.push(word);
  }
  return words;
}
