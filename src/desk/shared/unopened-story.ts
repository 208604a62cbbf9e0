import type { TopFields } from '../../domain/desk/draft.ts';
import type { StoryWire } from './wire.ts';

/** A story as its log and its top tell of it; the rest is the desk's own. */
export type ToldStory = Omit<StoryWire, 'drafts' | 'late' | 'may' | 'handover' | 'names'>;

/** A story still to be opened is what its draft of a top says. `site`: what holds where nothing was chosen. */
export function unopenedStory(
  id: string,
  top: TopFields | null | undefined,
  site: Pick<StoryWire, 'zone' | 'lang'>,
): ToldStory {
  return {
    id,
    slug: null,
    url: null,
    seq: 0,
    version: 0,
    state: 'unpublished',
    pausedUntil: null,
    zone: top?.zone || site.zone,
    placeZone: top?.placeZone || null,
    section: top?.section || null,
    lang: top?.lang || site.lang,
    top: null,
    topVersion: 0,
    topWrittenAt: null,
    headlineAt: null,
    leadAt: null,
    leadOlderThanHeadline: false,
    pinnedId: null,
    sample: false,
    updates: [],
    more: false,
    next: null,
    previous: null,
  };
}
