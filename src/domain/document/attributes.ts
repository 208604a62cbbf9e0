import { breaks, type Wrong } from '../faults.ts';
import { checkImageSource, checkLink, WEB_SCHEMES } from '../links.ts';
import { checkName, cleanText, isVisible } from '../plain-text.ts';

export type AttributeValue = string | number | null;

/**
 * What an attribute may hold: reading gives the value as it is kept, or the fault in words. `json` says the same to
 * readers of the API (JSON Schema 2020-12); it never refuses what reading would take.
 */
export type Attribute = {
  default?: AttributeValue;
  json: object;
  read: (value: unknown) => { value: AttributeValue } | { fault: Wrong };
};

type Read = Attribute['read'];

/** A single line of visible text, at most `max` UTF-16 units. */
export const name = (max: number): Attribute => ({
  json: { type: 'string', description: `One line of 1 to ${max} characters, without controls` },
  read: readString((text) => checkName(text, max), breaks('one-line', max)),
});

/** Running text, at most `max` UTF-16 units; controls are dropped, and text nobody would see is null. */
export const text = (max: number): Attribute => ({
  default: null,
  json: { type: ['string', 'null'], description: `At most ${max} characters` },
  read: (value) => {
    const kept = typeof value === 'string' ? cleanText(value) : value;
    if (kept === null || (typeof kept === 'string' && !isVisible(kept))) return { value: null };
    return typeof kept === 'string' && kept.length <= max
      ? { value: kept }
      : { fault: breaks('too-long', max) };
  },
});

export const link: Attribute = {
  json: { type: 'string', description: 'An http, https or mailto address' },
  read: readString(checkLink, breaks('link')),
};

export const webAddress: Attribute = {
  json: { type: 'string', description: 'An http or https address' },
  read: readString((href) => checkLink(href, WEB_SCHEMES), breaks('web-address')),
};

export const imageSource: Attribute = {
  json: {
    type: 'string',
    description: 'An http or https address, or a path of this site beginning with one /',
  },
  read: readString(
    checkImageSource,
    breaks('web-address', 'must be an http or https address, or a path of this site'),
  ),
};

/** A language tag (BCP 47), kept in its canonical form. */
export const language: Attribute = {
  json: { type: 'string', description: 'A language tag (BCP 47)' },
  read: readString(canonicalLanguage, breaks('language')),
};

/** A whole number from `min` to `max`. */
export const whole = (min: number, max: number): Attribute => ({
  json: { type: 'integer', minimum: min, maximum: max },
  read: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
      ? { value: value === 0 ? 0 : value }
      : { fault: `must be a whole number from ${min} to ${max}` },
});

/** The same, or null; a form's empty field is null too. */
export const optional = (attribute: Attribute): Attribute => ({
  default: null,
  json: { anyOf: [attribute.json, { type: 'null' }] },
  read: (value) => (isBlank(value) ? { value: null } : attribute.read(value)),
});

export const withDefault = (value: AttributeValue, attribute: Attribute): Attribute => ({
  ...attribute,
  default: value,
});

function readString(keep: (text: string) => string | null, fault: Wrong): Read {
  return (value) => {
    const kept = typeof value === 'string' ? keep(value) : null;
    return kept === null ? { fault } : { value: kept };
  };
}

function isBlank(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function canonicalLanguage(tag: string): string | null {
  try {
    return tag.length <= 35 ? (Intl.getCanonicalLocales(tag)[0] ?? null) : null;
  } catch {
    return null;
  }
}
