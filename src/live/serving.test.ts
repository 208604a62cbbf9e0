import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import type { Socket } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventMark } from '../domain/event.ts';
import { Feed, type Source } from './feed.ts';
import { Line } from './line.ts';
import { Reader } from './reader.ts';
import { Serving } from './serving.ts';

const STALLED = 60_000;

const source: Source = {
  idOf: ({ seq }) => seq,
  read: async () => [],
  build: async (marks) => ({
    frames: marks.map(({ seq }) => ({ id: seq, name: 'insert', data: {} })),
    over: false,
  }),
};

/** Readers of a story that nothing has happened in yet, what each was written, and a way to have something happen. */
function served(count: number) {
  const feed = new Feed(source, 0);
  const readers = new Set<Reader>();
  const written = Array.from({ length: count }, (): string[] => []);
  for (const writes of written) {
    const write = (bytes: Buffer): boolean => writes.push(bytes.toString()) > 0;
    const socket = Object.assign(new EventEmitter(), { write });
    readers.add(new Reader(feed, new Line(socket as unknown as Socket, 'plain'), 0, STALLED));
  }
  const serving = new Serving(feed, readers);
  let seq = 0;
  return {
    written,
    happen() {
      seq += 1;
      feed.append([{ seq } as EventMark]);
      serving.serve();
    },
    async allHave(events: number) {
      for (const until = Date.now() + 5000; Date.now() < until; await pause(5))
        if (written.every((writes) => ids(writes).length >= events)) return;
      assert.fail('not all were served');
    },
  };
}

const ids = (writes: string[]): number[] =>
  [...writes.join('').matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

test('a burst reaches every reader whole and in order, in fewer writes than it has events', async () => {
  const { written, happen, allHave } = served(1500);
  for (let event = 1; event <= 10; event += 1) {
    happen();
    await pause(2);
  }
  await allHave(10);
  const all = Array.from({ length: 10 }, (_, index) => index + 1);
  for (const writes of written) assert.deepEqual(ids(writes), all);
  const writes = written.reduce((sum, each) => sum + each.length, 0);
  assert.ok(writes < 5 * written.length, `${writes} writes`);
});

test('who missed a whole night is sent it block by block, a turn each: whoever else waits is answered between', async () => {
  const feed = new Feed(source, 0);
  feed.append(Array.from({ length: 640 }, (_, index) => ({ seq: index + 1 }) as EventMark));
  const writes: string[] = [];
  let turns = 0;
  const between = new Set<number>();
  const write = (bytes: Buffer): boolean => {
    between.add(turns);
    return writes.push(bytes.toString()) > 0;
  };
  const socket = Object.assign(new EventEmitter(), { write });
  new Reader(feed, new Line(socket as unknown as Socket, 'plain'), 0, STALLED).pump();
  for (; turns < 1000 && ids(writes).length < 640; turns += 1)
    await new Promise((resolve) => setImmediate(resolve));
  assert.equal(ids(writes).length, 640);
  assert.ok(between.size >= writes.length - 1, `${writes.length} blocks in ${between.size} turns`);
});

test('events that never cease keep no reader waiting for their end', async () => {
  const { written, happen, allHave } = served(1500);
  const events = 100;
  for (let event = 1; event <= events; event += 1) {
    happen();
    await pause(5);
  }
  const fewest = Math.min(...written.map((writes) => ids(writes).length));
  assert.ok(fewest >= events / 2, `somebody had ${fewest} of ${events} while it went on`);
  await allHave(events);
  const all = Array.from({ length: events }, (_, index) => index + 1);
  for (const writes of written) assert.deepEqual(ids(writes), all);
});
