/** Finished XML. It comes from `xml`, which escapes by construction. */
export class Xml {
  readonly #markup: string;

  private constructor(markup: string) {
    this.#markup = markup;
  }

  static trusted(markup: string): Xml {
    return new Xml(markup);
  }

  toString(): string {
    return this.#markup;
  }
}

type Value = Xml | string | number | null | undefined | false | readonly Value[];

/** XML with its values escaped: strings and numbers are text, arrays are joined, null, undefined and false are nothing. */
export function xml(strings: TemplateStringsArray, ...values: Value[]): Xml {
  let markup = strings[0] ?? '';
  for (const [index, value] of values.entries()) markup += markupOf(value) + (strings[index + 1] ?? '');
  return Xml.trusted(markup);
}

/** A document of this root, in UTF-8. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.toString()}\n`;
}

function markupOf(value: Value): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Xml) return value.toString();
  if (Array.isArray(value)) return value.map(markupOf).join('');
  return escapeXml(String(value));
}

/** Text for content and quoted attributes. What no XML 1.0 document may hold, not even escaped, is left out (XML 1.0 §2.2). */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"'\t\n\r]/g, (character) => ESCAPES[character] ?? character);
}

// eslint-disable-next-line no-control-regex -- those are what is looked for
const FORBIDDEN = /[\0-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // An attribute's white space would be read as spaces, and a carriage return as a line feed (§3.3.3, §2.11).
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
