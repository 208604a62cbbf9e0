import type { Bus } from '../bus.ts';
import { writePlan, type WriteName } from '../engine.ts';
import type { Sql } from '../plan.ts';
import type { CommitResult } from '../storage.ts';
import type { Connection } from './connection.ts';

/** How often the writer looks whether another process (a CLI command) has committed, ms. */
const WATCH_EVERY = 250;

/** Runs a write and wakes whoever follows the logs. */
export function writeAndWake(
  connection: Connection,
  sql: Sql,
  bus: Bus,
  name: WriteName,
  args: unknown[],
): unknown {
  const result = connection.write(writePlan(sql, name, args));
  if (name === 'commit') wakeAfter(result as CommitResult, bus);
  if (name === 'setClock') bus.publish({ clock: true });
  return result;
}

function wakeAfter(result: CommitResult, bus: Bus): void {
  if (result.type !== 'committed') return;
  const heads = new Map(result.events.map((event) => [event.storyId, event.seq]));
  for (const [storyId, seq] of heads) bus.publish({ storyId, seq });
}

/** SQLite does not notify across processes: the writer looks, and wakes everyone when something changed. Returns what ends it. */
export function watchOtherProcesses(connection: Connection, bus: Bus): () => void {
  let seen = connection.dataVersion();
  const look = (): void => {
    const now = connection.dataVersion();
    if (now === seen) return;
    seen = now;
    bus.publish({ missed: true });
  };
  const timer = setInterval(() => {
    try {
      look();
    } catch {
      // A disk in trouble is told to whoever reads or writes; the next look may succeed.
    }
  }, WATCH_EVERY);
  timer.unref();
  return () => clearInterval(timer);
}
