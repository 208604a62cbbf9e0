const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Finished markup. It comes from `html` (escaped by construction) or, for our own constants, from `trustedHtml`. */
export class Html {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  static trusted(markup: string): Html {
    return new Html(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

export type Interpolation = Html | string | number | null | undefined | false | readonly Interpolation[];

/**
 * Markup with its values escaped: strings and numbers are text, `Html` passes, arrays are joined, null, undefined and
 * false are nothing. Attribute values must stand in quotes, and addresses must have passed `checkLink`.
 */
export function html(strings: TemplateStringsArray, ...values: Interpolation[]): Html {
  let markup = strings[0] ?? '';
  for (const [index, value] of values.entries()) markup += toMarkup(value) + (strings[index + 1] ?? '');
  return Html.trusted(markup);
}

/** ` name="value"`, escaped, or nothing where there is no value; `name` is ours. */
export function attribute(name: string, value: string | number | null | undefined): Html {
  if (value === null || value === undefined) return Html.trusted('');
  return Html.trusted(` ${name}="${escapeHtml(String(value))}"`);
}

/** Markup that is ours to vouch for: constants of this source, or what this renderer made before. Nothing else. */
export function trustedHtml(markup: string): Html {
  return Html.trusted(markup);
}

/** Empty markup. */
export const NOTHING: Html = Html.trusted('');

/** A value as JSON that can stand in a `<script>`: nothing in it can end the element or open a comment. */
export function jsonForScript(value: unknown): Html {
  const json = JSON.stringify(value) ?? 'null';
  return Html.trusted(
    json.replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

function toMarkup(value: Interpolation): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (Array.isArray(value)) return value.map(toMarkup).join('');
  return escapeHtml(String(value));
}
