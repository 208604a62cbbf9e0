import { picturesIn } from '../domain/document.ts';
import type { Happening, NewEvent } from '../domain/event.ts';
import { fold, type RowChange } from '../domain/fold.ts';
import type { Media } from '../domain/media.ts';
import { SITE } from '../domain/slug.ts';
import { picturesOfTop } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import type { HeldMedia, HeldWrite } from '../storage/desk/held-media-store.ts';
import type { Change, Storage } from '../storage/storage.ts';
import { activityOf, type Actor } from './activity.ts';
import type { Shelf } from './pictures.ts';

/** What goes into the site's log with words that bear pictures of the desk. */
export type Released = Pick<Change, 'logs' | 'rows' | 'activity'> & { held: HeldWrite[] };

const NONE: Released = { logs: [], rows: [], activity: [], held: [] };

/** Whose words may bear pictures that only the desk has: what a person does at the desk, and what publishes a draft. */
export const bearsHeld = (order: { actor: Actor; drafts?: unknown }): boolean =>
  order.drafts !== undefined || order.actor.startsWith('person ');

/**
 * Pictures of the desk that stand in what is about to happen are taken into the site's log in the same commit: before
 * it nobody could see them, after it whoever sees the words does.
 */
export async function releaseHeld(
  storage: Storage,
  shelf: Shelf,
  { events, ...doing }: Doing & { events: NewEvent[] },
): Promise<Released> {
  const borne = new Set(events.flatMap(({ happening }) => picturesBorne(happening)));
  // What opens a story was judged before, by another shelf.
  await shelf.with(storage, (pictures) => [...borne].map(pictures));
  const held = shelf.heldAmong(borne);
  return held.length === 0 ? NONE : released(held, await storage.site(), doing);
}

type Doing = { actor: Actor; at: Instant; recordedAt: Instant };

/** Held pictures as the site's log tells them, after its head. */
export function released(
  held: HeldMedia[],
  { seq, lastAt }: { seq: number; lastAt: Instant },
  { actor, at, recordedAt }: Doing,
): Released {
  const when = at > lastAt ? at : lastAt;
  const told = held.flatMap(({ media }) => happeningsOf(media));
  const ofSite = told.map((happening) => ({ storyId: SITE, at: when, recordedAt, happening }));
  return {
    logs: [{ storyId: SITE, expectedVersion: seq, events: ofSite }],
    rows: rowsOf(ofSite, seq),
    activity: activityOf(actor, { events: ofSite }, seq),
    held: held.map((one) => ({
      held: { ...one, version: one.version + 1, publishedAt: when },
      expected: one.version,
    })),
  };
}

/** Ids of the pictures of ours that something brings before readers. */
export function picturesBorne(happening: Happening): string[] {
  switch (happening.kind) {
    case 'open':
    case 'top':
      return picturesOfTop(happening.top);
    case 'post':
    case 'small-edit':
    case 'edit':
    case 'correction':
    case 'page':
      return picturesIn(happening.body);
    case 'site':
      return happening.logo ? [happening.logo] : [];
    default:
      return [];
  }
}

/** As it was taken in, with what was made of it so far; where that is all, nothing more is to come. */
function happeningsOf(media: Media): Happening[] {
  const { id: mediaId, ready, version: _, at: __, handling, ...known } = media;
  const takenIn: Happening = { kind: 'media', mediaId, ...known, ...(handling && { handling }) };
  return ready ? [takenIn, { kind: 'renditions', mediaId, renditions: [] }] : [takenIn];
}

function rowsOf(events: NewEvent[], seq: number): RowChange[] {
  const standing = new Map<string, Media>();
  return events.flatMap((event, index) => {
    const { mediaId } = event.happening as { mediaId: string };
    const media = standing.get(mediaId) ?? null;
    const rows = fold({ story: null, update: null, media }, { ...event, seq: seq + index + 1 });
    for (const row of rows) if (row.row === 'media') standing.set(row.value.id, row.value);
    return rows;
  });
}
