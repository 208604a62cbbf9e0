import type { Coding, CrowdSize, Told } from './peers/crowd.ts';
import { floor, nchan, writethru, type Kind, type Target } from './peers/servers.ts';
import { median, nought, type Figure, type Scale } from './figures.ts';

type Entrant = { name: string; kind: Kind; coding: Coding };

const peer = (kind: Kind): Entrant => ({ name: kind.name, kind, coding: 'identity' });
const ours = (threads: 1 | 2, coding: Coding): Entrant => {
  const kind = writethru(threads);
  return { name: `${kind.name}, ${coding}`, kind, coding };
};

/** Peers send their events as they are; ours are measured so beside them, and as browsers ask for them. */
export const ENTRANTS = {
  floor: peer(floor),
  nchan: peer(nchan(1)),
  nchan2: peer(nchan(2)),
  one: ours(1, 'identity'),
  two: ours(2, 'identity'),
  oneZipped: ours(1, 'gzip'),
  twoZipped: ours(2, 'gzip'),
} satisfies Record<string, Entrant>;
export type Name = keyof typeof ENTRANTS;
export const OURS = ['one', 'two', 'oneZipped', 'twoZipped'] as const;

/** Starts each in turn, round after round, with all its readers; all that was told of each. */
export async function inTurn<T>(
  names: readonly Name[],
  { readers, rounds }: Scale,
  run: (target: Target, size: CrowdSize) => Promise<T>,
): Promise<Map<Name, T[]>> {
  const told = new Map<Name, T[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const { kind, coding } = ENTRANTS[name];
      await using target = await kind.start();
      told.get(name)!.push(await run(target, { readers, pinned: kind.pinned, coding }));
    }
  }
  return told;
}

export const middle = <T>(told: Map<Name, T[]>, name: Name, of: (one: T) => number): number =>
  median(told.get(name)!.map(of));

/** Of all rounds of one. */
const sum = <T>(told: Map<Name, T[]>, name: Name, of: (one: T) => number): number =>
  told.get(name)!.reduce((all, one) => all + of(one), 0);

const lost = (one: Told): number => one.lost + one.postsRefused + one.broken;
const doubled = (one: Told): number => one.doubled;
const sentAway = (one: Told): number => one.refused + one.dropped;
const wrong = (one: Told): number => lost(one) + doubled(one) + sentAway(one);

/** That ours lost nothing and doubled nothing; a round that did is no measure of speed, nor is one in which a peer did. */
export function right(told: Map<Name, Told[]>): Figure[] {
  const peers = [...told.keys()].filter((name) => !(OURS as readonly Name[]).includes(name));
  return [
    nought(
      'peers: events lost or doubled, readers refused or dropped',
      peers.reduce((all, name) => all + sum(told, name, wrong), 0),
    ),
    ...OURS.flatMap((name) => [
      nought(`${ENTRANTS[name].name}: events lost or not readable`, sum(told, name, lost)),
      nought(`${ENTRANTS[name].name}: events doubled`, sum(told, name, doubled)),
      nought(`${ENTRANTS[name].name}: readers refused or dropped`, sum(told, name, sentAway)),
    ]),
  ];
}

export const each = <T>(
  told: Map<Name, T[]>,
  name: string,
  unit: string,
  of: (name: Name) => number,
): Figure[] =>
  [...told.keys()].map((key) => ({ name: `${ENTRANTS[key].name}: ${name}`, value: of(key), unit }));
