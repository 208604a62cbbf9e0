import { breaksOf } from './breaks.ts';
import { reachOf } from './ink.ts';
import { graphemesOf } from './plain.ts';
import { shapeLine, type Paragraph } from './shape.ts';

/** A line of a paragraph: from a code unit up to another, the space between lines left out. */
export type Line = { start: number; end: number };

/** A paragraph's widths, for breaking it into lines; in units of 1/1000 em. */
export type Measure = {
  /** Where lines may end. */
  words: number[];
  /** Where they may end if words must be torn. */
  letters: number[];
  /** How far the letters reach from their base line, in em. */
  above: number;
  below: number;
  width(line: Line): number;
};

export function measure(paragraph: Paragraph): Measure {
  const { text, lang } = paragraph;
  const before = new Float64Array(text.length + 1);
  const glyphs = shapeLine(paragraph, 0, text.length);
  for (const { cluster, advance } of glyphs) before[cluster + 1]! += advance;
  for (let unit = 1; unit <= text.length; unit += 1) before[unit]! += before[unit - 1]!;
  let end = 0;
  return {
    words: breaksOf(text, lang),
    letters: graphemesOf(text).map((grapheme) => (end += grapheme.length)),
    ...reachOf(glyphs),
    width: (line) => before[line.end]! - before[line.start]!,
  };
}

/**
 * The fewest lines that are no wider than `width`, evenly filled; null where they would be more than `most`, or a
 * stretch without a place to break is wider.
 */
export function breakLines(
  { text }: Paragraph,
  places: number[],
  { width }: Pick<Measure, 'width'>,
  room: { width: number; most: number },
): Line[] | null {
  const starts = [0, ...places.slice(0, -1)];
  const lineOf = (from: number, to: number): Line => {
    const start = starts[from]!;
    return { start, end: start + text.slice(start, places[to]).trimEnd().length };
  };
  // best[n][to]: the least raggedness of the places up to `to` in n lines, and where the last of them starts.
  let best: Reached[] = [];
  const history: Reached[][] = [];
  for (let count = 1; count <= room.most; count += 1) {
    const reached: Reached[] = [];
    for (let to = 0; to < places.length; to += 1) {
      for (let from = to; from >= 0; from -= 1) {
        const slack = room.width - width(lineOf(from, to));
        if (slack < 0) break;
        const earlier = from === 0 ? (count === 1 ? { ragged: 0, from: 0 } : undefined) : best[from - 1];
        const ragged = earlier && earlier.ragged + slack * slack;
        if (ragged !== undefined && ragged < (reached[to]?.ragged ?? Infinity))
          reached[to] = { ragged, from };
      }
    }
    history.push(reached);
    if (reached[places.length - 1]) return backFrom(history, places.length - 1).map(([a, b]) => lineOf(a, b));
    best = reached;
  }
  return null;
}

type Reached = { ragged: number; from: number };

function backFrom(history: Reached[][], last: number): [number, number][] {
  const lines: [number, number][] = [];
  let to = last;
  for (const reached of history.toReversed()) {
    const { from } = reached[to]!;
    lines.unshift([from, to]);
    to = from - 1;
  }
  return lines;
}
