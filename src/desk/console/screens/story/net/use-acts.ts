import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { useToasts } from '../../../kit/toast-store.ts';
import { serverInstant } from '../../../kit/now.ts';
import { keys } from '../../../net/keys.ts';
import { problemLine } from '../../../net/problem-words.ts';
import { useWords } from '../../../words/words.tsx';
import type { Draft, StoryWire } from '../../../../shared/wire.ts';
import { isOpen } from '../../../../../domain/desk/draft.ts';
import { newId } from '../../../../../domain/id.ts';
import { heldBack } from '../compose/unplaced.ts';
import { refusalLine } from '../reading/refusal-line.ts';
import { openEditOf, openTopOf } from '../stream/open-edit.ts';
import { isWritingIn } from '../regions.ts';
import type { StoryDesk } from '../story-desk.ts';
import type { StoryActs } from './acts.ts';
import { draftActs } from './draft-acts.ts';
import { draftCalls } from './draft-calls.ts';
import { refusedBy } from './refuse.ts';
import { sendingActs } from './sending-acts.ts';
import { storyCalls } from './story-calls.ts';

/** What acts need of the screen, as it stands when they are done. */
export type Standing = Pick<
  StoryDesk,
  'story' | 'me' | 'told' | 'opening' | 'open' | 'turn' | 'ask' | 'go' | 'refusals'
>;

/** What every act has at hand. */
export type AtHand = {
  now(): Standing;
  /** Does it, tells in a toast what came of it, and keeps the way back. A problem is told, and nothing is thrown. */
  tell(did: () => Promise<unknown>, said: string, undo?: () => Promise<unknown>): Promise<boolean>;
  /** Whether pictures given to a draft hold it back; that is told where the draft stands. */
  holds(draft: Draft): boolean;
  /** Does it with a draft; where it is refused, that is told where the draft stands. */
  attempt(draft: Draft, did: () => Promise<unknown>): Promise<boolean>;
  /** The same, with what to say of it and the way back. */
  tellOf(
    draft: Draft,
    did: () => Promise<unknown>,
    said: string,
    undo?: () => Promise<unknown>,
  ): Promise<boolean>;
  say: ReturnType<typeof useWords>;
  /** Has the story asked for anew. */
  anew(): Promise<void>;
  /** Says what was done, and keeps the way back for the key as well as for the button. */
  done(said: string, undo?: () => Promise<unknown>): void;
  toast: ReturnType<typeof useToasts>['show'];
  /** Notes an id as done here, so that it is not announced as another's. */
  mine(id: string): void;
  /** Ids of edits that were begun because something is wrong. */
  correcting: Set<string>;
};

export function useActs(standing: Standing, mine: Set<string>): StoryActs {
  const say = useWords();
  const toasts = useToasts();
  const queries = useQueryClient();
  const latest = useRef(standing);
  latest.current = standing;
  const back = useRef<(() => void) | null>(null);
  return useMemo(() => {
    const anew = (): Promise<void> =>
      queries.invalidateQueries({ queryKey: keys.story(latest.current.story.id) });
    const hand: AtHand = {
      now: () => latest.current,
      say,
      anew,
      toast: toasts.show,
      correcting: new Set(),
      mine: (id) => void mine.add(id),
      done(said, undo) {
        const way = undo ? () => void hand.tell(undo, say.say('story.undone')) : null;
        back.current = way;
        toasts.show(said, { undo: way ?? undefined });
      },
      holds(draft) {
        const held = heldBack(draft.id);
        if (held) latest.current.refusals.set(draft.id, held);
        return held !== null;
      },
      async attempt(draft, did) {
        const { refusals, told, open } = latest.current;
        refusals.set(draft.id, null);
        try {
          await did();
          return true;
        } catch (error) {
          const refused = refusedBy(say, error);
          // Of a draft that is none any more there is no entry to tell it at; its sheet tells it, where that lies open.
          const isNone = refused.name === 'draft-moved' && !isOpen(refused.moved.draft?.status ?? 'trashed');
          if (isNone && open.current !== draft.id)
            toasts.show(refusalLine(say, told, serverInstant(), refused), { kind: 'problem' });
          else refusals.set(draft.id, refused);
          await anew();
          return false;
        }
      },
      async tellOf(draft, did, said, undo) {
        if (!(await hand.attempt(draft, did))) return false;
        hand.done(said, undo);
        await anew();
        return true;
      },
      async tell(did, said, undo) {
        try {
          await did();
        } catch (error) {
          toasts.show(problemLine(say, error), { kind: 'problem' });
          await anew();
          return false;
        }
        hand.done(said, undo);
        await anew();
        return true;
      },
    };
    const onUpdates = updateActs(hand);
    return {
      ...sendingActs(hand, onUpdates.edit),
      ...draftActs(hand),
      ...onUpdates,
      undo: () => {
        back.current?.();
        back.current = null;
      },
    };
  }, [say, toasts, queries, mine]);
}

type UpdateActs = Pick<
  StoryActs,
  'edit' | 'isCorrecting' | 'writeThrough' | 'retract' | 'pin' | 'keyEvent' | 'copyLink'
>;

function updateActs({ now, tell, say, toast, anew, mine, correcting }: AtHand): UpdateActs {
  const begin = async (
    story: StoryWire,
    kind: 'edit' | 'top',
    updateId: string | null,
  ): Promise<string | null> => {
    try {
      const { draft } = await draftCalls.make({
        id: newId(serverInstant()),
        storyId: story.id,
        kind,
        updateId,
      });
      await anew();
      return draft.id;
    } catch (error) {
      toast(problemLine(say, error), { kind: 'problem' });
      return null;
    }
  };
  return {
    async edit(update, isCorrecting = false) {
      const { story, turn, go } = now();
      const id = openEditOf(story, update.id)?.id ?? (await begin(story, 'edit', update.id));
      if (id === null) return;
      if (isCorrecting) correcting.add(id);
      turn({ type: 'open', id });
      go('write');
    },
    isCorrecting: ({ id }) => correcting.has(id),
    async writeThrough() {
      const { story, go } = now();
      if (!openTopOf(story)) await begin(story, 'top', null);
      // The news of the draft may be here before the answer is, and its writer at work.
      go('top', () => !isWritingIn('top'));
    },
    async retract(update, reason) {
      mine(update.id);
      await storyCalls.retract(update.id, reason, update.version);
      toast(say.say('story.retracted'));
      await anew();
    },
    async pin(update, pinned) {
      const before = now().story.pinnedId;
      await tell(
        () => storyCalls.pin(update.id, pinned),
        say.say(pinned ? 'story.wasPinned' : 'story.wasUnpinned'),
        () => (pinned && before !== null ? storyCalls.pin(before, true) : storyCalls.pin(update.id, !pinned)),
      );
    },
    async keyEvent(update, on) {
      mine(update.id);
      await tell(
        () => storyCalls.keyEvent(update.id, on),
        say.say(on ? 'story.wasMadeKeyEvent' : 'story.wasMadeNoKeyEvent'),
        () => storyCalls.keyEvent(update.id, !on),
      );
    },
    async copyLink(update) {
      await navigator.clipboard.writeText(update.url);
      toast(say.say('story.linkCopied'));
    },
  };
}
