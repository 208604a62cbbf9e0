import { night } from '../src/sample/night.ts';
import { seeded } from '../test/support/seeded.ts';

/** The words of the sample's own night, as often as it says them; without what would have to be escaped or means something in markdown. */
const WORDS = textsOf(night)
  .flatMap((text) => text.split(/\s+/))
  .filter((word) => /^[A-Za-z0-9-]+[.,]?$/.test(word) && !/^\d+\.$/.test(word));

/**
 * Text of exactly so many bytes, all ASCII: words of a real night drawn one by one. It compresses as what the night
 * says does: 1.2 KB to 0.51, the night's own to 0.50; 200 bytes to 0.68 and 0.69.
 */
export function someText(bytes: number, seed: number): string {
  const random = seeded(seed);
  let text = 'Off';
  while (text.length < bytes) text += ` ${WORDS[Math.floor(random() * WORDS.length)]}`;
  return text.slice(0, bytes).replace(/ $/, 's');
}

function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'text' in value && typeof value.text === 'string' ? [value.text] : [];
  return [...own, ...Object.values(value).flatMap(textsOf)];
}
