/** One figure of a bench. `goal` is a sentence; `reached` says whether this run met it. */
export type Figure = { name: string; value: number; unit: string; goal?: string; reached?: boolean };

/** The value below which the given share of the sorted samples lies. */
export function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (samples: number[]): number => percentile(samples, 0.5);

export function figureLine({ name, value, unit, goal, reached }: Figure): string {
  const shown = Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
  const verdict = goal ? `  goal ${goal}: ${reached ? 'reached' : 'NOT reached'}` : '';
  return `${name.padEnd(58)} ${shown.padStart(9)} ${unit}${verdict}`;
}
