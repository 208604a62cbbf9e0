import type { Seen } from './in-the-page.ts';

/** From one instant to another, ms. */
export type Window = { from: number; to: number };

/** From each key to the other's screen, ms: of keys pressed while the line of both was whole. */
export function latencies(letters: string, writer: Seen, other: Seen, broken: Window[]): number[] {
  const stood = other.stood[letters] ?? [];
  return writer.keys.flatMap((key, count) => {
    const came = stood[count];
    if (came === undefined || broken.some(({ from, to }) => came >= from && key <= to)) return [];
    return [came - key];
  });
}

export const quantile = (sorted: number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
