/** A colour as `#rrggbb`, lower case. */
export type Colour = string;

/** Reads `#rrggbb`; null where it is none. */
export function checkColour(text: string): Colour | null {
  return /^#[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : null;
}

/** Relative luminance, 0 to 1 (WCAG 2.2, glossary). */
export function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => linear(channel / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2, glossary). */
export function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** So much of `other` (0 to 1) in a colour, channel by channel, as CSS mixes in sRGB. */
export function mix(colour: Colour, other: Colour, share: number): Colour {
  const added = channels(other);
  const mixed = channels(colour).map((channel, at) => channel * (1 - share) + (added[at] ?? 0) * share);
  return `#${mixed.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

const STEPS = 20;

/** The colour, with as little of `ink` as it takes to stand out from every ground by `ratio`; `ink` itself where nothing less does. */
export function legible(colour: Colour, ink: Colour, grounds: readonly Colour[], ratio: number): Colour {
  for (let step = 0; step < STEPS; step += 1) {
    const tried = mix(colour, ink, step / STEPS);
    if (grounds.every((ground) => contrast(tried, ground) >= ratio)) return tried;
  }
  return ink;
}

function channels(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
