import type { DraftConnection } from '../net/draft-connection.ts';
import { flushAll, openConnections } from '../net/open-connections.ts';
import { device } from './device.ts';

export type Unsent = {
  /** Drafts and filings of a person that are on this device alone. */
  kept: number;
  /** Drafts open in this tab whose words are saved nowhere. */
  nowhere: DraftConnection[];
};

/** How long words that are being saved are waited for, ms. */
const PATIENCE = 3000;

/** What would not be with the newsroom if one left now. */
export async function unsentOf(personId: string): Promise<Unsent> {
  const open = openConnections();
  await Promise.race([
    Promise.all(open.map(saved)),
    new Promise<void>((resolve) => setTimeout(resolve, PATIENCE)),
  ]);
  await flushAll();
  return { kept: await keptOf(personId).catch(() => 0), nowhere: savedNowhere() };
}

/** Drafts open in this tab whose words neither the newsroom nor this device could take. */
export const savedNowhere = (): DraftConnection[] =>
  openConnections().filter(({ standing }) => standing.get().state === 'not-kept');

function saved({ standing }: DraftConnection): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (standing.get().state === 'saving') return;
      stop();
      resolve();
    };
    const stop = standing.listen(look);
    look();
  });
}

async function keptOf(personId: string): Promise<number> {
  const store = await device();
  const queue = (await store.getAll('queue')).filter((item) => item.personId === personId);
  const filed = new Set(queue.map(({ draftId }) => draftId));
  const drafts = await store.getAllFromIndex('drafts', 'person', personId);
  return queue.length + drafts.filter(({ unsaved, draftId }) => unsaved && !filed.has(draftId)).length;
}
