import { isOpen } from '../../../../../domain/desk/draft.ts';
import type { Instant } from '../../../../../domain/time.ts';
import type { Draft, UpdateWire } from '../../../../shared/wire.ts';

/** One line of the stream: what is to go out, and what readers have, in one list. */
export type Entry =
  | { kind: 'update'; id: string; at: Instant; update: UpdateWire }
  /** `kept`: it waits in this browser for the network. */
  | { kind: 'draft'; id: string; at: Instant; draft: Draft; kept: boolean };

/** Where an entry stands on its way. */
export type Standing =
  | 'kept'
  | 'draft'
  | 'filed'
  | 'scheduled'
  | 'embargoed'
  | 'published'
  | 'corrected'
  | 'retracted';

export const FILTERS = [
  'all',
  'draft',
  'filed',
  'scheduled',
  'embargoed',
  'published',
  'corrected',
  'retracted',
] as const;
export type StreamFilter = (typeof FILTERS)[number];

export const isFilter = (word: string | null): word is StreamFilter =>
  (FILTERS as readonly (string | null)[]).includes(word);

/** When a draft stands in the stream: not when it was last typed in, or it would move under who reads it. */
const timeOf = ({ publishAt, filedAt, createdAt }: Draft): Instant => publishAt ?? filedAt ?? createdAt;

/** The top is written beside the stream, and what went out stands there as an update. */
const standsInStream = (draft: Draft): boolean => draft.kind !== 'top' && isOpen(draft.status);

/** Everything of a story in one list, newest first; `kept` are ids of what waits in this browser. */
export function entriesOf(
  updates: readonly UpdateWire[],
  drafts: readonly Draft[],
  kept: ReadonlySet<string> = new Set(),
): Entry[] {
  const written = drafts.filter(standsInStream).map((draft): Entry => ({
    kind: 'draft',
    id: draft.id,
    at: timeOf(draft),
    draft,
    kept: kept.has(draft.id),
  }));
  const out = updates.map((update): Entry => ({ kind: 'update', id: update.id, at: update.at, update }));
  return [...written, ...out].toSorted(newestFirst);
}

const newestFirst = (a: Entry, b: Entry): number => {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  if (a.kind === 'update' && b.kind === 'update') return b.update.seq - a.update.seq;
  const [wrote, other] = [writtenAt(a), writtenAt(b)];
  if (wrote !== other) return wrote < other ? 1 : -1;
  return a.id < b.id ? 1 : -1;
};

/** What was taken from one paste came in at once: it stands as it was written. */
const writtenAt = (entry: Entry): Instant => (entry.kind === 'draft' ? (entry.draft.at ?? '') : '');

/** All that is true of an entry at once, what matters most first: a filed draft may be under embargo. */
export function standingsOf(entry: Entry, now: Instant): Standing[] {
  if (entry.kind === 'update') {
    const { status, corrections } = entry.update;
    if (status === 'retracted') return ['retracted'];
    return [corrections.length > 0 ? 'corrected' : 'published'];
  }
  const { status, embargoUntil } = entry.draft;
  const standings: Standing[] = [];
  if (entry.kept) standings.push('kept');
  if (embargoUntil !== null && embargoUntil > now) standings.push('embargoed');
  if (isOpen(status)) standings.push(status);
  return standings;
}

export const passes = (entry: Entry, filter: StreamFilter, now: Instant): boolean =>
  filter === 'all' || standingsOf(entry, now).some((standing) => standing === filter);

/** How many entries each filter lets through. */
export function countsOf(entries: readonly Entry[], now: Instant): Record<StreamFilter, number> {
  const counts = Object.fromEntries(FILTERS.map((filter) => [filter, 0])) as Record<StreamFilter, number>;
  for (const entry of entries)
    for (const filter of FILTERS) if (passes(entry, filter, now)) counts[filter] += 1;
  return counts;
}
