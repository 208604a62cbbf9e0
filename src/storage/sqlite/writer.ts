import type { Bus } from '../bus.ts';
import { wakesAfter, writePlan, type WriteName } from '../engine.ts';
import type { Sql } from '../plan.ts';
import type { Connection } from './connection.ts';

/** How often the writer looks whether another process (a CLI command) has committed, ms. */
const WATCH_EVERY = 250;

/** Runs a write. `wake` tells whoever follows the logs: called after the answer, which should not wait for it. */
export function write(
  connection: Connection,
  sql: Sql,
  bus: Bus,
  name: WriteName,
  args: unknown[],
): { result: unknown; wake: () => void } {
  const result = connection.write(writePlan(sql, name, args));
  return {
    result,
    wake() {
      for (const wake of wakesAfter(name, args, result)) bus.publish(wake);
    },
  };
}

/**
 * What a writer does beside writing: SQLite does not notify across processes, so it looks, and wakes everyone when
 * something changed; and it moves the log of a burst into the database file once the burst is over,
 * for a checkpoint inside a commit would make that commit wait. Returns what ends it.
 */
export function keepWatch(connection: Connection, bus: Bus): () => void {
  let seen = connection.dataVersion();
  let moved = connection.writes();
  let before = moved;
  const look = (): void => {
    const now = connection.dataVersion();
    if (now === seen) return;
    seen = now;
    bus.publish({ missed: true });
  };
  const tidy = (): void => {
    const writes = connection.writes();
    const resting = writes === before;
    before = writes;
    if (!resting || writes === moved) return;
    connection.checkpoint();
    moved = writes;
  };
  const timer = setInterval(() => {
    try {
      look();
      tidy();
    } catch {
      // A disk in trouble is told to whoever reads or writes; the next look may succeed.
    }
  }, WATCH_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
