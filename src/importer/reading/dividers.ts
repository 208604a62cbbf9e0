import { readStamp } from './stamps.ts';

/** A line that says the story as it first stood begins here; `rest` is what follows on the same line. */
export type Divider = { readonly label: string; readonly rest: string };

const WHOLE =
  /^[\s*_[(-]*(?:here(?:'|’)?s? |read |below is |see |what follows is |and )?(?:our |the |my |here is our |here is the )?(?:original|earlier|previous|initial|first|prior)(?: (?:breaking|news|published))? (?:post|story|article|report|version|entry|coverage|item|piece|text|reporting|blog post|dispatch)(?: (?:is|follows|appears|continues|begins|starts|below|here|from|on|as|published|posted|at|our|the|was|reads|now|,|\d[\d:.]*|[ap]\.?m\.?|[a-z]+day)){0,8}\s?[:.)\]–—*_-]*$/i;
const LABEL =
  /^[\s*_[(]*(?:original(?:ly)? (?:post|story|article|report|text|item|posted|published)|earlier (?:post|story|version|report)|previous (?:post|story|report|version)|from earlier|ursprüngliche meldung|ursprünglicher (?:artikel|text)|article (?:original|initial)|notre article initial|noticia original|texto original|artículo original|first (?:report|post)|earlier|previously|originally|original|before|posted)\b/i;
const GLUE = /(?:[\s,|([–—-]|(?:from|at|on)(?=[\s\d]))*/iy;
const CLOSING = /\s?[\])]?\s?[:|–—\])][\s*_\])]*/y;

/** Reads a divider at the head of a line, or null. */
export function readDivider(line: string): Divider | null {
  if (line.length <= 140 && WHOLE.test(line)) return { label: line, rest: '' };
  const word = LABEL.exec(line.slice(0, 80))?.[0];
  if (word === undefined) return null;
  GLUE.lastIndex = word.length;
  GLUE.exec(line);
  const found = readStamp(line, GLUE.lastIndex);
  // "Posted" alone is said of much; with its time in brackets or closed by a colon it heads the first report.
  if (found === null && /posted$/i.test(word)) return null;
  CLOSING.lastIndex = found?.end ?? word.length;
  if (!CLOSING.test(line)) return null;
  const rest = line.slice(CLOSING.lastIndex).trim();
  return /^[a-z]/.test(rest) ? null : { label: line.slice(0, CLOSING.lastIndex).trim(), rest };
}
