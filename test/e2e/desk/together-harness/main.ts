import { holdDraft } from '../../../../src/desk/console/net/open-drafts.ts';
import type { DraftConnection } from '../../../../src/desk/console/net/draft-connection.ts';
import type { Beginning } from '../../../../src/desk/console/offline/kept-draft.ts';
import { enqueue } from '../../../../src/desk/console/offline/enqueue.ts';
import {
  openQueue,
  queueItems,
  removeItem,
  retryItem,
  sendNow,
  type Filing,
} from '../../../../src/desk/console/offline/queue.ts';

const open = new Map<string, DraftConnection>();

/** What a test does with the console's parts, without the console round them. */
const together = {
  async open(draftId: string, personId: string, beginning?: Beginning) {
    const how = { person: { id: personId }, ...(beginning && { beginning }) };
    const { connection } = holdDraft(draftId, how);
    open.set(draftId, connection);
    await new Promise<void>((resolve) => {
      const look = (): void => {
        if (connection.standing.get().loaded) resolve();
      };
      connection.standing.listen(look);
      look();
    });
  },
  types(draftId: string, words: string) {
    const title = open.get(draftId)!.doc.getText('title');
    title.insert(title.length, words);
  },
  title: (draftId: string) => open.get(draftId)!.doc.getText('title').toJSON(),
  standing: (draftId: string) => open.get(draftId)!.standing.get(),
  flush: (draftId: string) => open.get(draftId)!.flush(),
  openQueue,
  file: (filing: Filing, personId: string) => enqueue([filing], personId),
  items: () =>
    queueItems
      .get()
      .map(({ key, label, state, reason, filedAt }) => ({ key, label, state, reason, filedAt })),
  retryItem,
  removeItem,
  sendNow,
};

declare global {
  interface Window {
    together: typeof together;
  }
}
window.together = together;
