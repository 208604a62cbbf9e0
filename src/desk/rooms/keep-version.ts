import * as Y from 'yjs';
import type { Newsroom } from '../../commands/perform.ts';
import type { DraftVersion } from '../../domain/desk/draft.ts';
import { newId } from '../../domain/id.ts';
import { contentOf } from '../shared/draft-doc.ts';
import { newDoc, takeIn } from './log-doc.ts';

/** Rows of a draft's log that are worth making one. */
const WORTH = 50;

/**
 * Keeps a draft as it stands among its versions, unless its words are those of the last one: to be called when it is filed
 * or published, and before a former version is brought back. The version that holds them; null where nothing was written yet.
 */
export async function keepVersion(
  { storage, clock }: Newsroom,
  draftId: string,
): Promise<DraftVersion | null> {
  const [last] = await storage.drafts.versions(draftId, 1);
  const slice = await storage.draftLog.since(draftId, 0);
  const doc = newDoc();
  const logSeq = takeIn(doc, slice, 0);
  if (logSeq === 0 || last?.logSeq === logSeq) return last ?? null;
  const at = clock.now();
  const by = new Set(slice.rows.filter(({ seq }) => seq > (last?.logSeq ?? 0)).map((row) => row.by));
  const version = { id: newId(at), draftId, at, by: [...by], logSeq, content: contentOf(doc) };
  await storage.drafts.addVersion(version);
  // Whose words they were is told by the version: the rows may go.
  if (slice.rows.length >= WORTH) {
    await storage.draftLog.compact(draftId, logSeq, Y.encodeStateAsUpdate(doc));
  }
  return version;
}
