import type { Draft, DraftContent, DraftKind } from '../../domain/desk/draft.ts';
import { newDraft } from '../../domain/desk/new-draft.ts';
import type { Refusal } from '../../domain/errors.ts';
import { isId, isTimedId } from '../../domain/id.ts';
import type { Instant } from '../../domain/time.ts';
import type { Storage } from '../../storage/storage.ts';
import type { Newsroom } from '../perform.ts';
import { entry, type Who } from './activity.ts';
import { invalid, movedOn } from './act.ts';
import { blankTopOf, blankUpdate, fromTop, fromUpdate } from './begun-from.ts';
import { filing } from './file-draft.ts';

/** How words are written down as the first entry of a draft's log. Handed in: it is the desk's own. */
export type SeedOf = (content: DraftContent) => Uint8Array;

export type NewDraft = {
  /** Chosen by whoever writes it: asked for twice, it is begun once. */
  id: string;
  storyId: string;
  kind: DraftKind;
  updateId?: string | null;
  /** Words that were written already, and their first entry of the log; left out: as what is published stands. */
  written?: { content: DraftContent; seed: Uint8Array };
  /** The published version that words written already were begun from. */
  baseVersion?: number;
  /** Filed at once, at this hour by its writer's clock where that is known. */
  filed?: { at: Instant | null };
  /** When it happened, where it was pasted from a post that says so. */
  at?: Instant | null;
};

/** `made`: whether it was begun now. The draft may be another than was asked for: the one that is open in its place. */
export type Begun = { type: 'begun'; draft: Draft; made: boolean };

type Writer = Who & { name: string };
type Ground = { type: 'ground'; content: DraftContent; baseVersion: number | null; updateId: string | null };

/** Begins a draft, or answers the one of this id, or the one that is open over the same. */
export async function beginDraft(
  { storage, clock }: Newsroom,
  who: Writer,
  asked: NewDraft,
  seedOf: SeedOf,
): Promise<Begun | Refusal> {
  const before = await storage.drafts.find(asked.id);
  if (before) return theOne(before, asked, who);
  const ground = await groundOf(storage, who, asked);
  if (ground.type !== 'ground') return ground;
  const now = await clock.fresh();
  const content = asked.written?.content ?? ground.content;
  const { id, storyId, kind, filed, at = null } = asked;
  const { baseVersion, updateId } = ground;
  const { personId: by } = who;
  const draft: Draft = {
    ...newDraft({ id, storyId, kind, content, baseVersion, updateId, at, by, now }),
    ...(filed && filing({ now, personId: by, headSeq: 1 }, filed.at)),
  };
  // As it was begun: what it is compared with when somebody else changed the same meanwhile.
  const keep = { id: draft.id, draftId: draft.id, at: now, by: [who.personId], logSeq: 0 };
  const result = await storage.commit({
    logs: [],
    rows: [],
    activity: [
      entry(who, 'begin-draft', draft, now),
      ...(asked.filed ? [entry(who, 'file-draft', draft, now)] : []),
    ],
    drafts: [
      {
        draft,
        expected: null,
        seed: asked.written?.seed ?? seedOf(content),
        keep: { ...keep, content: ground.content },
      },
    ],
  });
  if (result.type === 'committed') return { type: 'begun', draft, made: true };
  if (result.type !== 'draft-moved') throw new Error(`a new draft was answered with ${result.type}`);
  return result.current ? theOne(result.current, asked, who) : result;
}

/** Asked for again by who began it, it is that one; one that is open in its place is told to everybody. */
function theOne(draft: Draft, { id }: NewDraft, { personId }: Who): Begun | Refusal {
  if (draft.id === id && draft.createdBy !== personId) return movedOn(draft);
  return { type: 'begun', draft, made: false };
}

/** What it is begun from – or why it cannot be. */
async function groundOf(storage: Storage, who: Writer, asked: NewDraft): Promise<Ground | Refusal> {
  const { id, storyId, updateId = null } = asked;
  if (!isTimedId(id)) return invalid('/id', 'must be a UUID of version 7, in small letters');
  if (await storage.findUpdate(id)) return invalid('/id', 'is an update’s already: choose another');
  if (!isId(storyId)) return invalid('/storyId', 'must be a UUID');
  switch (asked.kind) {
    case 'edit':
      return editGround(storage, asked, updateId);
    case 'top':
      return topGround(storage, asked, who);
    case 'update': {
      if (!(await isStory(storage, storyId))) return { type: 'unknown-story', slug: storyId };
      return { type: 'ground', content: blankUpdate(who.name), baseVersion: null, updateId: null };
    }
  }
}

async function editGround(
  storage: Storage,
  asked: NewDraft,
  updateId: string | null,
): Promise<Ground | Refusal> {
  if (updateId === null) return invalid('/updateId', 'is missing: an edit is over a published update');
  const update = await storage.findUpdate(updateId);
  if (!update || update.storyId !== asked.storyId) return { type: 'unknown-update', id: updateId };
  if (update.status === 'retracted') return { type: 'update-retracted', id: updateId };
  const base = baseOf(asked, update.version);
  return typeof base === 'number'
    ? { type: 'ground', content: fromUpdate(update), baseVersion: base, updateId }
    : base;
}

async function topGround(storage: Storage, asked: NewDraft, who: Writer): Promise<Ground | Refusal> {
  const at = await storage.findStory({ id: asked.storyId, discarded: true });
  if (at && at.story.discardedAt !== null) return { type: 'unknown-story', slug: asked.storyId };
  if (!at) {
    if (!isTimedId(asked.storyId)) return invalid('/storyId', 'must be a UUID of version 7');
    const { site } = await storage.site();
    return { type: 'ground', content: blankTopOf(site, who.name), baseVersion: null, updateId: null };
  }
  const base = baseOf(asked, at.story.topVersion);
  return typeof base === 'number'
    ? { type: 'ground', content: fromTop(at.story), baseVersion: base, updateId: null }
    : base;
}

/** Words that were written already were begun from a version their writer saw: publishing them overwrites nothing later. */
function baseOf({ written, baseVersion }: NewDraft, standing: number): number | Refusal {
  if (!written) return standing;
  if (baseVersion === undefined)
    return invalid('/baseVersion', 'is missing: tell which published version it was begun from');
  return baseVersion <= standing
    ? baseVersion
    : invalid('/baseVersion', 'names no version that was published');
}

/** One with a log, or one that is still to be opened: that has a draft of its top. */
async function isStory(storage: Storage, storyId: string): Promise<boolean> {
  if (await storage.findStory({ id: storyId })) return true;
  const tops = await storage.drafts.list({
    storyId,
    kinds: ['top'],
    statuses: ['draft', 'filed', 'scheduled', 'trashed'],
    limit: 1,
  });
  return tops.length > 0;
}
