import { crowd } from './peers/crowd.ts';
import { atMost, type Figure, type Scale } from './figures.ts';
import { each, ENTRANTS, inTurn, middle, OURS, right, type Name } from './race.ts';

/** Of an event's own words. */
const BYTES = 1200;
const EVENTS = 10;

/** Ten events at once. */
export async function benchBurst(scale: Scale): Promise<Figure[]> {
  const told = await inTurn(['floor', 'nchan', ...OURS], scale, (target, size) =>
    crowd(target, { events: EVENTS, every: 0, bytes: BYTES, ...size }),
  );
  const p99 = (name: Name): number => middle(told, name, (one) => one.p99);
  return [
    ...right(told),
    ...each(told, 'p99 of deliveries', 'ms', p99),
    ...OURS.map((name) =>
      atMost(`${ENTRANTS[name].name}: p99 ÷ nchan with one worker`, p99(name) / p99('nchan'), 0.2, 0.1),
    ),
  ];
}
