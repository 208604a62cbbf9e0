import { isOpen, type Draft, type DraftContent, type PublishAs } from '../../domain/desk/draft.ts';
import type { Refusal } from '../../domain/errors.ts';
import { newId } from '../../domain/id.ts';
import type { Story } from '../../domain/story.ts';
import type { Instant } from '../../domain/time.ts';
import type { DraftWrite } from '../../storage/desk/draft-store.ts';
import type { Activity, Storage } from '../../storage/storage.ts';
import { openChosen, type OpenedBefore } from '../open-story.ts';
import { perform, type Newsroom } from '../perform.ts';
import type { Played } from '../play.ts';
import { entry, type Who } from './activity.ts';
import { movedOn, versionOf } from './act.ts';
import type { ContentAtHead, DraftHead } from './head.ts';
import { keptBack, wroteAlone } from './kept-back.ts';
import { publicationVerbs } from './publication.ts';
import { signed } from './signed.ts';
import { asDrafted, topWords, detailsChanged } from './words-of-draft.ts';

export type PublishOrder = {
  draftId: string;
  /** The draft's version as it was seen. */
  version: number;
  how?: PublishAs | undefined;
  contentAtHead: ContentAtHead;
  /** Set where the server does it by itself. */
  scheduled?: { late: boolean };
};

/** What went out, and how its story stands. */
export type Published = { type: 'published'; draft: Draft; story: Story };

/** How often it is tried again because keys were struck meanwhile, or something else was done with it, before its writer is told to try later. */
const ATTEMPTS = 20;

/**
 * Publishes a draft with every keystroke that is in its log: its row and the event are one commit, guarded by both.
 * Whoever asks again after a cut answer is told the same; whoever comes second is told who was first.
 */
export async function publishDraft(
  newsroom: Newsroom,
  who: Who,
  order: PublishOrder,
): Promise<Published | Refusal> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const outcome = await attemptOnce(newsroom, who, order);
    if (outcome.type !== 'moved-on') return outcome;
  }
  return { type: 'busy' };
}

async function attemptOnce(
  newsroom: Newsroom,
  who: Who,
  order: PublishOrder,
): Promise<Published | Refusal | { type: 'moved-on' }> {
  const { storage, clock } = newsroom;
  const draft = await storage.drafts.find(order.draftId);
  if (!draft) return { type: 'unknown-draft', id: order.draftId };
  if (!isOpen(draft.status) || draft.version !== order.version)
    return publishedBefore(storage, who, draft, order.version);
  const now = await clock.fresh();
  const { site } = await storage.site();
  const asking = { draft, now, personId: who.personId, fourEyes: site.fourEyes };
  const back = keptBack(asking);
  if (back) return back;
  const { writers, ...head } = await order.contentAtHead(draft.id, draft.filedSeq ?? 0);
  if (wroteAlone(draft, asking, writers, order.scheduled !== undefined)) return { type: 'four-eyes' };
  const done = await goesOut(newsroom, who, order, { draft, head, now });
  if (done.type === 'draft-moved' || done.type === 'opened-before') return { type: 'moved-on' };
  if (done.type !== 'played') {
    // What another did with it a moment ago may be all that stands against it: then that is to be told.
    const standing = await storage.drafts.find(draft.id);
    if (standing?.version !== draft.version) return { type: 'moved-on' };
  }
  if (done.type === 'invalid') return { type: 'invalid', errors: asDrafted(done.errors, head.content) };
  if (done.type !== 'played') return done;
  return {
    type: 'published',
    draft: publishedDraft({ draft, head, now, who, order }, done),
    story: done.story,
  };
}

/** The same person's retry finds what it did; anybody else finds that somebody was first. */
export async function publishedBefore(
  storage: Storage,
  { personId }: Who,
  draft: Draft,
  version: number,
): Promise<Published | Refusal> {
  const theirs = draft.status === 'published' && draft.publishedBy === personId;
  if (!theirs || draft.version !== version + 1) return movedOn(draft);
  const at = await storage.findStory({ id: draft.storyId });
  if (!at) throw new Error(`the story of a published draft is not there: ${draft.storyId}`);
  return { type: 'published', draft, story: at.story };
}

type GoingOut = { draft: Draft; head: DraftHead; now: Instant };

async function goesOut(
  newsroom: Newsroom,
  who: Who,
  order: PublishOrder,
  going: GoingOut,
): Promise<Played | Refusal | OpenedBefore> {
  const { draft, head, now } = going;
  const row = { ...going, who, order };
  const beside = {
    drafts: (done: Played): DraftWrite[] => [
      {
        draft: publishedDraft(row, done),
        expected: { version: draft.version, logSeq: head.logSeq },
        keep: versionOf({ ...draft, ...head }, now, who),
      },
    ],
    tells: ({ seq }: Played): Activity[] => {
      const detail = {
        ...(draft.kind !== 'update' && { how: order.how?.as ?? 'edit' }),
        ...(order.scheduled && { scheduled: draft.publishAt, late: order.scheduled.late }),
      };
      return [entry(who, 'publish-draft', draft, now, detail, seq)];
    },
  };
  const isThere = await newsroom.storage.findStory({ id: draft.storyId });
  if (!isThere) return draft.kind === 'top' ? opening(newsroom, who, going, beside) : NOT_OPENED;
  const begun = await newsroom.storage.drafts.version(draft.id);
  const publication = {
    draft,
    content: await signed(newsroom.storage, draft, head.content, { begun, byline: isThere.story.top.byline }),
    begun: begun?.content ?? null,
    how: order.how ?? { as: 'edit' as const },
    correctionId: newId(now),
  };
  const story = { id: draft.storyId };
  const done = await perform(newsroom, {
    actor: who.actor,
    story,
    ...publicationVerbs(publication),
    ...beside,
  });
  if (done.type === 'answered') throw new Error('an answer was kept that nobody asked to keep');
  return done;
}

const NOT_OPENED: Refusal = {
  type: 'invalid',
  errors: [{ pointer: '', detail: 'the story is still to be opened: give it a headline and open it first' }],
};

type Beside = Required<Pick<Parameters<typeof perform>[1], 'drafts' | 'tells'>>;

async function opening(
  newsroom: Newsroom,
  { actor }: Who,
  { draft, head }: GoingOut,
  beside: Beside,
): Promise<Played | Refusal | OpenedBefore> {
  const { storyId } = draft;
  const input = openingWords(head.content);
  const opened = await openChosen(newsroom, { actor, input, storyId, ...beside });
  if (opened.type === 'answered') throw new Error('an answer was kept that nobody asked to keep');
  return opened;
}

/** What a story is opened with: all that its draft says, and what it says nothing of as the site has it. */
export function openingWords(content: DraftContent) {
  return { ...topWords(content), ...detailsChanged(content, null) };
}

type Row = GoingOut & { who: Who; order: PublishOrder };

function publishedDraft({ draft, head, now, who, order }: Row, done: Played): Draft {
  return {
    ...draft,
    ...head,
    status: 'published',
    version: draft.version + 1,
    updateId: draft.kind === 'update' ? draft.id : draft.updateId,
    changedBy: who.personId,
    changedAt: now,
    publishedBy: who.personId,
    publishedAt: done.events.at(-1)?.at ?? now,
    publishedSeq: done.seq,
    late: order.scheduled?.late ?? false,
    missed: null,
  };
}
