import type { Migrated } from './storage/migrations.ts';

/** How often it is looked whether the older nodes are gone, ms. */
const LOOK_EVERY = 30_000;

type Log = Record<'info' | 'warn', (what: object, words: string) => void>;

/** Runs the scripts that wait for older nodes once those are gone: `migrate` tries, again and again. Returns what stops it. */
export function migrateLater(
  migrate: () => Promise<Migrated>,
  waiting: string[],
  log: Log,
  every = LOOK_EVERY,
): () => void {
  let left = waiting;
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const look = async (): Promise<void> => {
    const { waiting: still } = await migrate();
    if (still.length < left.length) log.info({ left: still }, 'scripts that waited for older nodes were run');
    left = still;
  };
  const inAWhile = (): void => {
    if (isStopped || left.length === 0) return;
    timer = setTimeout(() => {
      look()
        .catch((error: unknown) => log.warn({ err: error, left }, 'scripts that wait could not be run'))
        .finally(inAWhile);
    }, every);
    timer.unref();
  };
  if (left.length > 0) log.info({ left }, 'scripts wait until no older node runs');
  inAWhile();
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
