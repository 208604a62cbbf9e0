import type { Draft, StoryWire, UpdateWire } from '../../../../shared/wire.ts';

/** Something another person did to the story, to be told to who listens rather than looks. */
export type Happening =
  | { did: 'filed' | 'began' | 'scheduled'; who: string; title: string }
  | { did: 'published' | 'corrected' | 'retracted' | 'edited'; title: string }
  | { did: 'headline'; title: string }
  | { did: 'state'; state: StoryWire['state'] };

const titleOf = (one: UpdateWire | Draft): string =>
  'content' in one ? one.content.title : (one.title ?? '');

/** What happened between two readings of a story, but for what `me` did to drafts and what was done here (`mine`: ids). */
export function whatOthersDid(
  before: StoryWire,
  after: StoryWire,
  me: string,
  mine: ReadonlySet<string> = new Set(),
): Happening[] {
  const happenings: Happening[] = [];
  const drafts = new Map(before.drafts.map((draft) => [draft.id, draft]));
  for (const draft of after.drafts) {
    const did = draftDid(drafts.get(draft.id), draft);
    if (did && draft.changedBy !== me && !mine.has(draft.id))
      happenings.push({ did, who: draft.changedBy, title: titleOf(draft) });
  }
  const updates = new Map(before.updates.map((update) => [update.id, update]));
  for (const update of after.updates) {
    const did = updateDid(updates.get(update.id), update, before.seq);
    if (did && !mine.has(update.id)) happenings.push({ did, title: titleOf(update) });
  }
  if (mine.has(after.id)) return happenings;
  if (before.top && after.top && before.top.headline !== after.top.headline)
    happenings.push({ did: 'headline', title: after.top.headline });
  if (before.state !== after.state) happenings.push({ did: 'state', state: after.state });
  return happenings;
}

function draftDid(before: Draft | undefined, { status }: Draft): 'filed' | 'began' | 'scheduled' | null {
  if (before?.status === status) return null;
  if (status === 'filed' || status === 'scheduled') return status;
  return before === undefined && status === 'draft' ? 'began' : null;
}

function updateDid(
  before: UpdateWire | undefined,
  after: UpdateWire,
  seq: number,
): 'published' | 'corrected' | 'retracted' | 'edited' | null {
  // One that an older page of the stream brought is no news.
  if (!before) return after.seq > seq ? 'published' : null;
  if (before.status !== after.status) return 'retracted';
  if (before.corrections.length < after.corrections.length) return 'corrected';
  return before.editedAt === after.editedAt ? null : 'edited';
}
