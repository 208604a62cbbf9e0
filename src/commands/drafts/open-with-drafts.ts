import { isOpen, type Draft, type DraftContent } from '../../domain/desk/draft.ts';
import type { FieldError, Refusal } from '../../domain/errors.ts';
import type { Story } from '../../domain/story.ts';
import type { Instant } from '../../domain/time.ts';
import type { DraftWrite } from '../../storage/desk/draft-store.ts';
import type { Storage } from '../../storage/storage.ts';
import { openChosen } from '../open-story.ts';
import type { Newsroom } from '../perform.ts';
import type { Played, Step } from '../play.ts';
import { postUpdate } from '../post-update.ts';
import { entry, type Who } from './activity.ts';
import { invalid, movedOn, versionOf } from './act.ts';
import type { ContentAtHead, DraftHead, Writers } from './head.ts';
import { keptBack, wroteAlone } from './kept-back.ts';
import { openingWords, publishedBefore } from './publish-draft.ts';
import { signed } from './signed.ts';
import { asDrafted, updateWords } from './words-of-draft.ts';

export type OpeningOrder = {
  storyId: string;
  /** Of the draft of its top, as it was seen. */
  version: number;
  /** Drafted updates, in the order they are to stand in. */
  draftIds: string[];
  contentAtHead: ContentAtHead;
};

/** `drafts`: the top's and the updates'. */
export type OpenedWith = { type: 'opened'; draft: Draft; drafts: Draft[]; story: Story };

const ATTEMPTS = 20;

/**
 * Opens a story with its drafted top and these updates, in one commit: a post that was pasted is told again as it happened,
 * each update at its hour and none before the one it follows.
 */
export async function openWithDrafts(
  newsroom: Newsroom,
  who: Who,
  order: OpeningOrder,
): Promise<OpenedWith | Refusal> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await attemptOnce(newsroom, who, order);
    if (outcome.type !== 'moved-on') return outcome;
  }
  return { type: 'busy' };
}

/** `said`: its words as they go out, with the name of who wrote them. */
type Piece = { draft: Draft; head: DraftHead; said: DraftContent; writers: Writers; at: Instant };

async function attemptOnce(
  newsroom: Newsroom,
  who: Who,
  order: OpeningOrder,
): Promise<OpenedWith | Refusal | { type: 'moved-on' }> {
  const { storage, clock } = newsroom;
  const { storyId, version, draftIds } = order;
  const tops = await storage.drafts.list({ storyId, kinds: ['top'], statuses: ANY, limit: 2 });
  const top = tops.find(({ status }) => isOpen(status)) ?? tops[0];
  if (!top) return { type: 'unknown-story', slug: storyId };
  const found = await draftsOf(storage, storyId, draftIds);
  if (found.type !== 'drafts') return found;
  if (!isOpen(top.status) || top.version !== version)
    return openedBefore(storage, who, top, found.drafts, version);
  const { site } = await storage.site();
  const now = await clock.fresh();
  for (const draft of [top, ...found.drafts]) {
    if (!isOpen(draft.status)) return movedOn(draft);
    const back = keptBack({ draft, now, personId: who.personId, fourEyes: site.fourEyes });
    if (back) return back;
  }
  const pieces = await atTheirHours(storage, order, [top, ...found.drafts], now);
  const asking = { personId: who.personId, fourEyes: site.fourEyes };
  if (pieces.some(({ draft, writers }) => wroteAlone(draft, asking, writers))) return { type: 'four-eyes' };
  const [lead, ...updates] = pieces;
  const written = (done: Played): DraftWrite[] => pieces.map((piece) => publication(piece, who, now, done));
  const opened = await openChosen(newsroom, {
    actor: who.actor,
    input: openingWords(lead!.head.content),
    storyId,
    at: lead!.at,
    steps: () => updates.map(stepOf),
    posted: draftIds,
    drafts: written,
    tells: (done) =>
      written(done).map(({ draft }) => entry(who, 'publish-draft', draft, now, {}, draft.publishedSeq)),
  });
  if (opened.type === 'draft-moved' || opened.type === 'opened-before') return { type: 'moved-on' };
  if (opened.type !== 'played') {
    const standing = await storage.drafts.find(top.id);
    if (standing?.version !== top.version) return { type: 'moved-on' };
  }
  if (opened.type === 'invalid')
    return { type: 'invalid', errors: asDrafted(opened.errors, lead!.head.content) };
  if (opened.type === 'answered') throw new Error('an answer was kept that nobody asked to keep');
  if (opened.type !== 'played') return opened;
  const [draft, ...drafts] = written(opened).map((write) => write.draft);
  return { type: 'opened', draft: draft!, drafts, story: opened.story };
}

const ANY = ['draft', 'filed', 'scheduled', 'published'] as const;

async function draftsOf(
  storage: Storage,
  storyId: string,
  ids: string[],
): Promise<{ type: 'drafts'; drafts: Draft[] } | Refusal> {
  if (new Set(ids).size !== ids.length) return invalid('/draftIds', 'names one twice');
  const drafts: Draft[] = [];
  for (const [index, id] of ids.entries()) {
    const draft = await storage.drafts.find(id);
    if (!draft) return { type: 'unknown-draft', id };
    if (draft.storyId !== storyId || draft.kind !== 'update')
      return invalid(`/draftIds/${index}`, 'is no update of this story');
    drafts.push(draft);
  }
  return { type: 'drafts', drafts };
}

async function openedBefore(
  storage: Storage,
  who: Who,
  top: Draft,
  drafts: Draft[],
  version: number,
): Promise<OpenedWith | Refusal> {
  const before = await publishedBefore(storage, who, top, version);
  if (before.type !== 'published') return before;
  return { type: 'opened', draft: before.draft, drafts, story: before.story };
}

/** None takes effect before the one it follows, or later than now; the top, where its own hour is not told, with the first. */
async function atTheirHours(
  storage: Storage,
  { contentAtHead }: OpeningOrder,
  drafts: Draft[],
  now: Instant,
): Promise<Piece[]> {
  const told = drafts.flatMap(({ at }) => at ?? []).toSorted();
  let last = earlier(told[0] ?? now, now);
  const pieces: Piece[] = [];
  for (const [index, draft] of drafts.entries()) {
    const at = earlier(draft.at ?? (index === 0 ? last : now), now);
    last = at > last ? at : last;
    const { writers, ...head } = await contentAtHead(draft.id, draft.filedSeq ?? 0);
    const begun = await storage.drafts.version(draft.id);
    const byline = pieces[0]?.head.content.top?.byline ?? [];
    const said = await signed(storage, draft, head.content, { begun, byline });
    pieces.push({ draft, head, said, writers, at: last });
  }
  return pieces;
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/** Faults of its words point to the draft they are of. */
function stepOf({ draft, head, said, at }: Piece, index: number): Step {
  const verb = postUpdate(draft.id, updateWords(said));
  return {
    at,
    verb(scene) {
      const verdict = verb(scene);
      if (verdict.type !== 'invalid') return verdict;
      const errors = asDrafted(verdict.errors, head.content);
      return { type: 'invalid', errors: errors.map((error) => ofDraft(error, index)) };
    },
  };
}

const ofDraft = ({ pointer, detail }: FieldError, index: number): FieldError => ({
  pointer: `/draftIds/${index}${pointer}`,
  detail,
});

function publication({ draft, head, at }: Piece, who: Who, now: Instant, done: Played): DraftWrite {
  const posted = draft.kind === 'update';
  const next: Draft = {
    ...draft,
    ...head,
    status: 'published',
    version: draft.version + 1,
    updateId: posted ? draft.id : null,
    changedBy: who.personId,
    changedAt: now,
    publishedBy: who.personId,
    publishedAt: at,
    publishedSeq: (posted && done.updates.get(draft.id)?.seq) || 1,
    missed: null,
  };
  return {
    draft: next,
    expected: { version: draft.version, logSeq: head.logSeq },
    keep: versionOf(next, now, who),
  };
}
