import type { DraftContent, TopFields } from '../desk/draft.ts';
import type { DeskMark } from '../desk/mark.ts';
import { noticeClocks } from './clocks.ts';
import { countsIn } from './counts.ts';
import { marksOf, type Noticed, type Passage } from './found.ts';
import { sourcePassages } from './source-passages.ts';
import { LEAST_WORDS, mayBeOne, quotationsIn, type Quotation } from './quotations.ts';
import { noticeSpelling } from './spelling.ts';
import { runsOf, type StoryFacts } from './story-facts.ts';
import { textblocks, type Textblock } from './textblocks.ts';

/** Words as they are written; only a top has a dek and a summary. */
export type Noticing = Pick<DraftContent, 'title' | 'body'> & {
  top?: Pick<TopFields, 'dek' | 'summary'> | null;
  /** The update that an edit is over: it is not held against itself. */
  updateId?: string | null;
};

/** UTF-16 units of a text that are looked at: what lies beyond is no draft of an update any more. */
const LOOKED_AT = 60_000;

/** Marks of one draft at most: more are a text to be read, not to be marked. */
const MOST = 100;

/**
 * What the desk notices in words that are being written, by rule and from what the story has told so far. A rule that
 * is not sure says nothing: a margin that cries wolf is not looked at.
 */
export function notice(draft: Noticing, story: StoryFacts, { now }: { now: string }): DeskMark[] {
  const blocks = textblocks(draft.body, LOOKED_AT);
  const passages = passagesOf(draft, blocks);
  const { zone, placeZone, lang } = story;
  const own = draft.updateId ?? null;
  const noticed = passages.flatMap((passage) => [
    ...noticeClocks(passage, { zone, placeZone, lang, now }),
    ...noticeSpelling(passage, story.spellings, lang),
    ...noticeNumbers(passage, story, own),
  ]);
  const sources = sourcePassages(blocks).flatMap((passage) => noticeSpelling(passage, story.spellings, lang));
  const said = once(noticeSpeakers(blocks, story, own));
  return marksOf([...orphans(draft, story), ...noticed, ...sources, ...said].slice(0, MOST));
}

function passagesOf({ title, top }: Noticing, blocks: Textblock[]): Passage[] {
  return [
    { field: 'title', path: [], text: title },
    ...(top ? [{ field: 'dek' as const, path: [], text: top.dek }] : []),
    ...blocks.map(({ path, text }): Passage => ({ field: 'body', path, text })),
    ...(top?.summary ?? []).map(({ text }, line): Passage => ({ field: `summary/${line}`, path: [], text })),
  ];
}

/** A number against the last one the story had for the same thing, where both may be told of one place. */
function noticeNumbers(passage: Passage, story: StoryFacts, own: string | null): Noticed[] {
  return countsIn(passage.text).flatMap((count): Noticed[] => {
    const told = (story.counts.get(count.key) ?? []).find(
      ({ updateId, count: before }) => updateId !== own && isOnePlace(count.places, before.places),
    );
    if (!told || told.count.figure === count.figure) return [];
    return [
      {
        passage,
        kind: 'number',
        from: count.from,
        to: count.to,
        reason: { sentence: 'marks.number', values: { written: count.words, before: told.count.words } },
        updateId: told.updateId,
        says: `${told.updateId} ${told.count.words}`,
      },
    ];
  });
}

const isOnePlace = (a: string[], b: string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some((place) => b.includes(place));

/** The same words under another speaker. */
function noticeSpeakers(blocks: Textblock[], story: StoryFacts, own: string | null): Noticed[] {
  return quotationsIn(blocks).flatMap((quotation): Noticed[] => {
    for (const run of runsOf(quotation.words)) {
      const told = story.quotations.get(run);
      if (!told || told.updateId === own || mayBeOne(told.quotation.speaker, quotation.speaker)) continue;
      // A few words may be said by two; all of them, or a long run of them, are not.
      const shared = sharedRun(quotation.words, told.quotation.words);
      const whole = shared === Math.min(quotation.words.length, told.quotation.words.length);
      if (!whole && shared < LEAST_WORDS + 2) continue;
      return [
        saidByAnother(
          quotation,
          told,
          blocks.find(({ path }) => path === quotation.path),
        ),
      ];
    }
    return [];
  });
}

type Told = { quotation: Quotation; updateId: string };

/** Marked where it says who spoke: under a statement, which one key puts right; else at the words. */
function saidByAnother({ speaker, path, from, to }: Quotation, told: Told, block?: Textblock): Noticed {
  const before = told.quotation.speaker;
  const noticed = {
    kind: 'speaker' as const,
    reason: { sentence: 'marks.speaker', values: { speaker, before } },
    updateId: told.updateId,
    says: `${speaker} ${before}`,
  };
  const { text = '', statement = null } = block ?? {};
  if (statement === null) return { ...noticed, passage: { field: 'body', path, text }, from, to };
  const passage: Passage = { field: 'body', path: statement, source: 'speaker', text: speaker };
  return { ...noticed, passage, from: 0, to: speaker.length, replacements: [before] };
}

const keyOf = ({ passage: { path, source }, says }: Noticed): string => `${path.join()} ${source} ${says}`;

/** One mark where several stretches of one statement say the same. */
function once(noticed: Noticed[]): Noticed[] {
  return [...new Map(noticed.map((one) => [isOfSource(one) ? keyOf(one) : one, one])).values()];
}

const isOfSource = ({ passage }: Noticed): boolean => passage.source !== undefined;

/** The longest run of words that both have. */
function sharedRun(a: string[], b: string[]): number {
  let best = 0;
  let above = Array.from({ length: b.length + 1 }, () => 0);
  for (const word of a.slice(0, 400)) {
    const row = [0];
    for (let at = 1; at <= b.length; at += 1) row.push(b[at - 1] === word ? above[at - 1]! + 1 : 0);
    best = Math.max(best, ...row);
    above = row;
  }
  return best;
}

/** A summary line cannot rest on what was taken back. */
function orphans({ top }: Noticing, { retracted }: StoryFacts): Noticed[] {
  return (top?.summary ?? []).flatMap(({ text, updateId }, line): Noticed[] => {
    if (updateId === null || !retracted.has(updateId)) return [];
    return [
      {
        passage: { field: `summary/${line}`, path: [], text },
        kind: 'orphan',
        from: 0,
        to: text.length,
        reason: { sentence: 'marks.orphan', values: {} },
        updateId,
        says: updateId,
        blocks: true,
      },
    ];
  });
}
