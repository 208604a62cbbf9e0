import type { Inputs } from './inputs.ts';
import { costOf, loads, readersFor } from './limits.ts';
import { simulate, type Setting } from './simulate.ts';

export type Scenario = { name: string; setting: Setting };

/** What is looked at: a machine, ten behind a CDN, and a million readers two ways. */
export const SCENARIOS: Scenario[] = [
  { name: 'one node, 2 cores', setting: { readers: 10_000, nodes: 1, cores: 2, cdn: false, by: 'streams' } },
  {
    name: 'ten nodes of 4 cores, CDN',
    setting: { readers: 200_000, nodes: 10, cores: 4, cdn: true, by: 'streams' },
  },
  {
    name: 'a million streams',
    setting: { readers: 1_000_000, nodes: 40, cores: 4, cdn: true, by: 'streams' },
  },
  {
    name: 'a million who ask the CDN',
    setting: { readers: 1_000_000, nodes: 2, cores: 2, cdn: true, by: 'polls' },
  },
];

export const thousands = (value: number): string => Math.round(value).toLocaleString('en');
const ms = (value: number): string => (value === Infinity ? 'never' : `${thousands(value)} ms`);
const few = (value: number): string => (value >= 10 ? thousands(value) : value.toFixed(2));

/** One scenario, line by line. */
export function described(inputs: Inputs, { name, setting }: Scenario): [string, string][] {
  const night = simulate(inputs, setting);
  const [first] = loads(inputs, setting, night);
  return [
    ['', name],
    ['open pages at the height', thousands(setting.readers)],
    ['99 of 100 have an event after, usually', ms(night.typical)],
    ['… and at the worst (ten at once, a storm)', ms(night.worst)],
    ['a node is killed: all caught up after', setting.nodes > 1 ? `${few(night.caughtUp)} s` : '–'],
    ['cores, busiest second', `${Math.round(night.busiest * 100)} %`],
    ['out of a node, busiest second', `${few(night.nodeOut)} Gbit`],
    ['out of the CDN, busiest second', setting.cdn ? `${few(night.cdnOut)} Gbit` : '–'],
    ['requests a second at the CDN', setting.cdn ? thousands(night.asked) : '–'],
    ['streams of a node, one being killed', thousands(night.streams)],
    ['memory of a node', `${few(night.memory)} GB`],
    ['queries a second at PostgreSQL, ten at once', thousands(night.queries)],
    ['nearest to its limit', `${first!.what}, ${Math.round(first!.load * 100)} %`],
    [
      'open pages until something runs out',
      setting.by === 'polls' ? 'as many as the CDN takes' : thousands(readersFor(inputs, setting)),
    ],
    ['out in all', `${thousands(night.total.node)} GB, CDN ${thousands(night.total.cdn)} GB`],
    ['the night costs', few(costOf(inputs, setting, night))],
  ];
}

const line = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** All scenarios beside each other, as Markdown. */
export function table(inputs: Inputs, scenarios = SCENARIOS): string {
  const columns = scenarios.map((scenario) => described(inputs, scenario));
  const rows = columns[0]!.map(([label], row) => [label, ...columns.map((column) => column[row]![1])]);
  const [head = [], ...rest] = rows;
  return [line(head), line(head.map(() => '---')), ...rest.map(line)].join('\n');
}

/** A point that was measured, beside what is reckoned for it. */
export function validated(inputs: Inputs): string {
  const { readers, cores, share, p99, source } = inputs.measured;
  const night = simulate(inputs, { readers, nodes: 1, cores, share, cdn: false, by: 'streams' });
  const off = (night.typical / p99 - 1) * 100;
  const sign = off < 0 ? '−' : '+';
  return `Measured: ${thousands(readers)} readers on ${cores} cores, p99 ${p99} ms (${source}). Reckoned: ${ms(night.typical)}, ${sign}${Math.abs(Math.round(off))} %.`;
}
