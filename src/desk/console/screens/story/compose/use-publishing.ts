import { useCallback, useState } from 'react';
import type { DraftConnection } from '../../../net/draft-connection.ts';
import type { DraftStanding } from '../../../net/draft-standing.ts';
import type { Draft } from '../../../../shared/wire.ts';
import type { SendMore } from '../net/acts.ts';
import type { Refused } from '../net/refused.ts';
import { useStoryDesk } from '../story-desk.ts';
import { useContent } from './use-draft-fields.ts';
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
  /** Whether the draft had gone before some of these words were written. */
  ahead: boolean;
  /** Puts the sheet away; the draft is where it is. */
  putAway(): void;
  /** Keeps words that were written after the draft had gone: as an edit of what it became, or as a draft of its own. */
  saveAsEdit(): void;
};

/** How the draft on a sheet goes out. */
export function usePublishing(
  connection: DraftConnection,
  standing: DraftStanding,
  draft: Draft | null,
): Publishing {
  const { may, acts, ask, refusals, turn } = useStoryDesk();
  const { draftId, doc } = connection;
  const [sending, setSending] = useState(false);
  const content = useContent(doc);
  const refused = refusals.of(draftId);
  useMended(draftId, refused, content);
  const withOpening = useWithOpening();
  const joins = withOpening !== null && draft?.kind !== 'top';
  const deed = joins
    ? 'open-with'
    : may(draft?.kind === 'edit' ? 'edit-update' : 'publish-update')
      ? 'publish'
      : 'file';

  const during = useCallback(
    async (act: () => Promise<Refused | null>) => {
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
    [draftId, refusals],
  );

  const wordless = isWordless(content);
  const ready = !sending && !wordless && standing.state !== 'read-only';
  const send = (then: 'publish' | 'file', more?: SendMore): void => {
    if (ready) void during(() => acts.send(connection, draft, then, more));
  };
  const gone = refused?.name === 'draft-moved' ? refused.moved.draft?.content : undefined;
  return {
    deed,
    ready,
    sending,
    wordless,
    refused,
    submit: (more) => {
      if (deed !== 'open-with') send(deed, more);
      else if (ready) withOpening?.({ id: draftId });
    },
    file: () => send('file'),
    schedule: (at) => {
      // What an edit goes out as is asked with it.
      if (draft?.kind === 'edit') ask({ dialog: 'schedule', draft });
      else if (draft) void during(() => acts.schedule(draft, at));
    },
    ahead: JSON.stringify(gone) !== JSON.stringify(content),
    putAway: () => {
      refusals.set(draftId, null);
      turn({ type: 'close', id: draftId });
    },
    saveAsEdit: () => void during(() => acts.carryOn(connection, draft, refused)),
  };
}
