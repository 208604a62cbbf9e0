import type { DraftConnection } from '../../../net/draft-connection.ts';

/** How long the newsroom may take to have every word, ms, before the draft goes into the queue instead. */
const PATIENCE = 5000;

/** Whether the newsroom has every word of a draft, waiting a little for those on their way. */
export function whenSaved({ standing }: Pick<DraftConnection, 'standing'>): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const look = (): void => {
    const { state } = standing.get();
    if (state === 'saved') end(true);
    if (state === 'offline' || state === 'closed' || state === 'read-only') end(state === 'closed');
  };
  const end = (saved: boolean): void => {
    clearTimeout(timer);
    stop();
    resolve(saved);
  };
  const timer = setTimeout(() => end(false), PATIENCE);
  const stop = standing.listen(look);
  look();
  return promise;
}
