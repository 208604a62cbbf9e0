import type { EventMark, Kind } from '../domain/event.ts';
import { SITE } from '../domain/slug.ts';
import { beatText } from './frames.ts';
import { sendable, type Sendable } from './sendable.ts';

/** What changes a page that shows it; a picture's further sizes do not. */
const ON_PAGES = new Set<Kind>(['site', 'author', 'page', 'page-removed', 'media-details']);

/**
 * The beat every reader hears. It carries the place in the site's log that open pages must be of: a page that is older
 * asks for itself anew, before long. It has no id: it moves no one's place.
 */
export class SiteBeat {
  #seq = 0;
  beat: Sendable = beatAt(0);

  /** Takes in what happened; whether open pages are stale by it. */
  take(marks: readonly EventMark[]): boolean {
    const last = marks.findLast((mark) => mark.storyId === SITE && ON_PAGES.has(mark.kind));
    return last !== undefined && this.reach(last.seq);
  }

  /** The log stands at this seq, or further on; whether that is news. */
  reach(seq: number): boolean {
    if (seq <= this.#seq) return false;
    this.#seq = seq;
    this.beat = beatAt(seq);
    return true;
  }
}

const beatAt = (seq: number): Sendable => sendable(beatText(seq));
