import { readBlur, type Blur } from '../domain/blur.ts';
import {
  renditionPath,
  focalPart,
  shownRegion,
  type Media,
  type MediaDetails,
  type Rendition,
} from '../domain/media.ts';
import { attribute, html } from './html.ts';
import type { Html } from './html.ts';
import type { Language } from './language.ts';

/**
 * How wide a picture stands, by the window: what a browser chooses its rendition by (WHATWG HTML §4.8.4.2.2). They say
 * what `reader/styles` does: the measure of running text, the lead's two columns, a gallery's step,
 * the front page's first card.
 */
export const SIZES = {
  text: '(min-width: 75.5rem) 38rem, (min-width: 66rem) calc(100vw - 37.5rem), (min-width: 52rem) 38rem, (min-width: 48rem) calc(92vw - 9.5rem), 92vw',
  lead: '(min-width: 75.5rem) 47.5rem, (min-width: 66rem) calc(100vw - 28rem), (min-width: 52rem) 47.5rem, 92vw',
  tall: '(min-width: 33rem) 30rem, 92vw',
  small: '(min-width: 41.5rem) 38rem, 92vw',
  high: '(min-width: 33rem) 45vh, 92vw',
  gallery: '(min-width: 36rem) 26rem, 76vw',
  card: '(min-width: 75.5rem) 44rem, (min-width: 66rem) 60vw, 92vw',
} as const;

export type Place = {
  sizes: keyof typeof SIZES;
  /** Seen before anything is scrolled: loaded first and at once. */
  first?: boolean;
  /** It may be cut to a shape there (`.cut`): its preview is cut with it. */
  cut?: boolean;
};

/** Width of the rendition for who knows no `srcset`, in px. */
const PLAIN = 960;

/** What a browser reads before it knows this page's layout, smallest first: one that knows a format takes it. */
const SOURCES = [
  { format: 'avif', type: 'image/avif' },
  { format: 'webp', type: 'image/webp' },
] as const;

/**
 * A picture of ours at its own proportions, so that nothing moves when it comes, over a preview of a dozen colours.
 * What was made of it so far is offered; it needs a JPEG at least.
 */
export function renderPicture(
  media: Media,
  alt: string | null,
  { sizes, first = false, cut = false }: Place,
): Html | null {
  const { width, height } = shownRegion(media);
  const plain = plainOf(media);
  if (!plain) return null;
  const sources = SOURCES.map(({ format, type }) => {
    const set = srcset(media, format);
    return set === '' ? null : html`<source type="${type}" srcset="${set}" sizes="${SIZES[sizes]}">`;
  });
  const load = first ? html` fetchpriority="high"` : html` loading="lazy" decoding="async"`;
  // Where a picture is cut to a shape, this stays in sight; a style of its own the page's policy does not let it have.
  const part = focalPart(media);
  const focus = part && html` class="focus-${part.row}${part.column}"`;
  const img = html`<img src="${renditionPath(media.id, plain)}" srcset="${srcset(media, 'jpeg')}" sizes="${SIZES[sizes]}" alt="${alt}" width="${width}" height="${height}"${focus}${load}>`;
  return html`<span class="frame">${renderPlace(media, cut)}<picture>${sources}${img}</picture></span>`;
}

/** Has a browser ask for a picture before it meets it: in the best format there is of it, for who knows that one. */
export function preloadPicture(media: Media, sizes: keyof typeof SIZES): Html | null {
  const best = [...SOURCES, { format: 'jpeg', type: 'image/jpeg' } as const].find(
    ({ format }) => srcset(media, format) !== '',
  );
  return (
    (best &&
      html`<link rel="preload" as="image" type="${best.type}" imagesrcset="${srcset(media, best.format)}" imagesizes="${SIZES[sizes]}" fetchpriority="high">`) ??
    null
  );
}

/** The JPEG nearest to what a page needs where nothing is known of who asks. */
export function plainOf({ renditions }: Media): Rendition | null {
  const jpegs = renditions.filter(({ format }) => format === 'jpeg');
  const nearest = jpegs.toSorted((a, b) => Math.abs(a.width - PLAIN) - Math.abs(b.width - PLAIN));
  return nearest[0] ?? null;
}

function srcset({ id, renditions }: Media, format: Rendition['format']): string {
  return renditions
    .filter((rendition) => rendition.format === format)
    .toSorted((a, b) => a.width - b.width)
    .map((rendition) => `${renditionPath(id, rendition)} ${rendition.width}w`)
    .join(', ');
}

/**
 * Keeps a picture's place at its exact proportions, in whatever width or height it is given: a rendition is a whole
 * number of pixels high, and what stands below would move by the rest when it comes. One that may show through has no
 * preview in its place: that would stay to be seen behind it.
 */
function renderPlace(media: Media, cut: boolean): Html {
  const read = media.format === 'jpeg' ? readBlur(media.blur) : null;
  const squares = read && renderSquares(read, media.width, media.height);
  // The preview is of the whole picture: of a crop its own part is looked at.
  const { left, top, width, height } = shownRegion(media);
  return html`<svg class="blur" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" aria-hidden="true"${cut && html` preserveAspectRatio="${sliceOf(media)}"`}>${squares}</svg>`;
}

const SIDES = ['Min', 'Mid', 'Max'] as const;

/** The same part of a picture for SVG as `.focus-…` has stay in sight of the picture itself. */
function sliceOf(media: Media): string {
  const { row, column } = focalPart(media) ?? { row: 1, column: 1 };
  return `x${SIDES[column]}Y${SIDES[row]} slice`;
}

function renderSquares({ columns, rows, colors }: Blur, width: number, height: number): Html {
  const squares = colors.map(
    (color, at) =>
      html`<rect x="${at % columns}" y="${Math.floor(at / columns)}" width="1" height="1" fill="${color}"/>`,
  );
  const [wide, high] = [width / columns, height / rows].map((side) => Number(side.toFixed(2)));
  return html`<g transform="scale(${wide} ${high})">${squares}</g>`;
}

/** A photo's credit as print has it: “Photo: Evan Vucci/AP”; the label stands once, also where the credit brings its own. */
export function photoCredit(language: Language, credit: string): Html {
  const label = language.say('photo', { credit: '' }).trim();
  const name = html`<bdi>${credit}</bdi>`;
  return credit.startsWith(label) ? name : language.tell('photo', { credit: name });
}

/** Caption, credit, and that a machine made the picture where one did; nothing where there is nothing to say. */
export function renderPictureCaption(
  language: Language,
  { caption, credit }: Pick<MediaDetails, 'caption' | 'credit'>,
  sourceType: Media['sourceType'] = null,
  isPhoto = false,
): Html | null {
  const parts = [
    caption !== null && html`<bdi>${caption}</bdi>`,
    credit !== null &&
      html`<span class="credit">${isPhoto ? photoCredit(language, credit) : html`<bdi>${credit}</bdi>`}</span>`,
    sourceType !== null && html`<strong class="made">${language.say(`picture.${sourceType}`)}</strong>`,
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  return html`<figcaption>${parts.map((part, at) => html`${at > 0 && ' '}${part}`)}</figcaption>`;
}

/** The measure of running text, in px: a picture narrower than that stands at its own width, or it would be blurred. */
const MEASURE = 608;

/** How many times as high as wide a picture is that should be seen whole: a phone's own screen and the like; `narrowest` in px. */
const HIGH = { from: 1.35, upTo: 2.5, narrowest: 360 };

/** Of a card's picture: what is higher than this, by its width, is cut to it. */
const CARD_RATIO = 3 / 4;

/** On a card a high picture would push the words out of sight: it is cut, around what must stay in sight. */
export const cardClass = (size: Pick<Media, 'width' | 'height'>): 'cut' | 'small' | null => {
  if (size.width < MEASURE) return 'small';
  return size.height / size.width > CARD_RATIO ? 'cut' : null;
};

/** One higher than it is wide stands narrower, and one as high as a window no higher than that, so that it can be seen whole. */
export function ratioClass({
  width,
  height,
}: Pick<Media, 'width' | 'height'>): 'small' | 'tall' | 'high' | null {
  const ratio = height / width;
  if (width >= HIGH.narrowest && ratio >= HIGH.from && ratio <= HIGH.upTo) return 'high';
  if (width < MEASURE) return 'small';
  return ratio > 1 ? 'tall' : null;
}

/** ` class="…"` of the names there are. */
export const classOf = (...names: (string | null | false)[]): Html =>
  attribute('class', names.filter(Boolean).join(' '));
