import { plainLetters } from '../plain-letters.ts';
import type { DocumentJSON } from '../document.ts';
import { countsIn, type Count } from './counts.ts';
import { writtenNames } from './names.ts';
import { quotationsIn, LEAST_WORDS, type Quotation } from './quotations.ts';
import { withoutTitles, newSpellings, noteSpelling, type Spellings } from './spelling.ts';
import { textblocks } from './textblocks.ts';
import { withoutPossessive, writtenWords } from './words.ts';

/** One standing update, as far as it is held against what is written later. */
export type ToldUpdate = { id: string; version: number; title: string | null; body: DocumentJSON };

/** What one update tells, taken apart once. */
export type UpdateFacts = {
  id: string;
  names: string[];
  /** Of speakers and outlets: they weigh more than a name in passing. */
  sources: string[];
  words: string[];
  counts: Count[];
  quotations: Quotation[];
};

/** What a story has told so far, as drafts are held against it. */
export type StoryFacts = {
  zone: string;
  placeZone: string | null;
  lang: string;
  spellings: Spellings;
  /** By what is counted, the last told first. */
  counts: Map<string, { count: Count; updateId: string }[]>;
  /** By runs of six words. */
  quotations: Map<string, { quotation: Quotation; updateId: string }>;
  retracted: ReadonlySet<string>;
};

/** Takes an update apart. The same version says the same: whoever asks often keeps it. */
export function factsOfUpdate({ id, title, body }: Pick<ToldUpdate, 'id' | 'title' | 'body'>): UpdateFacts {
  const blocks = textblocks(body);
  const texts = [title ?? '', ...blocks.map(({ text }) => text)];
  const sources = new Set(blocks.flatMap(({ source }) => (source ? [source.speaker, source.outlet] : [])));
  return {
    id,
    names: texts
      .flatMap(writtenNames)
      .flatMap((name) => [name, ...withoutTitles(name)])
      .map(({ text }) => text),
    sources: [...sources].filter((name) => name !== null),
    words: [
      ...new Set(
        texts.flatMap(writtenWords).flatMap(({ text }) => (/^\p{Ll}/u.test(text) ? [lower(text)] : [])),
      ),
    ],
    counts: texts.flatMap(countsIn),
    quotations: quotationsIn(blocks),
  };
}

const lower = (word: string): string => plainLetters(withoutPossessive(word).toLowerCase());

export type StoryTold = Pick<StoryFacts, 'zone' | 'placeZone' | 'lang'> & {
  /** Of standing updates, the last first. */
  updates: UpdateFacts[];
  /** Names that stand in its top: the byline's. */
  byline: string[];
  top: UpdateFacts | null;
  retracted: Iterable<string>;
};

/** How much a name weighs that a statement has as its source. */
const SOURCE = 2;

export function factsOfStory({ updates, top, byline, retracted, ...where }: StoryTold): StoryFacts {
  const spellings = newSpellings();
  const counts: StoryFacts['counts'] = new Map();
  const quotations: StoryFacts['quotations'] = new Map();
  for (const name of byline) noteSpelling(spellings, name, SOURCE);
  for (const told of top ? [...updates, top] : updates) {
    for (const name of told.names) noteSpelling(spellings, name, 1);
    for (const name of told.sources) noteSpelling(spellings, name, SOURCE);
    for (const word of told.words) spellings.vocabulary.add(word);
    if (told === top) continue;
    const updateId = told.id;
    for (const count of told.counts) {
      const known = counts.get(count.key);
      if (known) known.push({ count, updateId });
      else counts.set(count.key, [{ count, updateId }]);
    }
    for (const quotation of told.quotations)
      for (const run of runsOf(quotation.words)) quotations.set(run, { quotation, updateId });
  }
  return { ...where, spellings, counts, quotations, retracted: new Set(retracted) };
}

/** Every run of six words, as one text. */
export function runsOf(words: string[]): string[] {
  return Array.from({ length: Math.max(0, words.length - LEAST_WORDS + 1) }, (_, at) =>
    words.slice(at, at + LEAST_WORDS).join(' '),
  );
}
