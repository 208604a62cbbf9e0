import { migrateStorage } from './app.ts';
import type { Config } from './config.ts';
import { createLog } from './ops/log.ts';

/** How often it is looked whether the older nodes are gone, ms. */
const LOOK_EVERY = 30_000;

/** Runs the scripts that wait for older nodes once those are gone. Returns what stops it. */
export function migrateLater(config: Config, waiting: string[]): () => void {
  const log = createLog(config.logLevel);
  let left = waiting;
  const look = async (): Promise<void> => {
    const migrated = await migrateStorage(config);
    if (migrated.waiting.length < left.length)
      log.info({ left: migrated.waiting }, 'scripts that waited for older nodes were run');
    left = migrated.waiting;
    if (left.length === 0) clearInterval(timer);
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => log.warn({ err: error, left }, 'scripts that wait could not be run'));
  }, LOOK_EVERY);
  timer.unref();
  if (left.length === 0) clearInterval(timer);
  else log.info({ left }, 'scripts wait until no older node runs');
  return () => clearInterval(timer);
}
