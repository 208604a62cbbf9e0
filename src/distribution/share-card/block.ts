import { EM, type Weighted } from './fonts.ts';
import { inkOf, place, type Box, type Placed } from './ink.ts';
import { breakLines, measure, type Line, type Measure } from './lines.ts';
import { graphemesOf } from './plain.ts';
import { paragraphOf, shapeLine, type Paragraph } from './shape.ts';

/** What a text has to fit in: px, its sizes the largest first, and how many lines at most. */
export type Room = { width: number; height: number; sizes: readonly number[]; lines: number };

/** A text set in lines; lengths in px. */
export type Block = {
  paragraph: Paragraph;
  lines: Line[];
  size: number;
  leading: number;
  /** From the top of the block to its first base line, from its last one to the bottom. */
  above: number;
  below: number;
  height: number;
  /** Of its widest line. */
  width: number;
};

/** In em: what a line of Latin takes, whatever its letters, so that blocks of a size stand alike. */
const LEAST = { above: 0.74, below: 0.2, leading: 1.16 };
const BETWEEN = 0.08;

/**
 * Sets a text as large as it fits; words are torn only where the smallest size does not hold them, and what does not
 * fit even so is cut, told by an ellipsis. Null where nothing fits.
 */
export function setBlock(paragraph: Paragraph, room: Room, ellipsis: Weighted | null): Block | null {
  if (paragraph.text === '') return null;
  return setWhole(paragraph, room) ?? (ellipsis && setCut(paragraph, room, ellipsis));
}

/** The largest size that holds all of it; a word wider than the card's own measure is torn, at the smallest. */
function setWhole(paragraph: Paragraph, room: Room): Block | null {
  const measured = measure(paragraph);
  for (const size of room.sizes) {
    const block = setAt(paragraph, measured, { places: measured.words, size, room });
    if (block) return block;
  }
  const size = room.sizes.at(-1)!;
  const places = tornPlaces(measured, (room.width / size) * EM);
  return places.length > measured.words.length ? setAt(paragraph, measured, { places, size, room }) : null;
}

/** Where lines may end if words wider than a line are torn. */
function tornPlaces({ words, letters, width }: Measure, most: number): number[] {
  const torn = words.flatMap((end, index) => {
    const start = words[index - 1] ?? 0;
    return width({ start, end }) > most ? letters.filter((letter) => letter > start && letter < end) : [];
  });
  return [...words, ...torn].toSorted((a, b) => a - b);
}

type At = { places: number[]; size: number; room: Room };

function setAt(paragraph: Paragraph, measured: Measure, { places, size, room }: At): Block | null {
  const above = Math.max(measured.above, LEAST.above) * size;
  const below = Math.max(measured.below, LEAST.below) * size;
  const leading = Math.max(LEAST.leading * size, above + below + BETWEEN * size);
  const most = Math.min(room.lines, 1 + Math.floor((room.height - above - below) / leading));
  const lines = breakLines(paragraph, places, measured, { width: (room.width / size) * EM, most });
  if (!lines) return null;
  const height = above + below + (lines.length - 1) * leading;
  const width = Math.max(...lines.map((line) => (measured.width(line) / EM) * size));
  return { paragraph, lines, size, leading, above, below, height, width };
}

/** As much of it as fits at the smallest size. */
function setCut(paragraph: Paragraph, room: Room, ellipsis: Weighted): Block | null {
  const smallest = { ...room, sizes: room.sizes.slice(-1) };
  const graphemes = graphemesOf(paragraph.text);
  let fits: Block | null = null;
  let [low, high] = [1, graphemes.length - 1];
  while (low <= high) {
    const count = (low + high) >> 1;
    const block = setWhole(cutAt(paragraph, graphemes.slice(0, count).join(''), ellipsis), smallest);
    if (block) [fits, low] = [block, count + 1];
    else high = count - 1;
  }
  return fits;
}

/** Cut where a word ends, unless that would cost half of it. */
function cutAt({ text, fonts, lang, dir }: Paragraph, kept: string, ellipsis: Weighted): Paragraph {
  const word = text[kept.length] === ' ' ? kept.length : kept.lastIndexOf(' ');
  const words = (word > kept.length / 2 ? kept.slice(0, word) : kept).replace(/[\s,;:–—-]+$/, '');
  const cut = { text: `${words}…`, fonts: [...fonts.slice(0, words.length), ellipsis] };
  return paragraphOf(cut, { lang, dir });
}

/** Where a block's glyphs stand: its first line begins at `top`, all lie against the side the card is read from. */
export function placeBlock(
  { paragraph, lines, size, above, leading }: Block,
  { left, right, top, side }: Omit<Box, 'bottom'> & { side: 'ltr' | 'rtl' },
): Placed[] {
  return lines.flatMap(({ start, end }, index) => {
    const glyphs = shapeLine(paragraph, start, end);
    const width = (glyphs.reduce((sum, { advance }) => sum + advance, 0) / EM) * size;
    const x = side === 'rtl' ? right - width : left;
    return place(glyphs, { x, y: top + above + index * leading, size });
  });
}

/** What the glyphs of a block cover together. */
export function coverOf(placed: Placed[], size: number): Box | null {
  const inks = placed.flatMap((one) => inkOf(one, size) ?? []);
  if (inks.length === 0) return null;
  return {
    left: Math.min(...inks.map((ink) => ink.left)),
    top: Math.min(...inks.map((ink) => ink.top)),
    right: Math.max(...inks.map((ink) => ink.right)),
    bottom: Math.max(...inks.map((ink) => ink.bottom)),
  };
}
