import { crowd } from './peers/crowd.ts';
import { atMost, type Figure, type Scale } from './figures.ts';
import { each, ENTRANTS, inTurn, middle, OURS, right, type Name } from './race.ts';

/** Of an event's own words. */
const BYTES = 1200;
const EVENTS = 20;

/** An event a second to ten thousand readers, through the whole product, beside nginx with nchan and the least a kernel can do. */
export async function benchFanout(scale: Scale): Promise<Figure[]> {
  const told = await inTurn(
    ['floor', 'nchan', 'one', 'oneZipped', 'nchan2', 'two', 'twoZipped'],
    scale,
    (target, size) => crowd(target, { events: EVENTS, every: 1000, bytes: BYTES, ...size }),
  );
  const p99 = (name: Name): number => middle(told, name, (one) => one.p99);
  const cpu = (name: Name): number =>
    middle(told, name, ({ cpu: spent, delivered }) => (spent / delivered) * 1e6);
  const memory = (name: Name): number => middle(told, name, ({ kbAReaderAfter }) => kbAReaderAfter);
  return [
    ...right(told),
    ...each(told, 'p99 of deliveries', 'ms', p99),
    ...each(told, 'CPU a delivery', 'µs', cpu),
    ...each(told, 'memory a reader', 'KB', memory),
    ...OURS.map((name) =>
      atMost(`${ENTRANTS[name].name}: p99 ÷ nchan with one worker`, p99(name) / p99('nchan'), 0.7, 0.55),
    ),
    ...(['two', 'twoZipped'] as const).map((name) =>
      atMost(`${ENTRANTS[name].name}: p99 ÷ nchan with two workers`, p99(name) / p99('nchan2'), 0.75, 0.55),
    ),
    ...(['one', 'oneZipped'] as const).map((name) =>
      atMost(`${ENTRANTS[name].name}: CPU a delivery ÷ C floor`, cpu(name) / cpu('floor'), 1.5, 1.3),
    ),
    ...OURS.map((name) => atMost(`${ENTRANTS[name].name}: memory a reader`, memory(name), 16, 6, 'KB')),
  ];
}
