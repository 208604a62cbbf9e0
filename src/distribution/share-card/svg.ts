import { checkColour, contrast, type Colour } from '../../domain/contrast.ts';
import type { Composed, Part, Text } from './compose.ts';
import { CARD, type CardFacts } from './facts.ts';
import { EM } from './fonts.ts';
import type { Box } from './ink.ts';

const INK = '#16191d';
const SOFT = '#4a515b';
const PAPER = '#ffffff';
const SHOUTING = '#b4121d';
const BAR = 14;

/** A card as SVG of outlines alone: no text, no font, no reference to anything. */
export function drawCard(composed: Composed, { state, ...given }: CardFacts): string {
  const accent = colourOr(given.accent, INK);
  const live = colourOr(given.live, SHOUTING);
  const label = state.kind === 'live' ? onColour(live) : state.kind === 'ended' ? PAPER : INK;
  const colours: Record<Part, string> = {
    site: INK,
    state: label,
    kicker: SOFT,
    headline: INK,
    line: SOFT,
    time: SOFT,
  };
  const { width, height } = CARD;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${PAPER}"/>`,
    `<rect width="${width}" height="${BAR}" fill="${accent}"/>`,
    `<rect x="64" y="${composed.rule}" width="${width - 128}" height="2" fill="${INK}"/>`,
    composed.badge && drawBadge(composed.badge, state.kind, live),
    ...composed.texts.map((text) => drawText(text, colours[text.part])),
    '</svg>',
  ]
    .filter((part) => part !== null)
    .join('');
}

function drawBadge(
  { left, top, right, bottom }: Box,
  kind: CardFacts['state']['kind'],
  live: string,
): string {
  const fill = kind === 'live' ? live : kind === 'ended' ? SOFT : 'none';
  const inset = fill === 'none' ? 1.5 : 0;
  const edge = fill === 'none' ? ` stroke="${INK}" stroke-width="3"` : '';
  return `<rect x="${px(left + inset)}" y="${px(top + inset)}" width="${px(right - left - 2 * inset)}" height="${px(bottom - top - 2 * inset)}" rx="4" fill="${fill}"${edge}/>`;
}

function drawText({ glyphs, size }: Text, colour: string): string {
  const scale = (size / EM).toFixed(4);
  const paths = glyphs.map(({ glyph, x, y }) => {
    const outline = glyph.font.font.glyphToPath(glyph.id);
    return outline === ''
      ? ''
      : `<path transform="translate(${px(x)} ${px(y)}) scale(${scale} -${scale})" d="${outline}"/>`;
  });
  return `<g fill="${colour}">${paths.join('')}</g>`;
}

const px = (length: number): string => length.toFixed(2);

const colourOr = (given: string | null, house: Colour): Colour => checkColour(given ?? '') ?? house;

/** Ink or paper, whichever stands out more from a colour. */
const onColour = (colour: Colour): Colour => (contrast(colour, PAPER) >= contrast(colour, INK) ? PAPER : INK);
