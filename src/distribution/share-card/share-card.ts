import sharp from 'sharp';
import { compose } from './compose.ts';
import type { CardFacts } from './facts.ts';
import { drawCard } from './svg.ts';

// No two cards are alike, and one is drawn at a time: libvips need keep nothing, nor start threads of its own.
sharp.cache(false);
sharp.concurrency(1);

/** Ink, paper, one colour and the shades between them: a third of the bytes of full colour, and of a JPEG. */
const PALETTE = { palette: true, colours: 16, dither: 0, effort: 1, compressionLevel: 9 };

/** Draws a share card: a PNG of 1200 × 630 px. Takes tens of ms of processor: see `drawing.ts` for doing so elsewhere. */
export async function shareCard(facts: CardFacts): Promise<Buffer> {
  const svg = drawCard(await compose(facts), facts);
  return sharp(Buffer.from(svg)).png(PALETTE).toBuffer();
}
