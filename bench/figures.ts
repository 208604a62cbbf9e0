/** One figure of a bench. `goal` and `stretch` are sentences; `reached` and `stretchReached` say whether this run met them. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  goal?: string;
  reached?: boolean;
  stretch?: string;
  stretchReached?: boolean;
};

/** What a bench is taken with: readers (or connections), and how often what it compares takes its turn. */
export type Scale = { readers: number; rounds: number };

/** The value below which the given share of the sorted samples lies. */
export function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (samples: number[]): number => percentile(samples, 0.5);

/** Of the middle half. Where every other sample is slower (a heap is collected in it), a median falls on either side by chance. */
export function midmean(samples: number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const outside = Math.floor(sorted.length / 4);
  const middle = sorted.slice(outside, sorted.length - outside);
  return middle.reduce((sum, sample) => sum + sample, 0) / middle.length;
}

type Judge = (value: number, bound: number) => boolean;
const judged =
  (sign: string, holds: Judge) =>
  /** A ratio (or, with a unit, a quantity), its goal, and what is reached for beyond it. */
  (name: string, value: number, goal: number, stretch: number, unit = '×'): Figure => ({
    name,
    value,
    unit,
    goal: `${sign} ${goal}`,
    reached: holds(value, goal),
    stretch: `${sign} ${stretch}`,
    stretchReached: holds(value, stretch),
  });

export const atMost = judged('≤', (value, bound) => value <= bound);
export const atLeast = judged('≥', (value, bound) => value >= bound);

/** What must not happen at all. */
export function nought(name: string, value: number): Figure {
  return { name, value, unit: '', goal: '0', reached: value === 0 };
}

export function figureLine({ name, value, unit, goal, reached, stretch, stretchReached }: Figure): string {
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
  const verdict = goal ? `  goal ${goal}: ${reached ? 'reached' : 'NOT reached'}` : '';
  const beyond = stretch ? `; stretch ${stretch}: ${stretchReached ? 'reached' : 'not reached'}` : '';
  return `${name.padEnd(68)} ${shown.padStart(9)} ${unit}${verdict}${beyond}`;
}
