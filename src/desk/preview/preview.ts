import type { DraftHead } from '../../commands/drafts/head.ts';
import type { Draft } from '../../domain/desk/draft.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time.ts';
import type { Snapshot, Storage } from '../../storage/storage.ts';
import { asDrafted } from '../../commands/drafts/words-of-draft.ts';
import { draftSnapshot } from './draft-snapshot.ts';
import { playDraft } from './play-draft.ts';

/** Makes the reader's page of a story; the reader's room does, and hands it in. `policy`: its `Content-Security-Policy`. */
export type PreviewPage = (
  snapshot: Snapshot,
  after: number | null,
) => Promise<{ html: string; policy: string }>;

/** The reader's page as it would be if a draft were published now. */
export async function previewOf(
  { storage, previewPage }: { storage: Storage; previewPage: PreviewPage },
  draft: Draft,
  atHead: (draftId: string) => Promise<DraftHead>,
  now: Instant,
): Promise<{ type: 'page'; html: string; policy: string } | Refusal> {
  const played = await playDraft(storage, draft, atHead, now);
  if (played.type === 'invalid')
    return { type: 'invalid', errors: asDrafted(played.errors, (await atHead(draft.id)).content) };
  if (played.type !== 'played') return played;
  const over = draft.kind === 'edit' ? (played.updates.get(draft.updateId ?? '') ?? null) : null;
  const { snapshot, after, held } = await draftSnapshot(storage, played, over);
  const { html, policy } = await previewPage(snapshot, after);
  return { type: 'page', html: held.reduce(fromTheDesk, html), policy };
}

/** A picture readers cannot see yet is shown from the desk's own address. */
const fromTheDesk = (html: string, mediaId: string): string =>
  html
    .replaceAll(`"/media/${mediaId}/`, `"/desk/api/media/${mediaId}/`)
    .replaceAll(` /media/${mediaId}/`, ` /desk/api/media/${mediaId}/`);
