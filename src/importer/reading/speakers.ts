import { isCapital, nameEndingAt, nameStartingAt } from './names.ts';
import {
  DETERMINERS,
  CONJUNCTIONS,
  PREPOSITIONS,
  PRONOUNS,
  SKIPPED,
  STOPS,
  isSpeechVerb,
} from './speech-words.ts';
import type { Token } from './tokens.ts';

/** Who a sentence says is speaking, before it is known who that is. */
export type Speaker =
  | { readonly type: 'named'; readonly name: string; readonly role: string | null }
  /** "a neighbour", "police officials". */
  | { readonly type: 'described'; readonly phrase: string }
  | { readonly type: 'pronoun'; readonly pronoun: string }
  /** The verb leans on the subject of its sentence ("… and called it"). */
  | { readonly type: 'subject' };

/** The speaker after a verb that opens the narration: "said Ann Roe". */
export function subjectAfter(tokens: readonly Token[], verb: number, to: number): Speaker | null {
  let at = verb + 1;
  while (tokens[at] && SKIPPED.test(tokens[at]?.text ?? '') && !isCapital(tokens[at])) at += 1;
  const first = tokens[at];
  if (!first || first.type !== 'word' || at >= to) return null;
  if (PRONOUNS.test(first.text)) return { type: 'pronoun', pronoun: first.text.toLowerCase() };
  if (/^(?:to|that|on|in|at|of|after|during|as|for|by|from|via|this|it)$/.test(first.text)) return null;
  return phraseFrom(tokens, at, to);
}

/** A speaker named or described from `from` on: "police chief Ann Roe", "a spokesman for the harbour". */
export function phraseFrom(tokens: readonly Token[], from: number, to: number): Speaker | null {
  const phrase: string[] = [];
  let attached = false;
  for (let at = from; at < Math.min(to, from + 10); at++) {
    const token = tokens[at];
    if (!token || token.type !== 'word') break;
    if (!attached && isCapital(token)) {
      const name = nameStartingAt(tokens, at);
      if (name && !tokens[name.to]?.possessive) {
        const role = [
          ...phrase.filter((word) => !DETERMINERS.test(word)),
          ...(name.role ? [name.role] : []),
        ].join(' ');
        const followed = tokens[name.to + 1];
        if (
          !followed ||
          followed.type !== 'word' ||
          !/^\p{Ll}+(?:man|woman|person|er|or|ist|ent|ials?|ers|ors)$/u.test(followed.text)
        ) {
          return { type: 'named', name: name.name, role: role === '' ? null : role };
        }
      }
    }
    if (
      phrase.length > 0 &&
      (STOPS.test(token.text) ||
        /^(?:in|on|at|during|who|told|said|speaking|to|via|late|early)$/.test(token.text) ||
        isSpeechVerb(token))
    )
      break;
    if (/^(?:for|of|from|with)$/.test(token.text)) attached = true;
    phrase.push(token.possessive ? `${token.text}’s` : token.text);
  }
  return described(phrase);
}

/** The speaker before a speech verb, over adverbs, appositions and relative clauses. */
export function subjectBefore(tokens: readonly Token[], verb: number, from: number): Speaker | null {
  let at = verb - 1;
  while (
    at >= from &&
    tokens[at]?.type === 'word' &&
    (SKIPPED.test(tokens[at]?.text ?? '') || /^(?:was|is|were|are|been)$/.test(tokens[at]?.text ?? ''))
  )
    at -= 1;
  const last = tokens[at];
  if (!last || at < from) return null;
  if (last.type === 'mark') return last.text === ',' ? beforeComma(tokens, at, from) : null;
  if (last.type === 'quote') return null;
  if (PRONOUNS.test(last.text)) return { type: 'pronoun', pronoun: last.text.toLowerCase() };
  if (/^(?:who|which)$/.test(last.text)) return beforeWho(tokens, at, from);
  if (CONJUNCTIONS.test(last.text)) return { type: 'subject' };
  if (/^(?:I|we|We|you|You|to|not|that|as|what)$/.test(last.text)) return null;
  const apposed = apposition(tokens, at, from);
  if (apposed) return apposed;
  if (isCapital(last)) {
    const name = nameEndingAt(tokens, at, from);
    const before = name ? tokens[name.from - 1] : undefined;
    // "a spokesman for Harbour Lines said": the name belongs to the description.
    if (
      name &&
      !(
        before?.type === 'word' &&
        PREPOSITIONS.test(before.text) &&
        name.from - 1 > from &&
        !opensClause(tokens, name.from - 1, from)
      )
    )
      return { type: 'named', name: name.name, role: name.role };
  }
  return describedEndingAt(tokens, at, from);
}

/** "After the vote in Rome", "According to": the preposition stands at the head of its clause. */
function opensClause(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens[at - 1];
  return at === from || before?.type === 'mark' || STOPS.test(before?.text ?? '');
}

/** "Ann Roe, a harbour pilot, said": the comma closes an apposition to the name before the first comma. */
function beforeComma(tokens: readonly Token[], comma: number, from: number): Speaker | null {
  let phrase: Speaker | null = null;
  for (let at = comma - 1; at > from; at--) {
    const token = tokens[at];
    if (token?.type === 'quote') return null;
    if (token?.text !== ',') continue;
    const inner = nameStartingAt(tokens, at + 1);
    const outer = /^\p{Ll}/u.test(tokens[at - 1]?.text ?? '')
      ? describedEndingAt(tokens, at - 1, from)
      : null;
    // "the pilot, Ann Roe, said": the name stands in the apposition.
    if (inner?.to === comma - 1 && outer?.type === 'described')
      return { type: 'named', name: inner.name, role: outer.phrase };
    const name = nameEndingAt(tokens, at - 1, from);
    const placed = name !== null && PREPOSITIONS.test(tokens[name.from - 1]?.text.toLowerCase() ?? '');
    if (name && !placed && !tokens[at - 1]?.possessive)
      return { type: 'named', name: name.name, role: name.role ?? roleIn(tokens, at + 1, comma) };
    if (comma - at > 1 && !placed) phrase ??= describedEndingAt(tokens, at - 1, from);
  }
  if (phrase) return phrase;
  const name = nameEndingAt(tokens, comma - 1, from);
  return name ? { type: 'named', name: name.name, role: name.role } : null;
}

function beforeWho(tokens: readonly Token[], who: number, from: number): Speaker | null {
  const at = tokens[who - 1]?.text === ',' ? who - 2 : who - 1;
  const name = nameEndingAt(tokens, at, from);
  if (name) return { type: 'named', name: name.name, role: name.role };
  return describedEndingAt(tokens, at, from);
}

/** "Ann Roe, a student visiting the centre stated": an apposition that no comma closes. */
function apposition(tokens: readonly Token[], to: number, from: number): Speaker | null {
  for (let at = to; at > from; at--) {
    const token = tokens[at];
    if (token?.type === 'quote') return null;
    if (token?.text !== ',') continue;
    const name = nameEndingAt(tokens, at - 1, from);
    const next = tokens[at + 1]?.text ?? '';
    if (!name || tokens[at - 1]?.possessive) return null;
    return /^(?:an?|the|who|whose|one|head|director|chief|spokes\w+|president|professor|senior|former|\d+)$/.test(
      next,
    )
      ? { type: 'named', name: name.name, role: name.role ?? roleIn(tokens, at + 1, to + 1) }
      : null;
  }
  return null;
}

function roleIn(tokens: readonly Token[], from: number, to: number): string | null {
  const words = tokens.slice(from, to).filter(({ type }) => type === 'word');
  if (words.length === 0 || words.length > 14 || /^(?:who|whose|\d+)$/.test(words[0]?.text ?? ''))
    return null;
  return words.map(({ text, possessive }) => (possessive ? `${text}’s` : text)).join(' ');
}

function describedEndingAt(tokens: readonly Token[], to: number, from: number): Speaker | null {
  let start = to;
  for (let at = to; at >= from && to - at < 9; at--) {
    const token = tokens[at];
    if (!token || token.type !== 'word' || STOPS.test(token.text) || isSpeechVerb(token)) break;
    start = at;
    const before = tokens[at - 1];
    // Go on over "of the harbour": the determiner there is not the phrase's own.
    if (DETERMINERS.test(token.text) && !(before?.type === 'word' && PREPOSITIONS.test(before.text))) break;
  }
  return described(
    tokens.slice(start, to + 1).map(({ text, possessive }) => (possessive ? `${text}’s` : text)),
  );
}

const NO_SPEAKER =
  /^(?:it|this|that|there|which|what|these|those|here|he|she|we|you|all|everything|nothing|something)$/i;

/** A description without its article; a bare pronoun or a long clause is none. */
function described(phrase: readonly string[]): Speaker | null {
  const words =
    DETERMINERS.test(phrase[0] ?? '') &&
    !/^(?:one|two|three|four|his|her|their|its|some|many|several|our)$/i.test(phrase[0] ?? '')
      ? phrase.slice(1)
      : phrase;
  const last = words.at(-1);
  if (
    last === undefined ||
    /^\d/.test(last) ||
    words.length > 9 ||
    words.every((word) => NO_SPEAKER.test(word))
  )
    return null;
  if (/^(?:of|for|from|with|to|by|in|on|not|be|been|has|have|was|were|is|are)$/.test(last)) return null;
  return { type: 'described', phrase: words.join(' ') };
}
