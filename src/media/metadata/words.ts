import { cleanText, isVisible } from '../../domain/plain-text.ts';

/** What cameras write into a caption of their own accord: it is about no picture. */
const CAMERA_TALK =
  /^(?:OLYMPUS DIGITAL CAMERA|SONY DSC|DIGITAL CAMERA|DCIM|KODAK Digital Still Camera|SAMSUNG CSC|Processed with .*|untitled|unknown|none|n\/a|\?+)$/i;

/** One line of text, cut at a word where it is longer than `max` UTF-16 units; null where a reader would see nothing. */
export function line(text: string | undefined, max: number): string | null {
  return words(text?.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '), max);
}

/** Text of several lines, cut and cleaned likewise. */
export function prose(text: string | undefined, max: number): string | null {
  return words(text?.replace(/[\p{Zl}\p{Zp}]|\r\n?/gu, '\n').replace(/\n\s*\n/g, '\n\n'), max);
}

function words(text: string | undefined, max: number): string | null {
  if (text === undefined) return null;
  const clean = cleanText(text.replace(/[^\S\n]+/g, ' ')).trim();
  if (!isVisible(clean) || CAMERA_TALK.test(clean)) return null;
  // What is cut may be cut open: without its directions it cannot be, and needs no room for closing them.
  return clean.length <= max ? clean : `${cut(clean.replace(DIRECTIONS, ''), max - 1)}…`;
}

/** Bidirectional embeddings, overrides and isolates, and what closes them (UAX #9 §2). */
const DIRECTIONS = /[\u202A-\u202E\u2066-\u2069]/g;

function cut(text: string, max: number): string {
  const head = text
    .slice(0, max)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const space = head.lastIndexOf(' ');
  return (space > max * 0.8 ? head.slice(0, space) : head).trimEnd();
}
