import { useCallback, useEffect, useRef, useState } from 'react';
import { isOpen } from '../../../../../domain/desk/draft.ts';
import type { DraftConnection } from '../../../net/draft-connection.ts';
import type { DraftStanding } from '../../../net/draft-standing.ts';
import type { Draft } from '../../../../shared/wire.ts';
import type { SendMore } from '../net/acts.ts';
import type { Refused } from '../net/refused.ts';
import { useStoryDesk } from '../story-desk.ts';
import { heldBack, takeBackUnplaced, useHeldBack } from './unplaced.ts';
import { useContent } from './use-draft-fields.ts';
import { useGivenBack } from './use-given-back.ts';
import { useWithOpening } from './use-with-opening.ts';
import { isWordless } from './wordless.ts';
import { useMended } from '../net/use-mended.ts';
import { focusFault } from './focus-fault.ts';

export type Publishing = {
  /** What Ctrl/Cmd+Enter does for this person here; `open-with`: it goes out when the story is opened. */
  deed: 'publish' | 'file' | 'open-with';
  /** Whether there is anything to send. */
  ready: boolean;
  sending: boolean;
  /** Nothing is written yet. */
  wordless: boolean;
  refused: Refused | null;
  submit(more?: SendMore): void;
  file(): void;
  schedule(at: string): void;
  /** Asks when it is to go out. */
  askWhen(): void;
  /** Takes back the pictures that hold it back, and sends it as it was to be sent. */
  withoutPictures(): void;
  /** It went out or into the trash: it is sent no more. */
  gone: boolean;
  /** Whether the draft had gone before some of these words were written. */
  ahead: boolean;
  /** Puts the sheet away; the draft is where it is. */
  putAway(): void;
  /** Keeps words that were written after the draft had gone: as an edit of what it became, or as a draft of its own. */
  saveAsEdit(): void;
  saveAsNew(): void;
  /** Opens an edit of what the draft became; null: it became nothing, or this person does not edit. */
  editPublished: (() => void) | null;
};

/** By which one leaves a sheet. */
type Way = Publishing['deed'] | 'schedule';

/** How the draft on a sheet goes out. */
export function usePublishing(
  connection: DraftConnection,
  standing: DraftStanding,
  draft: Draft | null,
): Publishing {
  const { may, acts, ask, refusals, turn, story } = useStoryDesk();
  const { draftId, doc } = connection;
  const [sending, setSending] = useState(false);
  const pressedIn = useGivenBack(sending);
  const content = useContent(doc);
  const refused = refusals.of(draftId);
  useMended(draftId, refused, content);
  useFollowed(draftId, refused);
  const again = useRef<{ way: Way; more: SendMore | undefined } | null>(null);
  const withOpening = useWithOpening();
  const joins = withOpening !== null && draft?.kind !== 'top';
  const deed = joins
    ? 'open-with'
    : may(draft?.kind === 'edit' ? 'edit-update' : 'publish-update')
      ? 'publish'
      : 'file';

  const during = useCallback(
    async (act: () => Promise<Refused | null>) => {
      pressedIn.current = document.activeElement;
      setSending(true);
      refusals.set(draftId, null);
      try {
        const outcome = await act();
        refusals.set(draftId, outcome);
        if (outcome?.name === 'invalid') focusFault(draftId, outcome.errors);
      } finally {
        setSending(false);
      }
    },
    [draftId, refusals, pressedIn],
  );

  const wordless = isWordless(content);
  const moved = refused?.name === 'draft-moved' ? refused.moved.draft : null;
  const gone = standing.state === 'closed' || (moved !== null && !isOpen(moved.status));
  const ready = !sending && !wordless && !gone && standing.state !== 'read-only';
  const go = (way: Way, more?: SendMore): void => {
    if (!ready) return;
    again.current = { way, more };
    const held = heldBack(draftId);
    if (held) refusals.set(draftId, held);
    else if (way === 'open-with') withOpening?.({ id: draftId });
    else if (way !== 'schedule') void during(() => acts.send(connection, draft, way, more));
    else if (draft) ask({ dialog: 'schedule', draft });
  };
  const became = moved?.status === 'published' && moved.kind !== 'top' ? (moved.updateId ?? moved.id) : null;
  const update = story.updates.find(({ id, status }) => id === became && status === 'published');
  const putAway = (): void => {
    refusals.set(draftId, null);
    turn({ type: 'close', id: draftId });
  };
  return {
    deed,
    ready,
    sending,
    wordless,
    refused,
    submit: (more) => go(deed, more),
    file: () => go('file'),
    schedule: (at) => {
      // What an edit goes out as is asked with it.
      if (draft?.kind === 'edit') ask({ dialog: 'schedule', draft });
      else if (draft) void during(() => acts.schedule(draft, at));
    },
    askWhen: () => go('schedule'),
    withoutPictures: () => {
      takeBackUnplaced(draftId);
      const { way = deed, more } = again.current ?? {};
      go(way, more);
    },
    gone,
    ahead: JSON.stringify(moved?.content) !== JSON.stringify(content),
    putAway,
    saveAsEdit: () => void during(() => acts.carryOn(connection, draft, refused)),
    saveAsNew: () => void during(() => acts.carryOn(connection, null, null, true)),
    editPublished:
      update && may('edit-update')
        ? () => {
            putAway();
            void acts.edit(update);
          }
        : null,
  };
}

/** What is told of pictures that hold it back follows them, and goes with them. */
function useFollowed(draftId: string, refused: Refused | null): void {
  const { refusals } = useStoryDesk();
  const held = useHeldBack(draftId);
  const { set } = refusals;
  useEffect(() => {
    if (refused?.name !== 'pictures') return;
    if (refused.underWay !== held?.underWay || refused.failed !== held.failed) set(draftId, held);
  }, [draftId, refused, held, set]);
}
