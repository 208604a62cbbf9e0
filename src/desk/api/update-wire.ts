import { updatePath } from '../../domain/addresses.ts';
import { renderDocument } from '../../render/document.ts';
import { viewOf } from '../../render/view.ts';
import type { Snapshot } from '../../storage/storage.ts';
import type { UpdateWire } from '../shared/wire.ts';

/** The updates of a snapshot as the desk shows them: their bodies as the reader's page does. A retracted one has none. */
export function updatesWire(snapshot: Snapshot, baseUrl: string): UpdateWire[] {
  const view = viewOf(snapshot);
  return snapshot.updates.map((update) => ({
    ...update,
    html: update.status === 'retracted' ? '' : renderDocument(view, update.body).toString(),
    corrections: snapshot.corrections.filter(({ updateId }) => updateId === update.id),
    url: baseUrl + updatePath(snapshot.story.slug, update.id),
  }));
}
