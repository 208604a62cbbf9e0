import type { Inputs } from './inputs.ts';
import { simulate, type Night, type Setting } from './simulate.ts';

/** How near something is to its limit: 1 is there. */
export type Load = { what: string; load: number };

/** What a night asks of each thing that can run out, the nearest to its limit first. */
export function loads({ limits }: Inputs, { cores, by }: Setting, night: Night): Load[] {
  const all: Load[] = [
    { what: 'the wait for an event', load: by === 'polls' ? 0 : night.worst / limits.delivered },
    { what: 'catching up', load: night.caughtUp / limits.caughtUp },
    { what: 'network', load: night.nodeOut / limits.network },
    { what: 'open files', load: night.streams / limits.files },
    { what: 'memory', load: night.memory / (limits.memory * cores) },
    { what: 'PostgreSQL', load: night.queries / limits.queries },
    { what: 'cores', load: by === 'polls' ? night.busiest : 0 },
  ];
  return all.toSorted((a, b) => b.load - a.load);
}

const holds = (inputs: Inputs, setting: Setting): boolean =>
  loads(inputs, setting, simulate(inputs, setting))[0]!.load <= 1;

/** The fewest nodes on which nothing runs out; two at least where there is more than one, for one may be killed. Null beyond `most`. */
export function nodesFor(inputs: Inputs, setting: Omit<Setting, 'nodes'>, most = 400): number | null {
  if (holds(inputs, { ...setting, nodes: 1 })) return 1;
  let [few, many] = [1, 2];
  while (!holds(inputs, { ...setting, nodes: many })) {
    if (many >= most) return null;
    few = many;
    many = Math.min(most, many * 2);
  }
  while (many - few > 1) {
    const middle = Math.floor((few + many) / 2);
    if (holds(inputs, { ...setting, nodes: middle })) many = middle;
    else few = middle;
  }
  return many;
}

/** The most readers with whom nothing runs out, to a hundredth. */
export function readersFor(inputs: Inputs, setting: Omit<Setting, 'readers'>): number {
  let [few, many] = [0, 1000];
  while (holds(inputs, { ...setting, readers: many }) && many < 1e8) [few, many] = [many, many * 2];
  while (many - few > many / 100) {
    const middle = (few + many) / 2;
    if (holds(inputs, { ...setting, readers: middle })) few = middle;
    else many = middle;
  }
  return Math.floor(few);
}

/** What a night costs, in the prices' currency. */
export function costOf({ prices, night }: Inputs, { nodes, cores }: Setting, { total }: Night): number {
  const machines = nodes * cores * night.hours * prices.coreHour;
  return (
    machines +
    total.node * prices.gigabyte +
    total.cdn * prices.cdnGigabyte +
    total.millions * prices.cdnMillion
  );
}
