import { isFurniture } from '../reading/furniture.ts';
import type { PageLine } from './lines.ts';

/** A line of prose: long, and no link as a whole. */
const PROSE = 80;

/**
 * Lines inside the body that lead out of the post are the page's: links under a label such as "Related", lists of
 * nothing but links, and the links and labels that follow the last line of prose.
 */
export function withoutOutwardLinks(lines: readonly PageLine[]): readonly PageLine[] {
  const last = lines.findLastIndex(
    (line) => line.region === 'body' && !line.linked && line.text.length >= PROSE,
  );
  const outward = lines.map((_, at) => isOutward(lines, at, last) || labelled(lines, at));
  return lines.map((line, at) => {
    const labels = line.kind === 'heading' && line.level > 1 && at > last && outward[at + 1] === true;
    return outward[at] === true || labels ? { ...line, region: 'page' as const } : line;
  });
}

function isOutward(lines: readonly PageLine[], at: number, last: number): boolean {
  const line = lines[at];
  if (!line || !isLink(line)) return false;
  return at > last || run(lines, at) >= 3;
}

function isLink(line: PageLine | undefined): boolean {
  return (
    line !== undefined &&
    line.region === 'body' &&
    line.linked &&
    line.level !== 1 &&
    line.kind !== 'tweet' &&
    line.kind !== 'caption'
  );
}

/** How many lines in a row are links, this one among them. */
function run(lines: readonly PageLine[], at: number): number {
  let [from, to] = [at, at];
  while (to - from < 3 && isLink(lines[from - 1])) from -= 1;
  while (to - from < 3 && isLink(lines[to + 1])) to += 1;
  return to - from + 1;
}

/** The nearest line above that is no link is a label of furniture. */
function labelled(lines: readonly PageLine[], at: number): boolean {
  if (!isLink(lines[at])) return false;
  let above = at - 1;
  while (above > at - 30 && isLink(lines[above])) above -= 1;
  const label = lines[above];
  return (
    label?.region === 'body' &&
    label.level !== 1 &&
    label.text.length < 60 &&
    label.text !== '' &&
    isFurniture(label.text)
  );
}
