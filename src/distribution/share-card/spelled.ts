import { fontFor, type Weighted } from './fonts.ts';
import { graphemesOf, plainLine } from './plain.ts';
import { isHan } from './subsets.ts';

/** A text, and the font of each of its UTF-16 code units. */
export type Spelled = { text: string; fonts: Weighted[] };

/** Drawn where letters are that no font has: a box that is meant, once for a word. */
const BOX = '□';

const MARK = /^[\u200c-\u200f\u061c]+$/u;

/** Of a text's letters, the share that may be boxes; beyond it a card is better without the text. */
const MOSTLY = 1 / 3;

type Setting = { weight: number; lang: string };

/**
 * Finds the fonts a text is drawn in. A mark that its letter's font has not is left off, a symbol that no font has
 * dropped; letters that no font has become a box. A text mostly of such letters comes back empty.
 */
export async function spell(given: string, setting: Setting): Promise<Spelled> {
  const spelled: Spelled = { text: '', fonts: [] };
  let cjk = false;
  let letters = 0;
  let missing = 0;
  for (const grapheme of graphemesOf(plainLine(given))) {
    const last = spelled.fonts.at(-1);
    // A mark that says a direction has no glyph of its own; it goes with what is before it.
    if (MARK.test(grapheme)) {
      if (last) add(spelled, grapheme, last);
      continue;
    }
    const isLetter = /^\p{L}/u.test(grapheme);
    if (isLetter) cjk = isHan(grapheme);
    if (isLetter) letters += 1;
    const drawn = await drawable(grapheme, { ...setting, cjk });
    if (!drawn && isLetter) missing += 1;
    // What was dropped between two spaces leaves one.
    if (grapheme === ' ' && spelled.text.endsWith(' ')) continue;
    if (drawn) add(spelled, drawn.text, drawn.font);
    else if (isLetter && !spelled.text.endsWith(BOX)) {
      const font = await fontFor(BOX, { ...setting, cjk: false });
      if (font) add(spelled, BOX, font);
    }
  }
  return missing > letters * MOSTLY ? { text: '', fonts: [] } : spelled;
}

async function drawable(
  grapheme: string,
  asking: Setting & { cjk: boolean },
): Promise<{ text: string; font: Weighted } | null> {
  const whole = await fontFor(grapheme, asking);
  if (whole) return { text: grapheme, font: whole };
  const [bare = ''] = grapheme;
  if (bare === grapheme || /\p{M}/u.test(bare)) return null;
  const font = await fontFor(bare, asking);
  return font && { text: bare, font };
}

function add(spelled: Spelled, text: string, font: Weighted): void {
  spelled.text += text;
  for (let unit = 0; unit < text.length; unit += 1) spelled.fonts.push(font);
}
