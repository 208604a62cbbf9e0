import { storm, type StormTold } from './peers/crowd.ts';
import { atMost, nought, type Figure, type Scale } from './figures.ts';
import { each, ENTRANTS, inTurn, middle, OURS, type Name } from './race.ts';

/** Of an event's own words. */
const BYTES = 1200;
const MISSED = 5;

/** Ten thousand drop, miss five events and come back at once. */
export async function benchStorm(scale: Scale): Promise<Figure[]> {
  const told = await inTurn(['nchan', ...OURS], scale, (target, size) =>
    storm(target, MISSED, { bytes: BYTES, ...size }),
  );
  const all = (name: Name): number => middle(told, name, (one) => one.all);
  const cpu = (name: Name): number => middle(told, name, (one) => one.cpu);
  return [
    // Nor is a round in which nchan left readers behind a measure of speed.
    ...[...told.keys()].map((name) =>
      nought(
        `${ENTRANTS[name].name}: readers that did not catch up, or were refused`,
        Math.max(...told.get(name)!.map(missing)),
      ),
    ),
    ...each(told, 'all caught up after', 'ms', all),
    ...each(told, 'CPU of the server', 's', cpu),
    ...OURS.flatMap((name) => [
      atMost(`${ENTRANTS[name].name}: all caught up ÷ nchan`, all(name) / all('nchan'), 0.75, 0.5),
      atMost(`${ENTRANTS[name].name}: CPU ÷ nchan`, cpu(name) / cpu('nchan'), 1, 0.5),
    ]),
  ];
}

const missing = ({ readers, caughtUp, refused, notConnected, doubled, broken }: StormTold): number =>
  readers - caughtUp + refused + notConnected + doubled + broken;
