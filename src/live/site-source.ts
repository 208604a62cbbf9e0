import type { EventMark, Kind } from '../domain/event.ts';
import { SITE, slugOf } from '../domain/slug.ts';
import { renderCard } from '../render/card.ts';
import { viewOf } from '../render/view.ts';
import type { Storage } from '../storage/storage.ts';
import type { Source } from './feed.ts';
import type { Frame, SiteFrameData } from './frames.ts';

/** What changes a story's card on the front page. */
const ON_CARD = new Set<Kind>([
  'open',
  'top',
  'details',
  'slug',
  'state',
  'post',
  'small-edit',
  'edit',
  'correction',
  'retraction',
  'discard',
  'restore',
]);

/** All logs as the front page sees them, by global position. */
export function siteSource(storage: Storage): Source {
  return {
    idOf: (mark) => mark.position,
    async read(after, limit) {
      const shown: EventMark[] = [];
      let from = after;
      while (shown.length < limit) {
        const marks = await storage.marks(from, limit);
        shown.push(...marks.filter(onFrontPage));
        if (marks.length < limit) break;
        from = marks.at(-1)!.position;
      }
      return shown.slice(0, limit);
    },
    async build(marks) {
      const cards = new Map<string, SiteFrameData['story']>();
      for (const storyId of new Set(marks.map((mark) => mark.storyId))) {
        const snapshot = await storage.snapshot(storyId, { order: 'newest', limit: 0 });
        if (!snapshot) continue;
        const { story } = snapshot;
        const html = renderCard(viewOf(snapshot)).toString();
        cards.set(storyId, {
          id: story.id,
          slug: story.slug,
          section: story.section === null ? null : slugOf(story.section),
          headline: story.top.headline,
          state: story.state,
          html,
        });
      }
      const frames = marks.map((mark): Frame => {
        const { position, seq, at, kind, storyId } = mark;
        const story = cards.get(storyId);
        // In the trash: its card goes from open pages.
        if (!story) return { id: position, name: 'remove', data: { position, seq, at, kind, storyId } };
        return { id: position, name: 'story', data: { position, seq, at, kind, story } };
      });
      return { frames, over: false };
    },
  };
}

export function onFrontPage(mark: EventMark): boolean {
  return mark.storyId !== SITE && ON_CARD.has(mark.kind);
}
