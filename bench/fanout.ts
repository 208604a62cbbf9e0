import { crowd, storm, type CrowdSize, type StormTold, type Told } from './peers/crowd.ts';
import { floor, nchan, writethru, type Kind, type Target } from './peers/servers.ts';
import { median, type Figure } from './figures.ts';

/** Of each, in turn. */
const ROUNDS = 3;
const READERS = 10_000;
/** Bytes of an event. */
const SIZE = 1200;
const EVENTS = 20;
const BURST = 10;
const MISSED = 5;

const KINDS = {
  floor,
  nchan: nchan(1),
  nchan2: nchan(2),
  one: writethru(1),
  two: writethru(2),
} satisfies Record<string, Kind>;
type Name = keyof typeof KINDS;

/** Starts each in turn, round after round, with all its readers; all that was told of each. */
async function inTurn<T>(
  names: readonly Name[],
  run: (target: Target, size: CrowdSize) => Promise<T>,
): Promise<Map<Name, T[]>> {
  const told = new Map<Name, T[]>(names.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) {
      const { start, pinned } = KINDS[name];
      await using target = await start();
      told.get(name)!.push(await run(target, { readers: READERS, pinned, size: SIZE }));
    }
  }
  return told;
}

const middle = <T>(told: Map<Name, T[]>, name: Name, of: (one: T) => number): number =>
  median(told.get(name)!.map(of));

/** An event a second to ten thousand readers, through the whole product, beside nginx with nchan and the least a kernel can do. */
export async function benchFanout(): Promise<Figure[]> {
  const told = await inTurn(['floor', 'nchan', 'one', 'nchan2', 'two'], (target, size) =>
    crowd(target, { events: EVENTS, every: 1000, ...size }),
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
    atMost('one thread, p99 ÷ nchan with one worker', p99('one') / p99('nchan'), 0.7, 0.55),
    atMost('two threads, p99 ÷ nchan with one worker', p99('two') / p99('nchan'), 0.7, 0.55),
    atMost('two threads, p99 ÷ nchan with two workers', p99('two') / p99('nchan2'), 0.75, 0.55),
    atMost('one thread, CPU a delivery ÷ C floor', cpu('one') / cpu('floor'), 1.5, 1.3),
    atMost('two threads, memory a reader, KB', memory('two'), 16, 6),
  ];
}

/** Ten events at once. */
export async function benchBurst(): Promise<Figure[]> {
  const told = await inTurn(['floor', 'nchan', 'one', 'two'], (target, size) =>
    crowd(target, { events: BURST, every: 0, ...size }),
  );
  const p99 = (name: Name): number => middle(told, name, (one) => one.p99);
  return [
    ...right(told),
    ...each(told, 'p99 of deliveries', 'ms', p99),
    atMost('one thread, p99 ÷ nchan with one worker', p99('one') / p99('nchan'), 0.2, 0.1),
    atMost('two threads, p99 ÷ nchan with one worker', p99('two') / p99('nchan'), 0.2, 0.1),
  ];
}

/** Ten thousand drop, miss five events and come back at once. */
export async function benchStorm(): Promise<Figure[]> {
  const told = await inTurn(['nchan', 'one', 'two'], (target, size) => storm(target, MISSED, size));
  const all = (name: Name): number => middle(told, name, (one) => one.all);
  const cpu = (name: Name): number => middle(told, name, (one) => one.cpu);
  const left = (name: Name): number => Math.max(...told.get(name)!.map(missing));
  const ours = ['one', 'two'] as const;
  return [
    ...ours.map((name) =>
      nought(`${KINDS[name].name}: readers that did not catch up, or were refused`, left(name)),
    ),
    ...each(told, 'all caught up after', 'ms', all),
    ...each(told, 'CPU of the server', 's', cpu),
    atMost('two threads, all caught up ÷ nchan', all('two') / all('nchan'), 0.75, 0.5),
    atMost('two threads, CPU ÷ nchan', cpu('two') / cpu('nchan'), 1, 0.5),
    atMost('one thread, all caught up ÷ nchan', all('one') / all('nchan'), 0.75, 0.5),
    atMost('one thread, CPU ÷ nchan', cpu('one') / cpu('nchan'), 1, 0.5),
  ];
}

const missing = ({ readers, caughtUp, refused, notConnected, doubled }: StormTold): number =>
  readers - caughtUp + refused + notConnected + doubled;

/** That ours lost nothing and doubled nothing; a round that did is no measure of speed. */
function right(told: Map<Name, Told[]>): Figure[] {
  return (['one', 'two'] as const).flatMap((name) => {
    const sum = (of: (one: Told) => number): number => told.get(name)!.reduce((all, one) => all + of(one), 0);
    return [
      nought(
        `${KINDS[name].name}: events lost`,
        sum(({ lost, postsRefused }) => lost + postsRefused),
      ),
      nought(
        `${KINDS[name].name}: events doubled`,
        sum(({ doubled }) => doubled),
      ),
      nought(
        `${KINDS[name].name}: readers refused or dropped`,
        sum(({ refused, dropped }) => refused + dropped),
      ),
    ];
  });
}

const each = <T>(told: Map<Name, T[]>, name: string, unit: string, of: (name: Name) => number): Figure[] =>
  [...told.keys()].map((key) => ({ name: `${KINDS[key].name}: ${name}`, value: of(key), unit }));

const nought = (name: string, value: number): Figure => ({
  name,
  value,
  unit: '',
  goal: '0',
  reached: value === 0,
});

/** A ratio, its goal, and what is reached for beyond it. */
const atMost = (name: string, value: number, goal: number, stretch: number): Figure => ({
  name,
  value,
  unit: '',
  goal: `≤ ${goal} (then ≤ ${stretch})`,
  reached: value <= goal,
});
