import { eventsPath, livePath, storyPath } from '../../domain/addresses.ts';
import { outletKey } from '../../domain/find/outlets.ts';
import type { Snapshot } from '../../storage/storage.ts';
import type { Page } from './shell.ts';
import { clockFacts } from './clocks.ts';
import { isFiltered, pagePath, type Place } from '../story-place.ts';

type Facts = NonNullable<Page['facts']>;

/**
 * What the page's script goes by. `grows`: where a new update belongs on this page, if it does.
 *
 * `only`, `author`, `outlet` and `q` stand where the page shows some updates only. An update belongs on it when, as its
 * frame tells it now, it is a key event (`only`), `author` is its author, `outlets` holds `outlet`; where `q` is, nobody but
 * the server can tell, so that nothing is put in. An update that has come to belong is put at its place by `data-seq`, one
 * that no longer does is taken out, and the page is asked for anew (`refresh`) for the count above the list.
 */
export function factsOf(snapshot: Snapshot, place: Place, per: number): Facts {
  const { story, seq, siteSeq, site } = snapshot;
  const { only, author, outlet, q, order } = place;
  return {
    live: livePath(story.slug),
    events: eventsPath(story.slug),
    path: storyPath(story.slug),
    onward: pagePath(story.slug, { ...place, after: 1 }).slice(0, -1),
    seq,
    'site-seq': siteSeq,
    state: story.state,
    grows: growsOf(snapshot, place),
    per,
    site: site.name,
    ...clockFacts(story),
    ...(isFiltered(place) && { order, only, author, outlet: outlet === null ? null : outletKey(outlet), q }),
  };
}

function growsOf({ more }: Snapshot, { order, after, q }: Place): string {
  if (q !== null) return 'no';
  if (order === 'newest') return after === null ? 'top' : 'no';
  return more ? 'no' : 'end';
}
