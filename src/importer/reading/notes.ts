import { readStamp } from './stamps.ts';
import type { Stamp } from './stamps.ts';

/** "This story has been updated with a statement from the company." – a note on what was added, and when if it says. */
export type Note = { readonly stamp: Stamp | null; readonly bare: boolean };

const NOTE =
  /^[\s*_[(]*(?:(?:editor['’]?s['’]? )?note\s?[:–—-]\s?)?(?:(?:this|the|our) (?:story|post|article|piece|report|item|page|entry|headline) (?:has (?:since )?been|was|is)(?: last)? updated|(?:last )?updated)\b/i;
const GLUE = /(?:[\s,;|/([–—-]|(?:at|on|as of)(?=[\s\d]))*/iy;
const ADDS = /^[\s,]*(?:with|to|by|after|following|throughout|since|including|because|and|in order)\b/i;

/** Reads such a note; `bare` when it names no addition ("This post has been updated."). */
export function readNote(line: string): Note | null {
  const opening = NOTE.exec(line.slice(0, 120))?.[0];
  if (opening === undefined) return null;
  GLUE.lastIndex = opening.length;
  GLUE.exec(line);
  const found = readStamp(line, GLUE.lastIndex);
  const rest = line.slice(found?.end ?? opening.length);
  if (ADDS.test(rest)) return { stamp: found?.stamp ?? null, bare: false };
  return /^[\s.)\]*_]*$/.test(rest) ? { stamp: found?.stamp ?? null, bare: true } : null;
}
