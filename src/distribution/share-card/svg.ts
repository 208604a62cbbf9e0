import { CARD, type Composed, type Part, type Text } from './compose.ts';
import type { CardFacts } from './facts.ts';
import { EM } from './fonts.ts';
import type { Box } from './ink.ts';

const INK = '#16191d';
const SOFT = '#4a515b';
const PAPER = '#ffffff';
const HOUSE = '#b4121d';
const BAR = 14;

/** A card as SVG of outlines alone: no text, no font, no reference to anything. */
export function drawCard(composed: Composed, { accent: given, state }: CardFacts): string {
  const accent = /^#[0-9a-f]{6}$/i.test(given) ? given : HOUSE;
  const label = state.kind === 'live' ? onColour(accent) : state.kind === 'ended' ? PAPER : INK;
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
    composed.badge && drawBadge(composed.badge, state.kind, accent),
    ...composed.texts.map((text) => drawText(text, colours[text.part])),
    '</svg>',
  ]
    .filter((part) => part !== null)
    .join('');
}

function drawBadge(
  { left, top, right, bottom }: Box,
  kind: CardFacts['state']['kind'],
  accent: string,
): string {
  const fill = kind === 'live' ? accent : kind === 'ended' ? SOFT : 'none';
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

/** Black or white, whichever is told from a colour more easily (WCAG 2.2, relative luminance). */
function onColour(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.179 ? INK : PAPER;
}
