import type { DraftHead } from '../../commands/drafts/head.ts';
import type { Draft } from '../../domain/desk/draft.ts';
import type { Refusal } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time.ts';
import type { Snapshot, Storage } from '../../storage/storage.ts';
import type { Problem } from '../../web/problem.ts';
import { asDrafted } from '../../commands/drafts/words-of-draft.ts';
import { draftSnapshot } from './draft-snapshot.ts';
import { playDraft } from './play-draft.ts';

/** A page for a frame of the console. `policy`: its `Content-Security-Policy`. */
type Framed = { html: string; policy: string };

/** Makes the reader's page of a story, or says in its place why there is none; the reader's room does, and hands it in. */
export type PreviewPages = {
  page: (snapshot: Snapshot, after: number | null) => Promise<Framed>;
  refused: (problem: Problem) => Framed;
};

/** The reader's page as it would be if a draft were published now. */
export async function previewOf(
  { storage, pages }: { storage: Storage; pages: PreviewPages },
  draft: Draft,
  atHead: (draftId: string) => Promise<DraftHead>,
  now: Instant,
): Promise<({ type: 'page' } & Framed) | Refusal> {
  const played = await playDraft(storage, draft, atHead, now);
  if (played.type === 'invalid')
    return { type: 'invalid', errors: asDrafted(played.errors, (await atHead(draft.id)).content) };
  if (played.type !== 'played') return played;
  const over = draft.kind === 'edit' ? (played.updates.get(draft.updateId ?? '') ?? null) : null;
  const { snapshot, after, held } = await draftSnapshot(storage, played, over);
  const { html, policy } = await pages.page(snapshot, after);
  return { type: 'page', html: held.reduce(fromTheDesk, html), policy };
}

/** A picture readers cannot see yet is shown from the desk's own address. */
const fromTheDesk = (html: string, mediaId: string): string =>
  html
    .replaceAll(`"/media/${mediaId}/`, `"/desk/api/media/${mediaId}/`)
    .replaceAll(` /media/${mediaId}/`, ` /desk/api/media/${mediaId}/`);
