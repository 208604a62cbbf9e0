import { readStamp } from './stamps.ts';
import type { Stamp } from './stamps.ts';

/** A correction as a post prints it: "Correction, Nov. 15, 2019: …", or a sentence that says what was wrong. */
export type WrittenCorrection = {
  readonly marker: string;
  readonly stamp: Stamp | null;
  readonly text: string;
};

const WORD =
  /^[\s*_[({>•-]*(?:(?:update and |editor['’]?s['’]? |important )?(?:corrections? (?:&|and) clarifications?|corrections? to this (?:story|article|post|piece)|correction|corrections|clarification|clarifications|erratum|errata|retraction|corrected)|editor['’]?s['’]? note|note|korrektur|berichtigung|richtigstellung|anmerkung der redaktion|rectificatif|correctif|rectification|précision|correcci[óo]n|rectificaci[óo]n|fe de (?:errores|erratas)|correzione|rettifica|errata corrige|correctie|rättelse|rettelse)(?=[\s:,.(–—*_\])-]|$)/iu;
const NEUTRAL = /note|anmerkung/i;
const GLUE = /(?:[\s,;.|/([–—-]|(?:appended|on|at|from|made|added|issued)(?=[\s\d]))*/iy;
const CLOSING = /[\s*_]*[\])]?[\s*_]*(?::|[–—]|-(?=\s)|\.(?=\s|$)|$)[\s*_]*/y;

const SAYS_SO: readonly RegExp[] = [
  /^(?:an?|the) (?:earlier|previous|original|initial|prior) (?:version|edition|draft|copy) of (?:this|the|our)\b.{0,400}\b(?:incorrect|incorrectly|mis\w+|erroneous|erroneously|wrong|wrongly|inaccurate|inaccurately|mistaken|mistakenly|said|stated|identified|gave|listed|reported|referred|suggested|failed|implied|attributed|included|used|contained|described|named|indicated)\b/i,
  /^(?:this|the|our) (?:story|post|article|piece|report|item|headline|column|page) (?:(?:has been|was|is) (?:updated (?:to|and) correct|corrected|amended|revised to correct|changed to correct)|(?:originally|initially|previously|earlier|incorrectly|mistakenly|wrongly)\b.{0,200}\b(?:said|stated|misstated|mis\w+|reported|identified|gave|listed|incorrectly|referred|attributed|suggested))/i,
  /^(?:we|the (?:post|author|editors?)) (?:originally|initially|incorrectly|mistakenly|wrongly|regret)\b.{0,200}\b(?:said|reported|stated|wrote|identified|error|mis\w+)\b/i,
  /^[•*]?\s?(?:this|the|our) (?:story|post|article|piece|report) (?:was|has been) (?:amended|corrected)\b/i,
  /^(?:due to|because of|owing to) an? (?:editing|reporting|production|typographical|typing|transcription) (?:error|mistake)\b/i,
  /^in einer früheren (?:version|fassung)\b/i,
  /^une (?:première|précédente) version\b/i,
  /^(?:en )?una versión (?:anterior|previa)\b/i,
];

/** Reads a correction that a line makes, or null. */
export function readCorrection(line: string): WrittenCorrection | null {
  const word = WORD.exec(line.slice(0, 80));
  if (word) {
    const labelled = readLabelled(line, word[0]);
    if (labelled !== null) return labelled;
  }
  return saysSo(line) ? { marker: '', stamp: null, text: line.trim() } : null;
}

function readLabelled(line: string, word: string): WrittenCorrection | null {
  GLUE.lastIndex = word.length;
  GLUE.exec(line);
  const found = readStamp(line, GLUE.lastIndex);
  const end = found?.end ?? word.length + (/^\s+appended/i.exec(line.slice(word.length))?.[0].length ?? 0);
  CLOSING.lastIndex = end;
  if (!CLOSING.test(line)) return null;
  const marker = line.slice(0, CLOSING.lastIndex).trim();
  const text = line.slice(CLOSING.lastIndex).trim();
  if (NEUTRAL.test(word) && !saysSo(text)) return null;
  return { marker, stamp: found?.stamp ?? null, text };
}

/** Whether a sentence itself tells that an earlier version was wrong. */
function saysSo(text: string): boolean {
  const opening = text.replace(/^[\s*_[(]+/, '').slice(0, 700);
  return SAYS_SO.some((pattern) => pattern.test(opening));
}
