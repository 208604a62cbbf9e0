import { nameStartingAt } from './names.ts';
import { phraseFrom, subjectAfter, subjectBefore } from './speakers.ts';
import type { Speaker } from './speakers.ts';
import { PARTICIPLES, PASSIVE, SKIPPED, isSpeechVerb } from './speech-words.ts';
import type { Token } from './tokens.ts';

export type Attribution = {
  readonly speaker: Speaker;
  /** Index of the speech verb. */
  readonly verb: number;
};

/** The speaker that follows the narration right after a quotation, searching tokens `from` up to `to`. */
export function attributionAfter(tokens: readonly Token[], from: number, to: number): Attribution | null {
  for (let at = from; at < Math.min(to, from + 45); at++) {
    if (tokens[at]?.type === 'quote') return null;
    const according = accordingTo(tokens, at, to);
    if (according) return according;
    if (!isSpeechVerb(tokens[at])) continue;
    const quotedActively = quotedBy(tokens, at, to);
    if (quotedActively) return quotedActively;
    const speaker = at <= from + 1 && leading(tokens, from, at) ? subjectAfter(tokens, at, to) : null;
    if (speaker) return { speaker, verb: at };
    if (isPassive(tokens, at)) continue;
    const subject = subjectBefore(tokens, at, from);
    if (subject && subject.type !== 'subject') return { speaker: subject, verb: at };
  }
  return null;
}

/** The speaker whose verb stands nearest before a quotation at `quote`, within its sentence from `from` on. */
export function attributionBefore(tokens: readonly Token[], from: number, quote: number): Attribution | null {
  for (let at = quote - 1; at >= from; at--) {
    const token = tokens[at];
    if (token?.type === 'word' && PARTICIPLES.test(token.text)) return participle(tokens, at, from, quote);
    const according = accordingTo(tokens, at, quote);
    if (according) return according;
    if (!isSpeechVerb(token)) continue;
    const quoted = quotedBy(tokens, at, quote);
    if (quoted) return quoted;
    if (isPassive(tokens, at) || isNaming(tokens, at)) continue;
    const outer = governing(tokens, at, from);
    const speaker = subjectBefore(tokens, outer, from);
    if (speaker) return { speaker, verb: at };
  }
  return null;
}

/** "said that Roe had warned": what stands in the that-clause is still the first one's report. */
function governing(tokens: readonly Token[], verb: number, from: number): number {
  for (let at = verb - 1; at > from && at > verb - 8; at--) {
    if (tokens[at]?.type !== 'word') return verb;
    if (tokens[at]?.text === 'that' && isSpeechVerb(tokens[at - 1])) return at - 1;
  }
  return verb;
}

/** "…, calling it": its sentence's subject speaks; "was quoted as saying", "quotes Roe as saying": who is quoted. */
function participle(tokens: readonly Token[], at: number, from: number, quote: number): Attribution {
  if (/^(?:quot|cit)ing$/.test(tokens[at]?.text ?? ''))
    return quotedBy(tokens, at, quote) ?? { speaker: { type: 'subject' }, verb: at };
  if (tokens[at - 1]?.text !== 'as') return { speaker: { type: 'subject' }, verb: at };
  for (let verb = at - 2; verb >= from && verb > at - 18; verb--) {
    if (!/^(?:quote[sd]?|quoting|cite[sd]?|citing)$/.test(tokens[verb]?.text ?? '')) continue;
    const speaker = quotedBy(tokens, verb, quote)?.speaker ?? subjectBefore(tokens, verb, from);
    if (speaker) return { speaker, verb: at };
  }
  return { speaker: { type: 'subject' }, verb: at };
}

/** The verb opens the narration, or only an adverb stands before it. */
function leading(tokens: readonly Token[], from: number, at: number): boolean {
  return tokens.slice(from, at).every(({ type, text }) => type === 'mark' || SKIPPED.test(text));
}

function isPassive(tokens: readonly Token[], verb: number): boolean {
  const text = tokens[verb]?.text ?? '';
  if (/^(?:said|says|wrote|added|replied|reads)$/.test(text)) return false;
  for (let at = verb - 1; at >= 0 && at >= verb - 3; at--) {
    const before = tokens[at];
    if (before?.type !== 'word') return false;
    if (PASSIVE.test(before.text)) return text !== 'quoted';
    if (!SKIPPED.test(before.text)) return false;
  }
  return false;
}

/** "a firm called Lumen Nine,": the verb gives a name and brings no words. */
function isNaming(tokens: readonly Token[], verb: number): boolean {
  if (!/^(?:called|dubbed|branded)$/.test(tokens[verb]?.text ?? '')) return false;
  const name = nameStartingAt(tokens, verb + 1);
  return name !== null && tokens[name.to + 1]?.type === 'mark';
}

function accordingTo(tokens: readonly Token[], at: number, to: number): Attribution | null {
  if (tokens[at]?.text.toLowerCase() !== 'according' || tokens[at + 1]?.text !== 'to') return null;
  const speaker = phraseFrom(tokens, at + 2, to);
  return speaker ? { speaker, verb: at } : null;
}

/** "The agency quotes Ann Roe as saying …". */
function quotedBy(tokens: readonly Token[], verb: number, to: number): Attribution | null {
  if (
    !/^(?:quote[sd]?|quoting|cite[sd]?|citing)$/.test(tokens[verb]?.text ?? '') ||
    tokens[verb + 1]?.text === 'by'
  )
    return null;
  const as = tokens.findIndex(({ text }, at) => at > verb && at < to && at < verb + 16 && text === 'as');
  if (as < 0 || !/^(?:saying|telling|having|describing|calling)$/.test(tokens[as + 1]?.text ?? ''))
    return null;
  const speaker = phraseFrom(tokens, verb + 1, as);
  return speaker ? { speaker, verb: as + 1 } : null;
}
