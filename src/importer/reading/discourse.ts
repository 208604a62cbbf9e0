import { isCapital, isPerson, nameStartingAt } from './names.ts';
import type { NameRegister } from './names.ts';
import { isOutlet, longForm, namesOutletAgain, outletIn } from './outlets.ts';
import type { Speaker } from './speakers.ts';
import type { Token } from './tokens.ts';

export type Known = {
  readonly speaker: string;
  readonly role: string | null;
  readonly outlet: string | null;
  readonly full: boolean;
};

/** What a reader has in mind while reading on: who is being talked of, and through which outlet. */
export class Discourse {
  readonly #names: NameRegister;
  readonly #story: string;
  #person: string | null = null;
  #subject: string | null = null;
  #group: string | null = null;
  #outlet: string | null = null;
  /** An outlet that a sentence without quotation named for what follows ("according to CNN"). */
  #carried: string | null = null;

  constructor(names: NameRegister, story: string) {
    this.#names = names;
    this.#story = story;
  }

  /** Settles who a sentence's speaker is; null where that cannot be told. */
  resolve(speaker: Speaker): Known | null {
    if (speaker.type === 'subject')
      return this.#subject === null ? null : this.#known(this.#subject, null, false);
    if (speaker.type === 'pronoun') return this.#resolvePronoun(speaker.pronoun);
    if (speaker.type === 'described') return this.#resolveDescription(speaker.phrase);
    return this.#known(speaker.name, speaker.role, speaker.name.includes(' '));
  }

  #resolvePronoun(pronoun: string): Known | null {
    const meant =
      pronoun === 'he' || pronoun === 'she' ? (this.#person ?? this.#group) : (this.#group ?? this.#person);
    return meant === null ? null : this.#known(meant, null, false);
  }

  #resolveDescription(phrase: string): Known | null {
    if (namesOutletAgain(`the ${phrase}`) && this.#outlet !== null)
      return this.#known(this.#outlet, null, false);
    const person = this.#names.byRole(phrase);
    if (person !== null) return this.#known(person, null, false);
    return {
      speaker: phrase.charAt(0).toUpperCase() + phrase.slice(1),
      role: null,
      outlet: null,
      full: true,
    };
  }

  #known(name: string, role: string | null, full: boolean): Known {
    if (isOutlet(name)) {
      const outlet = longForm(name, this.#story);
      return { speaker: outlet, role: null, outlet, full };
    }
    const whole = this.#names.full(name);
    return { speaker: whole, role: role ?? this.#names.roleOf(whole), outlet: null, full };
  }

  /** Who spoke last is who "he" and "she" are next. */
  spoke({ speaker }: Known): void {
    if (isPerson(speaker)) this.#person = speaker;
    else this.#group = speaker;
  }

  /** Takes in what a sentence is about: its subject, else a person whose statement or interview it brings. */
  hear(tokens: readonly Token[], from: number, to: number): void {
    const subject = subjectOf(tokens, from, to, this.#names);
    this.#subject = subject;
    if (subject !== null) this.#mention(subject);
    const brought = broughtIn(tokens, from, to);
    if (brought !== null) this.#mention(brought);
    if (subject === null && brought === null) {
      for (let at = from; at < to; at++) {
        const name = nameStartingAt(tokens, at);
        if (name && isPerson(name.name) && this.#person === null) this.#person = name.name;
        if (name) at = name.to;
      }
    }
  }

  #mention(name: string): void {
    const whole = this.#names.full(name);
    if (isPerson(whole)) this.#person = whole;
    else if (!isOutlet(whole) && !/^(?:I|We|You)$/.test(whole)) this.#group = whole;
    else return;
  }

  /** The outlet a sentence's narration names, written out; "the newspaper" is the one named last. */
  outletOf(narration: string): string | null {
    const named = outletIn(narration);
    if (named !== null) {
      const whole = longForm(named.replace(/^the (?=\p{Lu})/u, 'The '), this.#story);
      this.#outlet = whole;
      return whole;
    }
    return namesOutletAgain(narration) ? this.#outlet : null;
  }

  carry(outlet: string | null): void {
    this.#carried = outlet;
  }

  get carried(): string | null {
    return this.#carried;
  }
}

/** The name a sentence opens with, at once or after an opening phrase and its comma; a possessive is none. */
function subjectOf(tokens: readonly Token[], from: number, to: number, names: NameRegister): string | null {
  const starts = [from];
  for (let at = from; at < Math.min(to, from + 25); at++) if (tokens[at]?.text === ',') starts.push(at + 1);
  for (const start of starts) {
    let at = start;
    while (at < to && at < start + 6 && tokens[at]?.type === 'word' && !isCapital(tokens[at])) {
      // "During his briefing" is a phrase; "Argentine historian Ann Roe" leads to a name.
      if (
        /^(?:in|at|on|during|after|before|for|with|by|as|when|while|if|responding|asked|speaking|according|to|from|is|was|were|are|has|had|have|said|will|would)$/i.test(
          tokens[at]?.text ?? '',
        )
      )
        break;
      at += 1;
    }
    const name = nameStartingAt(tokens, at);
    // Any word is in capitals at the head of a sentence; alone it is a name when the story knows it for one.
    const opening =
      name !== null && name.from === from && !name.name.includes(' ') && !/^\p{Lu}{2,}$/u.test(name.name);
    if (name && !tokens[name.to]?.possessive && (!opening || names.knows(name.name))) return name.name;
  }
  return null;
}

/** "a statement from Ann Roe", "an interview with Ann Roe". */
function broughtIn(tokens: readonly Token[], from: number, to: number): string | null {
  for (let at = from; at < to - 2; at++) {
    const [noun, link] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? ''];
    if (
      !/^(?:statement|statements|interview|word|comment|comments|remarks|tweet|letter|message|email|e-mail|response|reaction|interviewed|spoke|post)$/.test(
        noun,
      ) ||
      !/^(?:from|with|by|of|to)$/.test(link)
    ) {
      if (noun !== 'interviewed') continue;
    }
    for (let next = noun === 'interviewed' ? at + 1 : at + 2; next < Math.min(to, at + 9); next++) {
      const name = nameStartingAt(tokens, next);
      if (name) return name.name;
      if (tokens[next]?.type !== 'word') break;
    }
  }
  return null;
}
