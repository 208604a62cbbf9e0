import { updatePath } from '../../domain/addresses.ts';
import { renderDocument } from '../../render/document.ts';
import { viewOf } from '../../render/view.ts';
import type { Snapshot, Storage } from '../../storage/storage.ts';
import type { UpdateWire } from '../shared/wire.ts';

/** The updates of a snapshot as the desk shows them: their bodies as the reader's page does. A retracted one has none. */
export async function updatesWire(
  storage: Storage,
  snapshot: Snapshot,
  baseUrl: string,
): Promise<UpdateWire[]> {
  const view = viewOf(snapshot);
  const hands = await storage.drafts.hands(snapshot.updates.map(({ id }) => id));
  const ids = Object.values(hands).flatMap(({ writtenBy, publishedBy }) =>
    [writtenBy, publishedBy ?? []].flat(),
  );
  const { people } = await storage.desk.names([...new Set(ids)], []);
  return snapshot.updates.map((update) => ({
    ...update,
    html: update.status === 'retracted' ? '' : renderDocument(view, update.body).toString(),
    corrections: snapshot.corrections.filter(({ updateId }) => updateId === update.id),
    url: baseUrl + updatePath(snapshot.story.slug, update.id),
    writtenBy: people[hands[update.id]?.writtenBy ?? ''] ?? null,
    writtenAt: hands[update.id]?.writtenAt ?? null,
    publishedBy: people[hands[update.id]?.publishedBy ?? ''] ?? null,
  }));
}
