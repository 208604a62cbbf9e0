import { IntlMessageFormat } from 'intl-messageformat';
import type { ReactNode } from 'react';
import { english, type Sentence } from './english.ts';
import { directionOf, type LanguageTag } from './languages.ts';

export type Values = Record<string, string | number | Date>;
export type RichValues = Record<string, ReactNode>;

/** What the console says in one language. */
export type Speech = {
  /** A sentence of the catalogue by its name, its variables filled. */
  say(sentence: Sentence, values?: Values): string;
  /** The same with elements at its variables. */
  tell(sentence: Sentence, values: RichValues): ReactNode;
  /** A sentence the server names; null where the catalogue has none of that name. */
  sayNamed(name: string, values?: Values): string | null;
  /** "A, B and C". */
  list(parts: readonly string[]): string;
  number(n: number): string;
  lang: LanguageTag;
  dir: 'ltr' | 'rtl';
};

type Catalogue = Record<string, string>;

export function speechOf(lang: LanguageTag, catalogue: Catalogue = english): Speech {
  const messages = new Map<string, IntlMessageFormat>();
  const message = (name: string): IntlMessageFormat => {
    const found = messages.get(name);
    if (found) return found;
    const own = catalogue[name];
    const text = own ?? (english as Catalogue)[name] ?? name;
    const made = new IntlMessageFormat(text, own === undefined ? 'en' : lang, undefined, { ignoreTag: true });
    messages.set(name, made);
    return made;
  };
  const say = (name: string, values: Values = {}): string => String(message(name).format(values));
  // Newspapers set no comma before the last of several.
  const lists = new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang, { type: 'conjunction' });
  const numbers = new Intl.NumberFormat(lang);
  return {
    say,
    tell: (name, values) => message(name).format<ReactNode>(values as Record<string, string>) as ReactNode,
    sayNamed: (name, values) => (name in english ? say(name, values) : null),
    list: (parts) => lists.format(parts),
    number: (n) => numbers.format(n),
    lang,
    dir: directionOf(lang),
  };
}
