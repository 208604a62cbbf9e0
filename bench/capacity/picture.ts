import type { Inputs } from './inputs.ts';
import { nodesFor, costOf } from './limits.ts';
import { simulate, type Setting } from './simulate.ts';
import { thousands } from './table.ts';

const READERS = [1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000];
const WAYS = [
  { by: 'streams', name: 'streams', dash: '' },
  { by: 'polls', name: 'asking the CDN', dash: ' stroke-dasharray="6 4"' },
] as const;

type Point = { readers: number; nodes: number; cost: number };

/** The fewest nodes of four cores, and what the night costs on them, for so many readers. */
export function points(inputs: Inputs, by: Setting['by']): Point[] {
  return READERS.flatMap((readers) => {
    const setting = { readers, cores: 4, cdn: true, by };
    const nodes = nodesFor(inputs, setting);
    if (nodes === null) return [];
    const whole = { ...setting, nodes };
    return [{ readers, nodes, cost: costOf(inputs, whole, simulate(inputs, whole)) }];
  });
}

const WIDTH = 750;
const HEIGHT = 330;
const PANEL = { width: 280, height: 220, top: 50 };

/** One panel of two: `value` over readers, both by powers of ten. */
function panel(
  left: number,
  title: string,
  lines: { name: string; dash: string; at: [number, number][] }[],
): string {
  const values = lines.flatMap(({ at }) => at.map(([, value]) => value));
  const low = Math.floor(Math.log10(Math.min(...values)));
  const top = Math.ceil(Math.log10(Math.max(10, ...values))) - low;
  const x = (readers: number): number => left + ((Math.log10(readers) - 3) / 3) * PANEL.width;
  const y = (value: number): number =>
    PANEL.top + PANEL.height - ((Math.log10(value) - low) / top) * PANEL.height;
  const grid = Array.from({ length: top + 1 }, (_, power) => {
    const at = y(10 ** (power + low)).toFixed(1);
    return `<path class="grid" d="M${left} ${at}h${PANEL.width}"/><text x="${left - 6}" y="${at}" dy="4" text-anchor="end">${(10 ** (power + low)).toLocaleString('en')}</text>`;
  });
  const below = [1_000, 10_000, 100_000, 1_000_000].map(
    (readers) =>
      `<text x="${x(readers).toFixed(1)}" y="${PANEL.top + PANEL.height + 18}" text-anchor="middle">${thousands(readers)}</text>`,
  );
  const drawn = lines.map(({ name, dash, at }) => {
    const path = at.map(([readers, value]) => `${x(readers).toFixed(1)} ${y(value).toFixed(1)}`).join('L');
    const [readers, value] = at.at(-1) ?? [1000, 1];
    return `<path class="line" d="M${path}"${dash}/><text x="${x(readers).toFixed(1)}" y="${(y(value) - 8).toFixed(1)}" text-anchor="end">${name}</text>`;
  });
  return `<text class="title" x="${left}" y="28">${title}</text>${[...grid, ...below, ...drawn].join('')}`;
}

/** Readers against nodes, and against what a night costs, as SVG. */
export function picture(inputs: Inputs): string {
  const ways = WAYS.map((way) => ({ ...way, points: points(inputs, way.by) }));
  const lines = (value: (point: Point) => number) =>
    ways.map(({ name, dash, points: of }) => ({
      name,
      dash,
      at: of.map((point): [number, number] => [point.readers, value(point)]),
    }));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="Readers against nodes, and against the cost of a night"><style>text{font:12px sans-serif;fill:#333}.title{font-weight:bold}.grid{stroke:#ccc;fill:none}.line{stroke:#0b5a4a;stroke-width:2;fill:none}</style><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>${panel(
    60,
    'nodes of four cores',
    lines(({ nodes }) => nodes),
  )}${panel(
    420,
    'cost of a night',
    lines(({ cost }) => cost),
  )}<text x="360" y="${HEIGHT - 10}" text-anchor="middle">open pages at the height of the night</text></svg>\n`;
}
