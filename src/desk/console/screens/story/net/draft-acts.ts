import { heldBack } from '../compose/unplaced.ts';
import type { StoryActs } from './acts.ts';
import { draftCalls } from './draft-calls.ts';
import { refusedBy } from './refuse.ts';
import type { AtHand } from './use-acts.ts';

type DraftActs = Pick<
  StoryActs,
  'file' | 'takeBack' | 'schedule' | 'unschedule' | 'embargo' | 'liftEmbargo' | 'trash'
>;

/** What becomes of drafts short of going out; each act's way back names the version that the act itself made. */
export function draftActs({ now, tellOf, holds, done, say, anew, mine }: AtHand): DraftActs {
  return {
    async file(draft) {
      if (holds(draft)) return;
      let after = draft;
      await tellOf(
        draft,
        async () => (after = await draftCalls.file(draft)),
        say.say('story.wasFiled'),
        () => draftCalls.takeBack(after),
      );
    },
    async takeBack(draft) {
      let after = draft;
      await tellOf(
        draft,
        async () => (after = await draftCalls.takeBack(draft)),
        say.say('story.wasTakenBack'),
        () => draftCalls.file(after),
      );
    },
    async schedule(draft, at, how) {
      const held = heldBack(draft.id);
      if (held) return held;
      mine(draft.id);
      try {
        const after = await draftCalls.schedule(draft, at, how);
        done(say.say('story.wasScheduled', { time: now().told.stamp(at) }), () =>
          draftCalls.unschedule(after),
        );
        now().turn({ type: 'close', id: draft.id });
        await anew();
        return null;
      } catch (error) {
        return refusedBy(say, error);
      }
    },
    async unschedule(draft) {
      const { publishAt, publishHow } = draft;
      let after = draft;
      await tellOf(
        draft,
        async () => (after = await draftCalls.unschedule(draft)),
        say.say('story.wasUnscheduled'),
        publishAt === null ? undefined : () => draftCalls.schedule(after, publishAt, publishHow ?? undefined),
      );
    },
    async embargo(draft, until) {
      try {
        const after = await draftCalls.embargo(draft, until);
        // Whoever lifts it is an editor; who only asked for it cannot take it back.
        const undo = now().story.may.includes('lift-embargo') && draft.embargoUntil === null;
        done(
          say.say('story.wasEmbargoed', { time: now().told.stamp(until) }),
          undo ? () => draftCalls.liftEmbargo(after) : undefined,
        );
        await anew();
        return null;
      } catch (error) {
        return refusedBy(say, error);
      }
    },
    async liftEmbargo(draft) {
      const { embargoUntil } = draft;
      let after = draft;
      await tellOf(
        draft,
        async () => (after = await draftCalls.liftEmbargo(draft)),
        say.say('story.embargoLifted'),
        embargoUntil === null ? undefined : () => draftCalls.embargo(after, embargoUntil),
      );
    },
    async trash(draft) {
      let after = draft;
      const gone = await tellOf(
        draft,
        async () => (after = await draftCalls.trash(draft)),
        say.say('story.wasTrashed'),
        () => draftCalls.restore(after),
      );
      if (gone) now().turn({ type: 'close', id: draft.id });
    },
  };
}
