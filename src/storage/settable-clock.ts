import { instantOf, millisecondsOf, type Clock, type Instant } from '../domain/time.ts';
import type { Storage } from './storage.ts';
import type { ClockSetting } from './stores.ts';

/** The clock that tests set (`CLOCK`): it lies in storage, so that all threads, nodes and the command line share it. */
export type SettableClock = Clock & { set(now: Instant, running: boolean): Promise<void> };

/** Stands at `start` unless it was set before. */
export async function settableClock(storage: Storage, start: Instant): Promise<SettableClock> {
  let setting = (await storage.clock.get()) ?? { now: start, setAt: machine(), running: true };
  await storage.clock.set(setting);
  const reload = async (): Promise<void> => {
    setting = (await storage.clock.get()) ?? setting;
  };
  storage.bus.subscribe((wake) => {
    // A clock that cannot be read stays as it was; the next commit reads it again and fails aloud.
    if (!('storyId' in wake)) reload().catch(() => undefined);
  });
  return {
    now: () => reading(setting),
    async fresh() {
      await reload();
      return reading(setting);
    },
    async set(now, running) {
      setting = { now, setAt: machine(), running };
      await storage.clock.set(setting);
    },
  };
}

function reading({ now, setAt, running }: ClockSetting): Instant {
  return running ? instantOf(millisecondsOf(now) + Date.now() - millisecondsOf(setAt)) : now;
}

const machine = (): Instant => instantOf(Date.now());
