import bidiFactory, { type Bidi } from 'bidi-js';
import { Buffer as Shaping, Direction, Feature, shape as shapeInPlace } from 'harfbuzzjs';
import type { Weighted } from './fonts.ts';
import type { Spelled } from './spelled.ts';

/** A glyph, in units of 1/1000 em; `cluster`: the code unit of the text it is of. */
export type Glyph = {
  id: number;
  cluster: number;
  font: Weighted;
  advance: number;
  x: number;
  y: number;
};

/** A text that can be measured and set in lines. */
export type Paragraph = Spelled & {
  lang: string;
  /** Embedding level of each code unit (UAX 9): odd runs from right to left. */
  levels: Uint8Array;
  dir: 'ltr' | 'rtl';
};

// The package is CommonJS, its types are a module's: what they call `default` is the import itself.
const bidi = (bidiFactory as unknown as () => Bidi)();
const FIRST_LETTER = /\p{L}/u;
const RIGHT_TO_LEFT = new Set(['R', 'AL']);

/** The direction of a text's first letter, as `dir="auto"` has it (HTML §3.2.6.4); null where it has none. */
export function directionOf(text: string): 'ltr' | 'rtl' | null {
  const letter = FIRST_LETTER.exec(text)?.[0];
  if (letter === undefined) return null;
  return RIGHT_TO_LEFT.has(bidi.getBidiCharTypeName(letter)) ? 'rtl' : 'ltr';
}

export function paragraphOf(
  spelled: Spelled,
  { lang, dir }: { lang: string; dir: 'ltr' | 'rtl' },
): Paragraph {
  const base = directionOf(spelled.text) ?? dir;
  const { levels } = bidi.getEmbeddingLevels(spelled.text, base);
  return { ...spelled, lang, levels, dir: base };
}

type Run = { start: number; end: number; level: number; font: Weighted };

/** One buffer for all: each would else wait in the library's heap to be collected. */
const buffer = new Shaping();
const LANGUAGE = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** The glyphs of a stretch of a paragraph, set on one line, from left to right. */
export function shapeLine(paragraph: Paragraph, start: number, end: number): Glyph[] {
  return inVisualOrder(runsOf(paragraph, start, end)).flatMap((run) => shapeRun(paragraph, run));
}

function shapeRun({ text, lang }: Paragraph, { start, end, level, font }: Run): Glyph[] {
  buffer.clearContents();
  // With the text around it: Arabic letters join across the borders of a run.
  buffer.addText(text, start, end - start);
  buffer.guessSegmentProperties();
  buffer.setDirection(level % 2 === 1 ? Direction.RTL : Direction.LTR);
  if (LANGUAGE.test(lang)) buffer.setLanguage(lang);
  shapeInPlace(font.font, buffer, halvesOf(text, start, end));
  return buffer.getGlyphInfosAndPositions().map((glyph) => ({
    id: glyph.codepoint,
    cluster: glyph.cluster,
    font,
    advance: glyph.xAdvance ?? 0,
    x: glyph.xOffset ?? 0,
    y: glyph.yOffset ?? 0,
  }));
}

/** A full-width mark that closes, and one that stands beside it: the second takes up the first one's empty half. */
const TOUCHING = /[、。，．：；！？」』】〕》〉）”’](?=[、。，．：；！？」』】〕》〉）”’「『【〔《〈（“‘])/g;

function halvesOf(text: string, start: number, end: number): Feature[] {
  const places = Array.from(text.matchAll(TOUCHING), ({ index }) => index);
  return places
    .filter((place) => start <= place && place < end)
    .map((place) => new Feature('halt', 1, place, place + 1));
}

function runsOf({ fonts, levels }: Paragraph, start: number, end: number): Run[] {
  const runs: Run[] = [];
  for (let unit = start; unit < end; unit += 1) {
    const last = runs.at(-1);
    const font = fonts[unit]!;
    const level = levels[unit]!;
    if (last?.font === font && last.level === level) last.end = unit + 1;
    else runs.push({ start: unit, end: unit + 1, level, font });
  }
  return runs;
}

/** From the highest level down, every stretch at or above it is turned round (UAX 9, rule L2). */
function inVisualOrder(runs: Run[]): Run[] {
  const order = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1) {
    for (let from = 0; from < order.length; from += 1) {
      let to = from;
      while (to < order.length && order[to]!.level >= level) to += 1;
      if (to > from) order.splice(from, to - from, ...order.slice(from, to).toReversed());
      from = to;
    }
  }
  return order;
}
