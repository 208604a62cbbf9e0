/** Characters of a text that a card looks at; none shows as many. */
const LONGEST = 400;

/** Marks one letter may carry: more than any language sets on it, fewer than would climb out of the card. */
const TOO_MANY_MARKS = /(\p{M}{4})\p{M}+/gu;

/** Format characters but those that spelling needs: joiners, and the marks that only say a direction. */
const UNSEEN = /(?![\u200c-\u200f\u061c])\p{Cf}|\p{Variation_Selector}|\u20e3|\ufffd/gu;

const SPACES = /[^\S\u00a0]+/gu;

/** Pictures in colour: there is no drawing them in ink. Those that have a form in ink (❤, ✓) are drawn so. */
const PICTURE = /\p{Emoji_Presentation}|\p{Emoji_Modifier}|\p{Regional_Indicator}/u;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

export const graphemesOf = (text: string): string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

/**
 * A text as a card can draw it: one line, composed (NFC), without controls, bidirectional embeddings and overrides,
 * variation selectors and emoji; at most 400 characters, an ellipsis telling what is cut.
 */
export function plainLine(given: string): string {
  const text = given
    .slice(0, LONGEST * 16)
    .toWellFormed()
    .normalize('NFC')
    .replaceAll('\u202f', '\u00a0')
    .replace(UNSEEN, '')
    .replace(SPACES, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(TOO_MANY_MARKS, '$1');
  const letters = graphemesOf(text).filter((grapheme) => !PICTURE.test(grapheme));
  const line = letters.slice(0, LONGEST).join('').replace(/ {2,}/g, ' ').trim();
  return letters.length > LONGEST ? `${line}…` : line;
}
