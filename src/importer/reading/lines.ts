/** Small measures of a line that several readings share. */

/** The line in lower case with straight quotes and without marks at its ends: for comparing, never for printing. */
export function plain(line: string): string {
  return line
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/[“”„«»]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

export function words(line: string): readonly string[] {
  return line.split(/\s+/).filter((word) => word !== '');
}

/** Ends as a sentence does: a full stop, question or exclamation mark, ellipsis, with or without a closing quote. */
export function endsSentence(line: string): boolean {
  return /[.!?…]["'”’»)\]]*\s*$/.test(line.slice(-12));
}

/** A line of print that labels rather than tells: short, no full stop, begins with a capital or figure. */
export function looksLikeHeading(line: string): boolean {
  const text = line.trim();
  if (text.length === 0 || text.length > 90 || words(text).length > 12) return false;
  if (!/^["'“‘«¿¡]?[\p{Lu}\p{N}]/u.test(text)) return false;
  return !/[.!?…,;:]["'”’»)]*$/.test(text) && !/^[•·–—-]/.test(text);
}

/** The sentences of a paragraph, split after a full stop that is followed by a capital or a quotation mark. */
export function sentences(text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const end of text.matchAll(/[.!?…]["'”’»)\]]{0,3}(?=\s)/gu)) {
    const after = end.index + end[0].length;
    const next = text.slice(after, after + 8).trimStart();
    const before = text.slice(Math.max(from, end.index - 12), end.index + 1);
    if (!/^["'“‘«([]?[\p{Lu}\p{N}]/u.test(next.slice(0, 3)) || ABBREVIATED.test(before)) continue;
    parts.push(text.slice(from, after).trim());
    from = after;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? parts : [...parts, rest];
}

/** A full stop that belongs to a short form and ends no sentence ("Gov.", "U.S.", "p.m.", "J."). */
const ABBREVIATED =
  /(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Cmdr|Adm|Rev|Hon|St|Jr|Sr|vs|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)|\b\p{Lu}|\b\p{Lu}\.\p{Lu}|\b[ap]\.m)\.$/u;
