import type { Author } from './author.ts';
import type { Happening, SequencedEvent } from './event.ts';
import { siteOf, type PlainPage, type SiteAtVersion } from './site.ts';
import { foldMedia } from './fold-media.ts';
import type { Media } from './media.ts';
import type { Slug, Story, Top, TopVersion } from './story.ts';
import type { Correction, Update } from './update.ts';
import { emptyDocument } from './document.ts';

export type { Site } from './site.ts';

/** A change of one row, as plain data. `forget-corrections` takes the corrections of a retracted update away with its words. */
export type RowChange =
  | { row: 'story'; value: Story }
  | { row: 'update'; value: Update }
  | { row: 'top'; value: TopVersion }
  | { row: 'correction'; value: Correction }
  | { row: 'slug'; value: Slug }
  | { row: 'author'; value: Author }
  | { row: 'site'; value: SiteAtVersion }
  | { row: 'page'; value: PlainPage }
  | { row: 'forget-page'; slug: string }
  | { row: 'media'; value: Media }
  | { row: 'forget-corrections'; updateId: string };

/** What stood before an event: the story, and the update or picture it touches. */
export type Standing = { story: Story | null; update: Update | null; media?: Media | null };

/**
 * How an event changes the rows. The one place that says so: commands write what it returns,
 * `verify` folds a whole log with it. Throws when an event cannot follow what stands.
 */
export function fold(before: Standing, event: SequencedEvent): RowChange[] {
  const { happening } = event;
  switch (happening.kind) {
    case 'open':
      return opened(event, happening);
    case 'top':
      return topWritten(storyOf(before, event), event, happening.top);
    case 'details': {
      const { kind: _, ...details } = happening;
      return [story(revised(storyOf(before, event), details))];
    }
    case 'slug': {
      const standing = storyOf(before, event);
      return [story(revised(standing, { slug: happening.slug })), slug(happening.slug, event.storyId)];
    }
    case 'state':
      return [story(revised(storyOf(before, event), stateOf(storyOf(before, event), event, happening)))];
    case 'pin':
    case 'unpin':
      return [
        story({ ...storyOf(before, event), pinnedId: happening.kind === 'pin' ? happening.updateId : null }),
      ];
    case 'story-correction':
      return [story(touched(storyOf(before, event), event)), correction(event, null, happening)];
    case 'discard':
    case 'restore':
      return [story(discarded(storyOf(before, event), event))];
    case 'translation': {
      const { of, sourceSeq } = happening;
      const change = { translationOf: of, sourceSeq, sourceCorrectedAt: null };
      return [story(revised(storyOf(before, event), change))];
    }
    case 'translation-stale':
      return [story({ ...storyOf(before, event), sourceCorrectedAt: happening.correctedAt })];
    case 'translations':
      // What the others are stands in their rows; this log tells its readers that it changed.
      return storyOf(before, event) && [];
    case 'author': {
      const { kind: _, ...author } = happening;
      return [{ row: 'author', value: author }];
    }
    case 'site':
      return [{ row: 'site', value: { ...siteOf(happening), version: event.seq } }];
    case 'page': {
      const { kind: _, ...page } = happening;
      return [{ row: 'page', value: { ...page, version: event.seq, changedAt: event.at } }];
    }
    case 'page-removed':
      return [{ row: 'forget-page', slug: happening.slug }];
    case 'media':
    case 'renditions':
    case 'media-details':
      return [{ row: 'media', value: foldMedia(before.media ?? null, event, happening) }];
    default:
      return ofUpdate(before, event, happening);
  }
}

type OfUpdate = Extract<
  Happening,
  { kind: 'post' | 'small-edit' | 'edit' | 'correction' | 'retraction' | 'key-event' }
>;

function ofUpdate(before: Standing, event: SequencedEvent, happening: OfUpdate): RowChange[] {
  const standing = storyOf(before, event);
  if (happening.kind === 'post') {
    return [
      story(touched({ ...standing, updateCount: standing.updateCount + 1 }, event)),
      { row: 'update', value: posted(event, happening) },
    ];
  }
  const update = before.update;
  if (!update)
    throw new Error(`event ${event.seq} of story ${event.storyId} touches an update that was never posted`);
  const next = { ...update, lastSeq: event.seq, version: update.version + 1 };
  switch (happening.kind) {
    case 'small-edit':
    case 'edit': {
      const { kind, updateId: _, ...words } = happening;
      const edited = { ...next, ...words, editedAt: event.at };
      if (kind === 'small-edit') return [{ row: 'update', value: edited }];
      return [story(touched(standing, event)), { row: 'update', value: { ...edited, modifiedAt: event.at } }];
    }
    case 'correction':
      return [
        story(touched(standing, event)),
        {
          row: 'update',
          value: { ...next, title: happening.title, body: happening.body, modifiedAt: event.at },
        },
        correction(event, update.id, happening),
      ];
    case 'retraction':
      return retracted(standing, next, event, happening.reason);
    case 'key-event':
      return [{ row: 'update', value: { ...next, keyEvent: happening.marked } }];
  }
}

function opened(event: SequencedEvent, happening: Extract<Happening, { kind: 'open' }>): RowChange[] {
  const { kind: _, top, slug: address, previousId = null, sample = false, ...details } = happening;
  const { at, storyId } = event;
  const value: Story = {
    id: storyId,
    slug: address,
    ...details,
    state: 'live',
    pausedUntil: null,
    endedAt: null,
    version: 1,
    top,
    topVersion: 1,
    openedAt: at,
    updatedAt: at,
    topWrittenAt: at,
    headlineAt: at,
    leadAt: at,
    pinnedId: null,
    nextId: null,
    previousId,
    translationOf: null,
    sourceSeq: null,
    sourceCorrectedAt: null,
    updateCount: 0,
    sample,
    discardedAt: null,
  };
  return [
    story(value),
    { row: 'top', value: { storyId, version: 1, seq: event.seq, at, top } },
    slug(address, storyId),
  ];
}

function topWritten(standing: Story, event: SequencedEvent, top: Top): RowChange[] {
  const { at, storyId, seq } = event;
  const leadChanged = JSON.stringify(top.lead) !== JSON.stringify(standing.top.lead);
  const version = standing.topVersion + 1;
  const next = revised(touched(standing, event), {
    top,
    topVersion: version,
    topWrittenAt: at,
    headlineAt: top.headline === standing.top.headline ? standing.headlineAt : at,
    leadAt: leadChanged ? at : standing.leadAt,
  });
  return [story(next), { row: 'top', value: { storyId, version, seq, at, top } }];
}

/** A story that is told in earnest is never thrown away: no log that says so can be folded. */
function discarded(standing: Story, { at, seq, storyId, happening }: SequencedEvent): Story {
  const goes = happening.kind === 'discard';
  if (!standing.sample || (standing.discardedAt === null) !== goes)
    throw new Error(`event ${seq} of story ${storyId} cannot ${happening.kind} it`);
  return revised(standing, { discardedAt: goes ? at : null });
}

function stateOf(
  standing: Story,
  event: SequencedEvent,
  happening: Extract<Happening, { kind: 'state' }>,
): Partial<Story> {
  return {
    state: happening.state,
    pausedUntil: happening.state === 'paused' ? happening.until : null,
    endedAt: happening.state === 'ended' ? (standing.endedAt ?? event.at) : null,
    ...(happening.nextId !== undefined && { nextId: happening.nextId }),
  };
}

function posted(event: SequencedEvent, happening: Extract<Happening, { kind: 'post' }>): Update {
  const { kind: _, updateId, ...words } = happening;
  return {
    id: updateId,
    storyId: event.storyId,
    seq: event.seq,
    lastSeq: event.seq,
    version: 1,
    at: event.at,
    ...words,
    status: 'published',
    editedAt: null,
    modifiedAt: null,
    retractedAt: null,
    retractionReason: null,
  };
}

function retracted(standing: Story, update: Update, event: SequencedEvent, reason: string): RowChange[] {
  const pinnedId = standing.pinnedId === update.id ? null : standing.pinnedId;
  return [
    story(touched({ ...standing, pinnedId, updateCount: standing.updateCount - 1 }, event)),
    {
      row: 'update',
      value: {
        ...update,
        title: null,
        body: emptyDocument(),
        keyEvent: false,
        status: 'retracted',
        modifiedAt: event.at,
        retractedAt: event.at,
        retractionReason: reason,
      },
    },
    { row: 'forget-corrections', updateId: update.id },
  ];
}

function storyOf(before: Standing, event: SequencedEvent): Story {
  if (!before.story)
    throw new Error(`event ${event.seq} of story ${event.storyId} comes before the story was opened`);
  return before.story;
}

const story = (value: Story): RowChange => ({ row: 'story', value });
const slug = (address: string, storyId: string): RowChange => ({
  row: 'slug',
  value: { slug: address, storyId },
});
const touched = (standing: Story, event: SequencedEvent): Story => ({ ...standing, updatedAt: event.at });
const revised = (standing: Story, change: Partial<Story>): Story => ({
  ...standing,
  ...change,
  version: standing.version + 1,
});

function correction(
  event: SequencedEvent,
  updateId: string | null,
  told: { correctionId: string; was: string | null; is: string; note: string | null },
): RowChange {
  const { correctionId: id, was, is, note } = told;
  return {
    row: 'correction',
    value: { id, storyId: event.storyId, updateId, seq: event.seq, at: event.at, was, is, note },
  };
}
