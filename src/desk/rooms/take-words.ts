import * as Y from 'yjs';
import type { Newsroom } from '../../commands/perform.ts';
import type { Draft, OpenStatus } from '../../domain/desk/draft.ts';
import { draftAtHead } from '../draft-at-head.ts';
import { LONGEST_DRAFT } from '../shared/room-wire.ts';
import { isKnown } from './is-known.ts';
import { isWaiting, newDoc, takeIn } from './log-doc.ts';
import { tellRooms } from './rooms.ts';
import { areInForm } from './word-forms.ts';

export type Taken =
  /** The draft's row as it stands with them. */
  | { type: 'taken'; draft: Draft }
  /** It takes no more words, and there were some. */
  | { type: 'closed'; draft: Draft | null }
  /** It goes out by itself, and they are not for this person to add. */
  | { type: 'not-allowed'; status: OpenStatus }
  /** They are no words of a draft, more than one holds, or build on words that are not here. */
  | { type: 'unreadable' };

/** `into`: how the draft may stand that this person writes in. */
type By = { id: string; into: readonly OpenStatus[] };

/** Takes words that come by no room: written without a network, and sent with the filing. What is there already is passed over. */
export async function takeWords(
  { storage, clock }: Newsroom,
  draftId: string,
  update: Uint8Array,
  { id: by, into }: By,
): Promise<Taken> {
  const doc = newDoc();
  takeIn(doc, await storage.draftLog.since(draftId, 0), 0);
  try {
    const words = Y.decodeUpdate(update);
    if (isKnown(doc, update, words)) return await answer(storage.drafts.find(draftId));
    Y.applyUpdate(doc, update);
    if (isWaiting(doc) || !areInForm(doc, words)) return { type: 'unreadable' };
    if (Y.encodeStateAsUpdate(doc).length > LONGEST_DRAFT) return { type: 'unreadable' };
  } catch {
    return { type: 'unreadable' };
  }
  const at = clock.now();
  const appended = await storage.draftLog.append({ draftId, data: update, by, into, at });
  if (appended.type === 'not-now') return { type: 'not-allowed', status: appended.status };
  if (appended.type === 'closed') return { type: 'closed', draft: await storage.drafts.find(draftId) };
  tellRooms(storage.bus, draftId, { seq: appended.seq });
  const { content, logSeq } = await draftAtHead(storage)(draftId);
  await storage.drafts.keepContent({ draftId, content, logSeq, by, at });
  return answer(storage.drafts.find(draftId));
}

async function answer(finding: Promise<Draft | null>): Promise<Taken> {
  const draft = await finding;
  return draft ? { type: 'taken', draft } : { type: 'closed', draft };
}
