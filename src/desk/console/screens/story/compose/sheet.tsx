import { useRef } from 'react';
import type { DraftConnection } from '../../../net/draft-connection.ts';
import type { DraftStanding } from '../../../net/draft-standing.ts';
import { useWords } from '../../../words/words.tsx';
import { partsOf } from '../../../../shared/draft-doc.ts';
import { useMarks } from '../net/use-marks.ts';
import { faultOf } from '../net/refused.ts';
import { useStoryDesk } from '../story-desk.ts';
import { DraftFields } from './draft-fields.tsx';
import { Gone } from './gone.tsx';
import { FieldFault } from './field-fault.tsx';
import { PublishBar } from './publish-bar.tsx';
import { PublishedBeside } from './published-beside.tsx';
import { RefusalBanner } from './refusal-banner.tsx';
import { MarkedText } from './marked-text.tsx';
import { SheetBody } from './sheet-body.tsx';
import { StandingBanner } from './standing-banner.tsx';
import { submitKeys } from './submit-keys.ts';
import { WrittenAt } from './written-at.tsx';
import { usePublishing } from './use-publishing.ts';

type Props = { connection: DraftConnection; standing: DraftStanding; takesFocus(): boolean };

/** A draft as it is written: its title, its text, what is chosen for it, and how it goes out. */
export function Sheet({ connection, standing, takesFocus }: Props) {
  const { say } = useWords();
  const { story, me, nameOf } = useStoryDesk();
  const { doc, draftId } = connection;
  const draft = story.drafts.find(({ id }) => id === draftId) ?? null;
  const sheet = useRef<HTMLDivElement>(null);
  const { title } = partsOf(doc);
  const marks = useMarks(story.id, draftId, doc);
  const publishing = usePublishing(connection, standing, draft);
  const { refused } = publishing;
  const editable = standing.state !== 'closed' && standing.state !== 'read-only' && !publishing.sending;
  /** The name an update goes out under where no other is chosen. */
  const writerOf = (of: typeof draft): string => {
    const name = nameOf(of?.createdBy ?? me.id);
    const named = (of?.kind ?? 'update') === 'update' && (of === null || of.at === null);
    return named && !story.top?.byline.includes(name) ? name : '';
  };
  const toBody = (): void => sheet.current?.querySelector<HTMLElement>('.ProseMirror')?.focus();
  return (
    <div className="sheet" ref={sheet} data-draft={draftId} onKeyDown={submitKeys(publishing)}>
      {standing.state === 'closed' && !publishing.sending && refused === null && <Gone draftId={draftId} />}
      <StandingBanner connection={connection} standing={standing} draft={draft} />
      <RefusalBanner refused={refused} draft={draft} publishing={publishing} />
      <MarkedText
        field="title"
        marks={marks}
        text={title}
        label={say('composer.title')}
        placeholder={say('composer.titlePlaceholder')}
        className="sheet-title"
        readOnly={!editable}
        invalid={faultOf(refused, 'title') !== null}
        onDone={toBody}
      />
      <FieldFault refused={refused} part="title" />
      <SheetBody
        connection={connection}
        marks={marks}
        refused={refused}
        editable={editable}
        label={say('composer.body')}
        placeholder={say('composer.bodyPlaceholder')}
        takesFocus={takesFocus}
        onSubmit={() => publishing.submit()}
      />
      {draft?.kind === 'edit' && <PublishedBeside draft={draft} doc={doc} />}
      {draft && draft.at !== null && draft.kind === 'update' && (
        <WrittenAt doc={doc} at={draft.at} editable={editable} />
      )}
      <DraftFields
        doc={doc}
        writer={writerOf(draft)}
        disabled={!editable}
        fault={faultOf(refused, 'author')}
      />
      <PublishBar draft={draft} standing={standing} publishing={publishing} />
    </div>
  );
}
