import { MalformedRequest } from './malformed-request.ts';

/** The versions a request was decided on; `any`: whatever stands (`*`); null: it does not say. */
export type Expected = number[] | 'any' | null;

/** `"3"` for version 3. */
export const versionTag = (version: number): string => `"${version}"`;

/** One entity tag (RFC 9110 §8.8.3). */
const TAG = /(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"/y;

/**
 * Reads `If-Match` (RFC 9110 §13.1.1). Tags are compared strongly, so that weak ones and those we never gave out match
 * no version. Throws `MalformedRequest`.
 */
export function readIfMatch(header: string | undefined): Expected {
  if (header === undefined) return null;
  if (header.trim() === '*') return 'any';
  const tags = readTags(header);
  if (tags) return tags.flatMap((tag) => /^"(0|[1-9]\d{0,14})"$/.exec(tag)?.[1] ?? []).map(Number);
  throw MalformedRequest.because(
    'If-Match must be a version in quotation marks, such as "3", a list of them, or *.',
  );
}

/** Whether a reader who sent `If-None-Match` has one of these already; compared weakly (RFC 9110 §13.1.2). */
export function isHeld(header: string | undefined, tags: string[]): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  return (readTags(header) ?? []).some((tag) => tags.includes(tag.replace(/^W\//, '')));
}

/** The tags of a list, or null where it is none (RFC 9110 §5.6.1: empty members are passed over). */
function readTags(header: string): string[] | null {
  const tags: string[] = [];
  let index = 0;
  while (index < header.length) {
    index = skip(header, index, /[ \t,]*/y);
    if (index === header.length) break;
    TAG.lastIndex = index;
    const tag = TAG.exec(header)?.[0];
    if (tag === undefined) return null;
    tags.push(tag);
    index = skip(header, index + tag.length, /[ \t]*/y);
    if (index < header.length && header[index] !== ',') return null;
  }
  return tags.length > 0 ? tags : null;
}

function skip(text: string, index: number, pattern: RegExp): number {
  pattern.lastIndex = index;
  return index + (pattern.exec(text)?.[0].length ?? 0);
}
