import type { Block } from '../flat-post.ts';
import type { Place, ProposedStatement } from '../proposal.ts';
import type { Discourse, Known } from './discourse.ts';
import { words } from './lines.ts';
import { endsOpen, interpreterIn, isTitle, mediumIn, nearby, sentencesOf, textOf } from './narration.ts';
import type { Sentence } from './narration.ts';
import { reportsThrough } from './outlets.ts';
import type { QuoteSpan } from './quote-spans.ts';
import { attributionAfter, attributionBefore } from './speech.ts';
import type { Attribution } from './speech.ts';
import type { Token } from './tokens.ts';
import { readSignature } from './tweets.ts';

export type Passage = { readonly block: Block; readonly place: Place };

/** A passage with its quotations and words told apart. */
export type ReadPassage = {
  readonly passage: Passage;
  readonly quotes: readonly QuoteSpan[];
  readonly tokens: readonly Token[];
};

/** Who was found to speak in a sentence, and on which side of the quotation that stands. */
type Held = { readonly known: Known; readonly side: 'before' | 'after' };

/** Reads passage after passage and gathers the statements in them. */
export class StatementFinder {
  readonly statements: ProposedStatement[] = [];
  readonly #discourse: Discourse;
  /** Who the text just led up to ("… she wrote:"), or who goes on in the next paragraph. */
  #leading: Known | null = null;
  #leadingOutlet: string | null = null;
  #open: Known | null = null;
  #update = -1;

  constructor(discourse: Discourse) {
    this.#discourse = discourse;
  }

  take({ passage, quotes, tokens }: ReadPassage): void {
    this.#turnPage(passage.place);
    if (passage.block.kind === 'tweet') return this.#takeTweet(passage);
    const sentences = sentencesOf(tokens, quotes);
    const startsQuoted = tokens[0]?.type === 'quote';
    const inherited = startsQuoted ? this.#discourse.carried : null;
    if (!startsQuoted) this.#discourse.carry(null);
    let last: Known | null = null;
    for (const sentence of sentences) {
      last = this.#takeSentence(sentence, { passage, quotes, tokens }, last, inherited);
    }
    this.#lookAhead(sentences.at(-1), tokens, last, quotes.at(-1));
  }

  /** What an update says does not lean on the one before it. */
  #turnPage(place: Place): void {
    const update = place.in === 'update' ? place.update : -1;
    if (update === this.#update) return;
    this.#update = update;
    this.#open = null;
    this.#leading = null;
    this.#discourse.carry(null);
  }

  #takeSentence(
    sentence: Sentence,
    read: ReadPassage,
    before: Known | null,
    inherited: string | null,
  ): Known | null {
    const { tokens, quotes } = read;
    const narration = textOf(tokens, sentence);
    this.#discourse.hear(tokens, sentence.from, sentence.to);
    const named = this.#discourse.outletOf(narration);
    let last = before;
    let held = null as Held | null;
    for (let at = sentence.from; at < sentence.to; at++) {
      const quote = quotes[tokens[at]?.quote ?? -1];
      if (tokens[at]?.type !== 'quote' || !quote || isTitle(quote, tokens, at)) continue;
      const found = held?.side === 'after' ? null : this.#attribute(tokens, at, sentence, quote, held);
      const known = found?.known ?? held?.known ?? this.#unattributed(tokens, at, sentence, last, read);
      if (known === null) continue;
      // A quotation that goes on after "… she said." is one statement; after a full introduction it stands alone.
      const goesOn = found === null && (held !== null || (last !== null && !last.full));
      const outlet =
        known.outlet ?? named ?? (found === null && last ? this.statements.at(-1)?.outlet : null);
      this.#state(
        quote,
        known,
        outlet ?? this.#leadingOutlet ?? inherited,
        narration,
        read.passage.place,
        goesOn,
      );
      if (found) this.#discourse.spoke(known);
      held = { known, side: found?.side ?? 'before' };
      last = found === null && last ? last : known;
    }
    if (!tokens.slice(sentence.from, sentence.to).some(({ type }) => type === 'quote'))
      this.#hearPlain(tokens, sentence, named, narration);
    return last;
  }

  /** A sentence without quotation: it may lead up to one, and its outlet holds for what follows. */
  #hearPlain(tokens: readonly Token[], sentence: Sentence, named: string | null, narration: string): void {
    const said = attributionBefore(tokens, sentence.from, sentence.to);
    const known = said ? this.#discourse.resolve(said.speaker) : null;
    if (known !== null && said?.speaker.type !== 'described' && known.outlet === null)
      this.#discourse.spoke(known);
    if (named !== null && reportsThrough(narration)) this.#discourse.carry(named);
  }

  #attribute(
    tokens: readonly Token[],
    at: number,
    sentence: Sentence,
    quote: QuoteSpan,
    held: Held | null,
  ): Held | null {
    const leads = tokens.slice(sentence.from, at).some(({ type }) => type === 'word');
    const before = leads ? attributionBefore(tokens, sentence.from, at) : null;
    // "… called it “a shame” but said “we will see”": the second verb leans on the first one's subject.
    if (before?.speaker.type === 'subject' && held !== null) return held;
    if (before !== null && !(endsOpen(quote) && !nearby(tokens, before, at)))
      return this.#settle(before, 'before');
    const after = !leads || endsOpen(quote) ? attributionAfter(tokens, at + 1, sentence.to) : null;
    return (after && this.#settle(after, 'after')) ?? (before && this.#settle(before, 'before'));
  }

  #settle(attribution: Attribution, side: Held['side']): Held | null {
    const known = this.#discourse.resolve(attribution.speaker);
    return known === null ? null : { known, side };
  }

  /** A sentence that is a quotation and nothing else: the same speaker goes on, or the text before led up to it. */
  #unattributed(
    tokens: readonly Token[],
    at: number,
    sentence: Sentence,
    last: Known | null,
    read: ReadPassage,
  ): Known | null {
    const alone = tokens.slice(sentence.from, sentence.to).every(({ type }) => type !== 'word');
    if (!alone) return null;
    if (last !== null) return last;
    const quote = read.quotes[tokens[at]?.quote ?? -1];
    const whole = tokens.every(({ type }) => type !== 'word');
    return (
      this.#leading ?? (whole && quote !== undefined && words(quote.text).length >= 5 ? this.#open : null)
    );
  }

  #lookAhead(
    sentence: Sentence | undefined,
    tokens: readonly Token[],
    last: Known | null,
    quote: QuoteSpan | undefined,
  ): void {
    this.#leading = null;
    this.#leadingOutlet = null;
    this.#open = last;
    if (quote && !quote.closed) this.#leading = last;
    if (!sentence || tokens.at(-1)?.text !== ':') return;
    const said = attributionBefore(tokens, sentence.from, sentence.to);
    this.#leading = said ? this.#discourse.resolve(said.speaker) : null;
    this.#leadingOutlet = this.#leading?.outlet ?? this.#discourse.outletOf(textOf(tokens, sentence));
  }

  #state(
    quote: QuoteSpan,
    known: Known,
    outlet: string | null,
    narration: string,
    place: Place,
    goesOn: boolean,
  ): void {
    const text = quote.text;
    const previous = this.statements.at(-1);
    if (goesOn && previous && samePlace(previous.place, place) && previous.speaker === known.speaker) {
      this.statements[this.statements.length - 1] = { ...previous, text: joined(previous.text, text) };
      return;
    }
    this.statements.push({
      speaker: known.speaker,
      role: known.role,
      outlet,
      medium: mediumIn(narration),
      interpreter: interpreterIn(narration),
      text,
      place,
    });
  }

  #takeTweet({ block, place }: Passage): void {
    const found = readSignature(block.text);
    if (found === null) {
      this.#pending = { text: block.text, place };
      return;
    }
    const said = found.before === '' ? this.#pending : { text: found.before, place };
    this.#pending = null;
    if (said === null) return;
    const { name } = found.signature;
    this.statements.push({
      speaker: name,
      role: null,
      outlet: 'Twitter',
      medium: 'Twitter',
      interpreter: null,
      ...said,
    });
  }

  #pending: { text: string; place: Place } | null = null;
}

function samePlace(one: Place, two: Place): boolean {
  return (
    one.paragraph === two.paragraph &&
    (one.in === 'body' ? two.in === 'body' : two.in === 'update' && one.update === two.update)
  );
}

/** A comma that only led to "she said" gives way where the next words begin a sentence. */
function joined(one: string, two: string): string {
  return /^\p{Lu}/u.test(two) ? `${one.replace(/,$/, '.')} ${two}` : `${one} ${two}`;
}
