import { useEffect, useRef } from 'react';
import { Button } from '../../../kit/button.tsx';
import type { DraftConnection } from '../../../net/draft-connection.ts';
import type { DraftStanding } from '../../../net/draft-standing.ts';
import { useWords } from '../../../words/words.tsx';
import { partsOf } from '../../../../shared/draft-doc.ts';
import { useQueue } from '../../../offline/use-queue.ts';
import { Gone } from '../compose/gone.tsx';
import { FieldFault } from '../compose/field-fault.tsx';
import { RefusalBanner } from '../compose/refusal-banner.tsx';
import { SavedState } from '../compose/saved-state.tsx';
import { MarkedText } from '../compose/marked-text.tsx';
import { SheetBody } from '../compose/sheet-body.tsx';
import { StandingBanner } from '../compose/standing-banner.tsx';
import { submitKeys } from '../compose/submit-keys.ts';
import { usePublishing, type Publishing } from '../compose/use-publishing.ts';
import { faultOf } from '../net/refused.ts';
import { useMarks } from '../net/use-marks.ts';
import { useStoryDesk } from '../story-desk.ts';
import { DetailFields } from './detail-fields.tsx';
import { OpensWith, useBeside } from './opens-with.tsx';
import { PhotoField } from './photo-field.tsx';
import { TopWaits } from './top-waits.tsx';
import { SummaryLines } from './summary-lines.tsx';

type Props = {
  connection: DraftConnection;
  standing: DraftStanding;
  /** The draft has gone: what is to happen once its writer is done with what is left here. */
  onDone?: () => void;
};

/** The shared draft of the top: headline, dek, photo, lead and summary, written through together. */
export function TopSheet({ connection, standing, onDone }: Props) {
  const { say } = useWords();
  const { story, acts, may } = useStoryDesk();
  const { doc, draftId } = connection;
  const draft = story.drafts.find(({ id }) => id === draftId) ?? null;
  const { title, dek } = partsOf(doc);
  const sheet = useRef<HTMLDivElement>(null);
  const marks = useMarks(story.id, draftId, doc);
  const ways = usePublishing(connection, standing, draft);
  const publishing = onDone ? leaving(ways, onDone) : ways;
  const { refused } = publishing;
  useNothingLeft(onDone !== undefined && refused?.name === 'draft-moved' && !ways.ahead, publishing.putAway);
  const opens = story.state === 'unpublished';
  const waiting = useQueue().find((item) => item.draftId === draftId && item.state !== 'refused');
  const ready = publishing.ready && !waiting;
  const editable =
    !waiting && standing.state !== 'closed' && standing.state !== 'read-only' && !publishing.sending;
  const beside = useBeside(opens);
  const submit = (): void => {
    if (ready) publishing.submit({ beside: beside.picked });
  };
  // Who waited for it begins at the headline.
  useEffect(() => {
    if (document.activeElement?.id === 'region-top')
      sheet.current?.querySelector<HTMLElement>('.top-headline')?.focus();
  }, []);
  const to = (selector: string) => (): void => sheet.current?.querySelector<HTMLElement>(selector)?.focus();
  return (
    <div
      className="sheet top-sheet"
      ref={sheet}
      data-draft={draftId}
      onKeyDown={submitKeys({ ...publishing, submit })}
    >
      <StandingBanner connection={connection} standing={standing} draft={draft} />
      {waiting && <TopWaits item={waiting} />}
      {onDone && refused === null && <Gone draftId={draftId} />}
      <RefusalBanner refused={refused} draft={draft} publishing={publishing} />
      <MarkedText
        field="title"
        marks={marks}
        text={title}
        label={say('top.headline')}
        placeholder={say('top.headlinePlaceholder')}
        className="top-headline"
        readOnly={!editable}
        autoFocus={opens && title.length === 0 && matchMedia('(pointer: fine)').matches && isNobodyAtWork()}
        invalid={faultOf(refused, 'title') !== null}
        onDone={to('.top-dek')}
      />
      <FieldFault refused={refused} part="title" />
      <MarkedText
        field="dek"
        marks={marks}
        text={dek}
        label={say('top.dek')}
        placeholder={say('top.dekPlaceholder')}
        className="top-dek"
        readOnly={!editable}
        invalid={faultOf(refused, 'dek') !== null}
        onDone={to('.ProseMirror')}
      />
      <FieldFault refused={refused} part="dek" />
      <PhotoField draftId={draftId} doc={doc} disabled={!editable} refused={refused} />
      <SheetBody
        connection={connection}
        marks={marks}
        refused={refused}
        editable={editable}
        label={say('top.lead')}
        placeholder={say('top.leadPlaceholder')}
        onSubmit={submit}
      />
      {!opens && <SummaryLines doc={doc} marks={marks} disabled={!editable} refused={refused} />}
      <DetailFields doc={doc} disabled={!editable} refused={refused} opens={opens} />
      {opens && !waiting && may('open-story') && <OpensWith beside={beside} />}
      <div className="publish-bar">
        {opens && title.length === 0 ? (
          <span className="saved-state">{say('top.headlineFirst')}</span>
        ) : (
          <SavedState standing={standing} />
        )}
        {!opens && draft && may('trash-draft') && (
          <Button kind="quiet" small onClick={() => void acts.trash(draft)}>
            {say('top.discard')}
          </Button>
        )}
        {!opens && draft && may('correct-update') && publishing.deed === 'publish' && (
          <Button
            kind="quiet"
            small
            disabled={!ready}
            onClick={() => publishing.submit({ correcting: true })}
          >
            {say('top.publishCorrection')}
          </Button>
        )}
        <Button
          kind="primary"
          icon="send"
          keys="Mod+Enter"
          busy={publishing.sending}
          disabled={!ready}
          onClick={submit}
        >
          {say(publishing.deed === 'file' ? 'top.file' : opens ? 'top.open' : 'top.publish')}
        </Button>
      </div>
    </div>
  );
}

/** What went out is all there is here: an editor that put its document in order, too, has something unsaved. */
function useNothingLeft(nothingLeft: boolean, putAway: () => void): void {
  const leave = useRef(putAway);
  leave.current = putAway;
  useEffect(() => {
    if (nothingLeft) leave.current();
  }, [nothingLeft]);
}

/** Both ways out of a draft that has gone lead away from its sheet. */
const leaving = (ways: Publishing, onDone: () => void): Publishing => ({
  ...ways,
  putAway: () => (ways.putAway(), onDone()),
  saveAsEdit: () => (ways.saveAsEdit(), onDone()),
});

/** Whether the focus is where one arrives: on nothing yet, or on the screen's name. */
const isNobodyAtWork = (): boolean => document.activeElement?.matches('body, main, h1') ?? true;
