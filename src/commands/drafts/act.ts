import { isOpen, type Draft } from '../../domain/desk/draft.ts';
import type { Refusal } from '../../domain/errors.ts';
import { breaks, faultAt, type Wrong } from '../../domain/faults.ts';
import { newId } from '../../domain/id.ts';
import type { Instant } from '../../domain/time.ts';
import type { DraftWrite } from '../../storage/desk/draft-store.ts';
import type { Newsroom } from '../perform.ts';
import type { DraftAct } from '../../domain/desk/draft-act.ts';
import { entry, type Who } from './activity.ts';
import { NOBODY, type ContentAtHead, type Writers } from './head.ts';

/** What an act on a draft sees. */
export type DraftScene = {
  draft: Draft;
  now: Instant;
  personId: string;
  fourEyes: boolean;
  /** Head of its log, and who changed words since it was filed; as far as its row knows, where its words are not asked for. */
  headSeq: number;
  writers: Writers;
};

/** What is to change of the draft's row – nothing, where all is so already – or why not. */
export type DraftVerdict =
  | { type: 'changed'; change: Partial<Draft>; act: DraftAct; detail?: Record<string, unknown> }
  | { type: 'same' }
  | Refusal;

/** A thing somebody can do with a draft, before it is published: looks at it, changes nothing. */
export type DraftVerb = (scene: DraftScene) => DraftVerdict;

export type Acted = { type: 'acted'; draft: Draft };

export type DraftOrder = {
  draftId: string;
  /** The version it was decided on; left out, as it stands. */
  version?: number;
  verb: DraftVerb;
  /** Where its words are to be kept as they stand then. */
  keeping?: ContentAtHead;
};

/** Does something with a draft, and tells of it in the same commit. Asked for again, it is done already. */
export async function actOn(
  { storage, clock }: Newsroom,
  who: Who,
  { draftId, version, verb, keeping }: DraftOrder,
): Promise<Acted | Refusal> {
  const draft = await storage.drafts.find(draftId);
  if (!draft) return { type: 'unknown-draft', id: draftId };
  const { site } = await storage.site();
  const now = await clock.fresh();
  const words = keeping ? await keeping(draftId, draft.filedSeq ?? 0) : { ...draft, writers: NOBODY };
  const { fourEyes } = site;
  const { personId } = who;
  const headSeq = Math.max(words.logSeq, draft.logSeq);
  const verdict = verb({ draft, now, personId, fourEyes, headSeq, writers: words.writers });
  if (verdict.type === 'same') return { type: 'acted', draft };
  if (version !== undefined && version !== draft.version) return movedOn(draft);
  if (verdict.type !== 'changed') return verdict;
  const { change, act, detail } = verdict;
  const { content, logSeq } = words.logSeq > draft.logSeq ? words : draft;
  const next: Draft = {
    ...draft,
    content,
    logSeq,
    ...change,
    version: draft.version + 1,
    changedBy: who.personId,
    changedAt: now,
  };
  const write: DraftWrite = {
    draft: next,
    expected: { version: draft.version },
    ...(keeping && { keep: versionOf(next, now, who) }),
  };
  const activity = [entry(who, act, next, now, detail)];
  const result = await storage.commit({ logs: [], rows: [], activity, drafts: [write] });
  if (result.type === 'draft-moved') return result;
  if (result.type !== 'committed') throw new Error(`a draft was answered with ${result.type}`);
  return { type: 'acted', draft: next };
}

export const movedOn = (draft: Draft): Refusal => ({
  type: 'draft-moved',
  draftId: draft.id,
  current: draft,
});

/** Only what is open can be filed, scheduled, embargoed, put away: a verb asks this first. */
export function onOpen(verb: DraftVerb): DraftVerb {
  return (scene) => (isOpen(scene.draft.status) ? verb(scene) : movedOn(scene.draft));
}

export const invalid = (pointer: string, wrong: Wrong): Refusal => ({
  type: 'invalid',
  errors: [faultAt(pointer, wrong)],
});

/** Of an hour that is to come and does not. */
export const notAhead = (now: Instant): Wrong =>
  breaks('ahead', `must lie ahead: it is ${now} by the server’s clock`);

/** A draft as it stands, for whoever looks back. */
export function versionOf({ id: draftId, logSeq, content }: Draft, at: Instant, { personId }: Who) {
  return { id: newId(at), draftId, at, by: [personId], logSeq, content };
}
