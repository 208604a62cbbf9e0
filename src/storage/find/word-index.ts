import type { RawBuilder } from 'kysely';
import type { Term } from '../../domain/find/sought.ts';
import type { Plan, Sql } from '../plan.ts';

/** What one story's top or one update can be found by. Words and facets are letters and digits alone. */
export type Entry = {
  place: number;
  kind: EntryKind;
  /** Of the headline or the title. */
  head: string[];
  body: string[];
  facets: string[];
};

export type EntryKind = 'top' | 'update';

/** What entries must have, all of it. `inHead`: whether the headline or title alone must hold the words, or must not. */
export type Wanted = {
  kind: EntryKind;
  terms: Term[];
  facets?: string[];
  /** Of this story alone. */
  storyId?: string;
  inHead?: boolean;
};

/** `beyond`: the place of an entry that what is found comes after, in this order. */
export type Reach = { order: 'newest' | 'oldest'; limit: number; beyond?: number };

/** Full-text search, the one thing of storage that each engine does in its own way. Lies in `findable_words`. */
export type WordIndex = {
  put: (entry: Entry) => RawBuilder<unknown>;
  remove: (places: number[]) => RawBuilder<unknown>;
  /** Places of entries that have what is wanted, in order of time. */
  find: (db: Sql, wanted: Wanted, reach: Reach) => Plan<number[]>;
};

/**
 * Every word is kept with a letter before it that says where it stands. A word of every text and of no headline is then
 * looked for among headlines in no time: an index that keeps the place beside the word would look at all that have it.
 */
const MARKS = { top: { head: 'a', body: 'b' }, update: { head: 'c', body: 'd' } };

export const inPart = (kind: EntryKind, part: 'head' | 'body', words: string[]): string[] =>
  words.map((word) => MARKS[kind][part] + word);

/** A term as it may stand: a phrase runs within a part. `inHead` leaves the text out. */
export function ways({ kind, inHead }: Wanted, { words, prefix }: Term): Term[] {
  const parts = inHead === true ? (['head'] as const) : (['head', 'body'] as const);
  return parts.map((part) => ({ words: inPart(kind, part, words), prefix }));
}
