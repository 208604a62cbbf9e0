import type { DocumentJSON } from './document.ts';
import { pairSentences } from './what-changed/pair-sentences.ts';
import { judge, type Judged } from './what-changed/judge-pair.ts';
import { sentencesOf } from './noticing/sentences.ts';
import { textblocks } from './noticing/textblocks.ts';
import { folded } from './find/words.ts';

/** The words of an update as far as an edit can change them. */
export type Changing = {
  title: string | null;
  body: DocumentJSON;
  author?: string | null;
  analysis?: boolean;
};

export type WhatChanged = {
  /** As they stood and as they stand, in the order of the text. */
  numbers: { was: string; is: string }[];
  names: { was: string; is: string }[];
  /** Of the same words. */
  speakers: { was: string; is: string }[];
  /** Sentences that were turned round. */
  negations: { was: string; is: string }[];
};

/** How an edit should go out, and with which sentences its correction would begin. */
export type EditProposal = { as: 'small-edit' | 'edit' } | { as: 'correction'; was: string; is: string };

/** What an edit changed of substance, by rule; what was added or taken away whole is none of it. */
export function whatChanged(before: Changing, after: Changing): WhatChanged {
  const judged = judgedPairs(before, after);
  return {
    numbers: judged.flatMap(({ numbers }) => numbers),
    names: judged.flatMap(({ names }) => names),
    speakers: changedSpeakers(before.body, after.body),
    negations: judged.filter(({ negated }) => negated).map(({ was, is }) => ({ was, is })),
  };
}

/** A changed number, name, speaker or negation is a correction; spelling alone is a small edit. The editor chooses. */
export function proposeEdit(before: Changing, after: Changing): EditProposal {
  const speakers = changedSpeakers(before.body, after.body);
  const pairs = pairSentences(sentencesIn(before), sentencesIn(after));
  const judged = pairs.changed.map(judge);
  const wrong = judged.filter(isOfSubstance);
  if (wrong.length > 0 || speakers.length > 0) return correction(wrong, speakers);
  const whole = pairs.added.length > 0 || pairs.removed.length > 0;
  const small = !whole && judged.every(({ spellingOnly }) => spellingOnly) && restIsSame(before, after);
  return { as: small ? 'small-edit' : 'edit' };
}

const isOfSubstance = ({ numbers, names, negated }: Judged): boolean =>
  numbers.length > 0 || names.length > 0 || negated;

/** Characters of a sentence that a correction bears. */
const LONGEST = 2000;

function correction(wrong: Judged[], speakers: WhatChanged['speakers']): EditProposal {
  const was = [...wrong.map((pair) => pair.was), ...speakers.map((pair) => pair.was)];
  const is = [...wrong.map((pair) => pair.is), ...speakers.map((pair) => pair.is)];
  return { as: 'correction', was: was.join(' ').slice(0, LONGEST), is: is.join(' ').slice(0, LONGEST) };
}

function judgedPairs(before: Changing, after: Changing): Judged[] {
  return pairSentences(sentencesIn(before), sentencesIn(after)).changed.map(judge);
}

function sentencesIn({ title, body }: Changing): string[] {
  const texts = [title ?? '', ...textblocks(body).map(({ text }) => text)];
  return texts.flatMap(splitSentences);
}

const splitSentences = (text: string): string[] => sentencesOf(text).map((sentence) => sentence.text);

const plain = (text: string): string =>
  text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(folded)
    .filter(Boolean)
    .join(' ');

/** Who is said to have said the same words; also the only statement of a text whose words were put right with it. */
function changedSpeakers(before: DocumentJSON, after: DocumentJSON): WhatChanged['speakers'] {
  const [was, is] = [statementsOf(before), statementsOf(after)];
  const changed: WhatChanged['speakers'] = [];
  is.forEach((statement, index) => {
    const same = was.find(({ words }) => words === statement.words);
    const former = same ?? (was.length === is.length ? was[index] : undefined);
    if (former && plain(former.speaker) !== plain(statement.speaker))
      changed.push({ was: former.speaker, is: statement.speaker });
  });
  return changed;
}

function statementsOf(body: DocumentJSON): { speaker: string; words: string }[] {
  const statements = new Map<object, { speaker: string; words: string }>();
  for (const { source, text } of textblocks(body)) {
    if (!source) continue;
    const known = statements.get(source);
    statements.set(source, {
      speaker: source.speaker,
      words: known ? `${known.words} ${plain(text)}` : plain(text),
    });
  }
  return [...statements.values()];
}

/** Whether all that is no word stayed as it was: pictures, embeds, sources, the author, whose voice it is. */
function restIsSame(before: Changing, after: Changing): boolean {
  const same =
    (before.author ?? '') === (after.author ?? '') &&
    (before.analysis ?? false) === (after.analysis ?? false);
  return same && skeleton(before.body) === skeleton(after.body);
}

/** A document without its words and their marks. */
const skeleton = (body: DocumentJSON): string =>
  JSON.stringify(body, (key, value: unknown) =>
    key === 'text' || key === 'marks' || isWords(key, value) ? undefined : value,
  );

/** The inline content of a textblock: words were looked at by themselves. */
const isWords = (key: string, value: unknown): boolean =>
  key === 'content' &&
  Array.isArray(value) &&
  value.some((node: { type?: unknown } | null) => node?.type === 'text' || node?.type === 'hard_break');
