import { seeded } from '../../test/support/seeded.ts';
import { Cores } from './cores.ts';
import type { Inputs } from './inputs.ts';

/** Who reads by what, on how much. */
export type Setting = {
  /** Open pages at the height of the night. */
  readers: number;
  nodes: number;
  /** Of each node. */
  cores: number;
  /** What of a core is ours: less where something else runs there. */
  share?: number;
  /** Whether pages come by a CDN. */
  cdn: boolean;
  /** How pages hear of what happens: by a stream each, or by asking `events.json` through the CDN. */
  by: 'streams' | 'polls';
};

export type Night = {
  /** How long 99 of 100 readers wait for an event: at the median of events, and of the worst; ms. */
  typical: number;
  worst: number;
  /** From when a node is killed until its readers have all caught up, s. */
  caughtUp: number;
  /** The busiest second of a node's cores, 0 to 1. */
  busiest: number;
  /** Gbit a second out of a node, and out of the CDN, in the busiest second. */
  nodeOut: number;
  cdnOut: number;
  /** Streams of a node at the most. */
  streams: number;
  /** GB of a node. */
  memory: number;
  /** Questions PostgreSQL is asked in the busiest second. */
  queries: number;
  /** Requests a second at the CDN. */
  asked: number;
  /** GB in all, of nodes and of the CDN; millions of requests at the CDN. */
  total: { node: number; cdn: number; millions: number };
};

const STEP = 0.02;
const BEAT = 25;
/** After so long what began in a storm is over; the rest of a minute is as the minute before, s. */
const LOOKED_AT = 240;

/**
 * Runs the heights of a night, in steps of 20 ms: readers come all at once, events follow, ten at a time; a node is killed and
 * its readers come back to the others. The quiet hours between are reckoned, for nothing waits there.
 */
export function simulate(inputs: Inputs, setting: Setting, seed = 1): Night {
  const { cpu, bytes, night, cdn, limits } = inputs;
  const { readers, nodes, cores, share = 1, by } = setting;
  const random = seeded(seed);
  const node = new Cores(cores * share, cpu.perDelivery / 1e6);
  const mine = by === 'streams' ? readers / nodes : 0;
  const came = 0.25 * readers;
  const perSecond = { out: 0, cdn: 0, used: 0, asked: 0 };
  const most = { out: 0, cdn: 0, used: 0, asked: 0 };
  let open = mine * 0.75;
  let caughtUp = 0;
  let killed = -1;
  const events = eventsOf(inputs, random);
  const killAt = 150;
  const leaving = 1 / (night.stay * 60);

  for (let tick = 0; tick * STEP < LOOKED_AT; tick += 1) {
    const now = tick * STEP;
    // A quarter comes within a minute; whoever leaves is replaced, and some load the page again.
    const rushing = now < night.arriveWithin ? came / night.arriveWithin : 0;
    const loads = (rushing + readers * (leaving + night.reload / 60)) * STEP;
    const ours = setting.cdn ? Math.min(loads, fromPlaces(inputs, loads)) : loads;
    node.take((ours / nodes) * (cpu.perPage / 1e6));
    perSecond.out += (ours / nodes) * bytes.perPage;
    if (setting.cdn) {
      perSecond.cdn += loads * bytes.perPage;
      perSecond.asked += loads;
    }
    if (by === 'streams') {
      const opening = loads / nodes;
      node.take(opening * (cpu.perOpening / 1e6));
      open = Math.min(mine, open + (rushing / nodes) * STEP);
      perSecond.out += (open / BEAT) * STEP * bytes.perBeat;
    } else {
      const polls = (readers / cdn.pollEvery) * STEP;
      perSecond.asked += polls;
      perSecond.cdn += polls * bytes.perPoll;
      const reaching = Math.min(polls, (cdn.places / cdn.heldFor) * STEP) / nodes;
      node.take(reaching * (cpu.perPoll / 1e6));
      perSecond.out += reaching * bytes.perPoll;
    }
    if (nodes > 1 && by === 'streams' && killed < 0 && now >= killAt) {
      killed = now;
      // Browsers come back after one to five seconds: here at once, which is the worst.
      node.take((mine / (nodes - 1)) * (cpu.perOpening / 1e6));
      open += mine / (nodes - 1);
    }
    for (const at of events.filter((one) => one > now - STEP && one <= now)) {
      node.take(cpu.perPost / 1e6 / nodes);
      if (by === 'streams') node.happen(at, open);
      // The worst second is one in which an event is written to all; what is written is joined.
      perSecond.out += by === 'streams' ? open * bytes.perEvent : 0;
      if (by === 'polls') perSecond.cdn += readers * bytes.perEvent * STEP;
    }
    const before = node.used;
    node.go(now + STEP, STEP);
    perSecond.used += node.used - before;
    if (killed >= 0 && caughtUp === 0 && node.backlog < 1e-6) caughtUp = now + STEP - killed;
    if ((tick + 1) % (1 / STEP) !== 0) continue;
    for (const name of ['out', 'cdn', 'used', 'asked'] as const) {
      most[name] = Math.max(most[name], perSecond[name]);
      perSecond[name] = 0;
    }
  }
  const delays = node.delays.map((one) => one * 1000 + cpu.beforeDelivery).toSorted((a, b) => a - b);
  const unfinished = by === 'streams' && node.delays.length < events.length;
  // A page asks within five seconds, and may be given what the place held for another.
  const asked = (cdn.pollEvery * 0.99 + cdn.heldFor) * 1000 + cpu.beforeDelivery;
  return {
    typical: by === 'polls' ? asked : (delays[Math.floor(delays.length / 2)] ?? Infinity),
    worst: by === 'polls' ? asked : unfinished ? Infinity : (delays.at(-1) ?? Infinity),
    caughtUp: by === 'polls' || nodes === 1 ? 0 : caughtUp || Infinity,
    busiest: most.used / (cores * share),
    nodeOut: (most.out * 8) / 1e9,
    cdnOut: (most.cdn * 8) / 1e9,
    streams: nodes > 1 ? mine * (nodes / (nodes - 1)) : mine,
    memory: (inputs.memory.perNode + (mine * inputs.memory.perReader) / 1024) / 1024,
    queries: night.burst * nodes * cores * limits.queriesPerEvent,
    asked: most.asked,
    total: totals(inputs, setting),
  };
}

/** Each place of a CDN asks once a second, however many come to it. */
function fromPlaces({ cdn }: Inputs, loads: number): number {
  return Math.max(loads * (1 - cdn.hits), Math.min(loads, (cdn.places / cdn.heldFor) * STEP));
}

/** When something happens, s: as often as on a busy night, and twice ten at once. */
function eventsOf({ night }: Inputs, random: () => number): number[] {
  const single = Array.from({ length: 8 }, (_, at) => 10 + at * 28 + random() * 4);
  const bursts = [70, 200].flatMap((from) => Array.from({ length: night.burst }, () => from + random()));
  return [...single, ...bursts].toSorted((a, b) => a - b);
}

/** Of the whole night, at three fifths of its height on average. */
function totals({ bytes, night, cdn }: Inputs, { readers, cdn: isBehind, by }: Setting): Night['total'] {
  const present = readers * 0.6;
  const seconds = night.hours * 3600;
  const loads = present * seconds * (1 / (night.stay * 60) + night.reload / 60);
  const events = (night.eventsPerHour + night.burst) * night.hours;
  const streamed =
    by === 'streams' ? present * (events * bytes.perEvent + (seconds / BEAT) * bytes.perBeat) : 0;
  const polls = by === 'polls' ? (present * seconds) / cdn.pollEvery : 0;
  const pages = loads * bytes.perPage;
  const polled = polls * bytes.perPoll + (by === 'polls' ? present * events * bytes.perEvent : 0);
  return {
    node: (streamed + (isBehind ? pages * (1 - cdn.hits) : pages)) / 1e9,
    cdn: ((isBehind ? pages : 0) + polled) / 1e9,
    millions: ((isBehind ? loads : 0) + polls) / 1e6,
  };
}
