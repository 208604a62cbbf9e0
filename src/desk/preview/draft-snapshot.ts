import type { Played } from '../../commands/play.ts';
import { picturesIn } from '../../domain/document.ts';
import type { Media } from '../../domain/media.ts';
import { picturesOfTop } from '../../domain/story.ts';
import type { Update } from '../../domain/update.ts';
import type { Snapshot, Storage } from '../../storage/storage.ts';

/** Updates that a page shows. */
export const SHOWN = 50;

/** A story as a page would show it after what was played, and which of its pictures readers cannot see yet. */
export type Previewed = {
  snapshot: Snapshot;
  /** The page begins after the update of this seq; null: at the start. */
  after: number | null;
  held: string[];
};

/** Lays what was played over the story as it stands. `over`: the update that is looked at, where it is an old one. */
export async function draftSnapshot(
  storage: Storage,
  played: Played,
  over: Update | null,
): Promise<Previewed> {
  const first = await standing(storage, played, null);
  const isShown = over === null || first.updates.some(({ id }) => id === over.id);
  const after = isShown ? null : over.seq + 1;
  const before = isShown ? first : await standing(storage, played, after);
  const laid = laidOver(before, played, after === null);
  const names = [...laid.story.top.byline, ...laid.updates.flatMap(({ author }) => author ?? [])];
  const ids = [
    ...picturesOfTop(laid.story.top),
    ...[...laid.updates, ...(laid.pinned ? [laid.pinned] : [])].flatMap(({ body }) => picturesIn(body)),
    ...(laid.site.logo === null ? [] : [laid.site.logo]),
  ];
  const pictures = await storage.heldMedia.pictures([...new Set(ids)]);
  const media: Media[] = pictures.map((picture) => picture.media);
  const held = pictures.flatMap((picture) => (picture.held === null ? [] : [picture.media.id]));
  return {
    snapshot: { ...laid, media, authors: await storage.authorsByName([...new Set(names)]) },
    after,
    held,
  };
}

/** The story without what was played; of one that is not there yet, what the site is. */
async function standing(storage: Storage, { story }: Played, after: number | null): Promise<Snapshot> {
  const page = { order: 'newest' as const, limit: SHOWN, names: true, ...(after !== null && { after }) };
  const found = await storage.snapshot(story.id, page);
  if (found) return found;
  const { site, seq: siteSeq, lastAt } = await storage.site();
  return {
    story,
    seq: 0,
    lastAt,
    site,
    siteSeq,
    footer: await storage.footer(),
    updates: [],
    more: false,
    pinned: null,
    keyEvents: [],
    corrections: [],
    summarised: [],
    latest: null,
    previous: {},
    authors: [],
    translations: [],
    days: { next: null, previous: null },
    media: [],
    names: { authors: [], outlets: [] },
  };
}

function laidOver(
  before: Snapshot,
  { story, seq, rows, updates: touched }: Played,
  takesNew: boolean,
): Snapshot {
  const asPlayed = (update: Update): Update => touched.get(update.id) ?? update;
  const posted = [...touched.values()].filter((update) => update.seq > before.seq);
  const updates = [...(takesNew ? posted : []), ...before.updates.map(asPlayed)].toSorted(lastFirst);
  const known = new Map(
    [...before.keyEvents, ...before.summarised, ...before.updates, ...touched.values()].map((update) => [
      update.id,
      asPlayed(update),
    ]),
  );
  const all = [...known.values()];
  const pinned = before.pinned && asPlayed(before.pinned);
  const latest = [...posted, ...(before.latest ? [asPlayed(before.latest)] : [])].toSorted(lastFirst)[0];
  return {
    ...before,
    story,
    seq,
    updates,
    pinned,
    latest: latest ?? null,
    keyEvents: all.filter((one) => one.keyEvent && one.status === 'published').toSorted(lastFirst),
    corrections: [
      ...before.corrections,
      ...rows.flatMap((row) => (row.row === 'correction' ? [row.value] : [])),
    ],
    summarised: story.top.summary.flatMap(({ updateId }) => known.get(updateId ?? '') ?? []),
  };
}

const lastFirst = (a: Update, b: Update): number => b.seq - a.seq;
