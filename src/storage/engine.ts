import { DESK_TOPIC } from '../domain/desk/topic.ts';
import type { Bus, Wake } from './bus.ts';
import { commitPlan } from './commit.ts';
import { draftLogReadingPlans, draftLogWritePlans } from './desk/draft-log-plans.ts';
import { draftReadingPlans, draftWritePlans } from './desk/draft-plans.ts';
import { peopleReadingPlans } from './desk/people-plans.ts';
import { peopleWritePlans } from './desk/people-writes.ts';
import { deskReadingPlans } from './desk/desk-plans.ts';
import { heldMediaReadingPlans } from './desk/held-media-plans.ts';
import { noteReadingPlans, noteWritePlans } from './desk/note-plans.ts';
import type { Plan, Sql } from './plan.ts';
import { readingPlans } from './readings.ts';
import type { Change, CommitResult, Readings, Storage } from './storage.ts';
import { storeReadingPlans, storeWritePlans } from './store-plans.ts';

/** Every write there is, by name, so that it can be asked for across a thread. */
export const writePlans = {
  commit: commitPlan,
  ...storeWritePlans,
  ...draftWritePlans,
  ...draftLogWritePlans,
  ...peopleWritePlans,
  ...noteWritePlans,
};

export type WriteName = keyof typeof writePlans;

/** What each engine brings: its dialect, how a plan is run, and the bus. */
export type Engine = {
  name: Storage['engine'];
  sql: Sql;
  /** In one read transaction. */
  read<T>(plan: Plan<T>): Promise<T>;
  /** In one write transaction; wakes the bus after a commit. */
  write(name: WriteName, args: unknown[]): Promise<unknown>;
  bus: Bus;
  /** Another number after every commit; left out where asking costs as much as reading. */
  stamp?: () => number;
  close(): Promise<void>;
};

type PlanFunction = (db: Sql, ...args: never[]) => Plan<unknown>;
type Asking<F> = F extends (db: Sql, ...args: infer A) => Plan<infer T> ? (...args: A) => Promise<T> : never;
type AskingAll<P> = { [K in keyof P]: Asking<P[K]> };

/** The storage that an engine makes. */
export function storageOf(engine: Engine): Storage {
  const asking = <P extends Record<string, PlanFunction>>(plans: P): AskingAll<P> =>
    mapped(
      plans,
      (plan) =>
        (...args) =>
          engine.read(plan(engine.sql, ...(args as never[]))),
    );
  const writing = <P extends Record<string, PlanFunction>>(plans: P): AskingAll<P> =>
    mapped(
      plans,
      (_, name) =>
        (...args) =>
          engine.write(name as WriteName, args),
    );
  const readings: Readings = asking(readingPlans);
  const reads = asking({
    ...storeReadingPlans,
    ...draftReadingPlans,
    ...draftLogReadingPlans,
    ...peopleReadingPlans,
    ...noteReadingPlans,
    ...heldMediaReadingPlans,
  });
  const writes = writing(writePlans);
  return {
    ...readings,
    engine: engine.name,
    commit: writes.commit,
    tokens: {
      add: writes.addToken,
      byHash: reads.tokenByHash,
      list: reads.listTokens,
      revoke: writes.revokeToken,
      markUsed: writes.markTokenUsed,
    },
    people: {
      find: reads.findPerson,
      byEmail: reads.personByEmail,
      list: reads.listPeople,
      credentials: reads.personCredentials,
      passkey: reads.findPasskey,
      passkeys: reads.listPasskeys,
      recoveryCodesLeft: reads.recoveryCodesLeft,
      bySso: reads.personBySso,
      isBound: reads.isBoundBySso,
      link: reads.findLink,
      invitations: reads.openInvitations,
      attempt: writes.attemptSignIn,
      change: writes.changePeople,
    },
    sessions: { byHash: reads.sessionByHash, list: reads.listSessions, markSeen: writes.markSessionSeen },
    grants: { find: reads.findGrant, list: reads.listGrants },
    answers: { find: reads.findAnswer, forget: writes.forgetAnswers },
    clock: { get: reads.getClock, set: writes.setClock },
    drafts: {
      find: reads.findDraft,
      list: reads.listDrafts,
      lateUpdates: reads.lateUpdates,
      hands: reads.updateHands,
      due: reads.dueDrafts,
      keepContent: writes.keepDraftContent,
      versions: reads.draftVersions,
      version: reads.draftVersion,
      addVersion: writes.addDraftVersion,
    },
    draftLog: {
      append: writes.appendToDraft,
      since: reads.draftLogSince,
      compact: writes.compactDraft,
    },
    heldMedia: {
      find: reads.findHeldMedia,
      byDigest: reads.heldMediaByDigest,
      pictures: reads.deskPictures,
      list: reads.listDeskPictures,
      unfinished: reads.unfinishedHeldMedia,
    },
    notes: {
      find: reads.findNote,
      list: reads.listNotes,
      handover: reads.handoverNote,
      mentions: reads.mentionsOf,
      readMentions: writes.readMentions,
    },
    desk: asking(deskReadingPlans),
    bus: engine.bus,
    stamp: engine.stamp ?? null,
    close: engine.close,
  };
}

function mapped<P extends Record<string, PlanFunction>>(
  plans: P,
  make: (plan: PlanFunction, name: string) => (...args: unknown[]) => Promise<unknown>,
): AskingAll<P> {
  return Object.fromEntries(
    Object.entries(plans).map(([name, plan]) => [name, make(plan, name)]),
  ) as AskingAll<P>;
}

/** The plan of a write, ready to run. */
export function writePlan(sql: Sql, name: WriteName, args: unknown[]): Plan<unknown> {
  const plan = writePlans[name] as unknown as (db: Sql, ...args: unknown[]) => Plan<unknown>;
  return plan(sql, ...args);
}

/** Whom a write wakes once it is committed. */
export function wakesAfter(name: WriteName, args: unknown[], result: unknown): Wake[] {
  switch (name) {
    case 'setClock':
      return [{ clock: true }];
    case 'commit': {
      const committed = result as CommitResult;
      if (committed.type !== 'committed') return [];
      const heads = new Map(committed.events.map((event) => [event.storyId, event.seq]));
      const { drafts = [] } = args[0] as Change;
      return [
        ...Array.from(heads, ([storyId, seq]) => ({ storyId, seq })),
        ...drafts.map(({ draft: { id: draftId, storyId } }) => ({
          topic: DESK_TOPIC,
          message: { event: 'draft', draftId, storyId },
        })),
      ];
    }
    default:
      return [];
  }
}
