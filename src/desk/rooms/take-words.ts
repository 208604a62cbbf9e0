import * as Y from 'yjs';
import type { Newsroom } from '../../commands/perform.ts';
import type { Draft } from '../../domain/desk/draft.ts';
import { draftAtHead } from '../draft-at-head.ts';
import { LONGEST_DRAFT } from '../shared/room-wire.ts';
import { isKnown } from './is-known.ts';
import { newDoc, takeIn } from './log-doc.ts';
import { tellRooms } from './rooms.ts';

export type Taken =
  /** The draft's row as it stands with them. */
  | { type: 'taken'; draft: Draft }
  /** It takes no more words, and there were some. */
  | { type: 'closed'; draft: Draft | null }
  /** It goes out by itself, and they are not for this person to add. */
  | { type: 'not-allowed' }
  /** They are no words of a draft, or more than one holds. */
  | { type: 'unreadable' };

/** Takes words that come by no room: written without a network, and sent with the filing. What is there already is passed over. */
export async function takeWords(
  { storage, clock }: Newsroom,
  draftId: string,
  update: Uint8Array,
  by: string,
  mayWrite = true,
): Promise<Taken> {
  const doc = newDoc();
  takeIn(doc, await storage.draftLog.since(draftId, 0), 0);
  try {
    if (isKnown(doc, update)) return await answer(storage.drafts.find(draftId));
    Y.applyUpdate(doc, update);
    if (Y.encodeStateAsUpdate(doc).length > LONGEST_DRAFT) return { type: 'unreadable' };
  } catch {
    return { type: 'unreadable' };
  }
  if (!mayWrite) return { type: 'not-allowed' };
  const at = clock.now();
  const appended = await storage.draftLog.append({ draftId, data: update, by, at });
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
