import { IntlMessageFormat } from 'intl-messageformat';
import { html } from '../html.ts';
import type { Html, Interpolation } from '../html.ts';

/** What stands at a message's variables. */
export type Values = Record<string, string | number | Html>;

/** What a page's script fills a sentence from: its text with `{name}` left in, or one such text for each plural category. */
export type Spoken = string | Partial<Record<Intl.LDMLPluralRule, string>>;

/** The kinds of an ICU message's elements, as the parser numbers them. */
const LITERAL = 0;
const ARGUMENT = 1;
const PLURAL = 6;
const POUND = 7;

type Element = {
  type: number;
  value?: string;
  options?: Record<string, { value: Element[] }>;
};

/** A sentence of a catalogue, in ICU MessageFormat; tags in it are text, not markup. */
export class Message {
  readonly #plain: string | null;
  readonly #format: IntlMessageFormat;

  constructor(text: string, tag: string) {
    this.#plain = text.includes('{') ? null : text;
    this.#format = new IntlMessageFormat(text, tag, undefined, { ignoreTag: true });
  }

  say(values: Values): string {
    return this.#plain ?? String(this.#format.format(values));
  }

  /** The same with markup at its variables; everything else is escaped. */
  tell(values: Values): Html {
    if (this.#plain !== null) return html`${this.#plain}`;
    const parts = this.#format.formatToParts<Html>(values);
    return html`${parts.map(({ value }) => value as Interpolation)}`;
  }

  /** For scripts, which have plural rules of their own but no parser of messages. */
  spoken(): Spoken {
    const elements = this.#format.getAst() as Element[];
    const plural = elements.find(({ type }) => type === PLURAL);
    if (!plural?.options) return textOf(elements, 'other');
    return Object.fromEntries(
      Object.keys(plural.options).map((category) => [category, textOf(elements, category)]),
    );
  }
}

function textOf(elements: Element[], category: string): string {
  return elements
    .map((element): string => {
      if (element.type === LITERAL) return element.value ?? '';
      if (element.type === ARGUMENT) return `{${element.value}}`;
      if (element.type === POUND) return '{n}';
      const chosen = element.options?.[category] ?? element.options?.['other'];
      return textOf(chosen?.value ?? [], category);
    })
    .join('');
}
