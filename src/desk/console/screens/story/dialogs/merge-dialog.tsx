import type * as Y from 'yjs';
import { Spinner } from '../../../kit/spinner.tsx';
import { useDraft } from '../../../net/use-draft.ts';
import { useWords } from '../../../words/words.tsx';
import { bringBack } from '../../../../shared/bring-back.ts';
import { contentOf, partsOf } from '../../../../shared/draft-doc.ts';
import type { Draft } from '../../../../shared/wire.ts';
import { editAgainst, topAgainst, withTheirs, type MergeField } from '../compose/merge.ts';
import { OwnText } from '../compose/own-text.tsx';
import { SharedText } from '../compose/shared-text.tsx';
import { useChosen, useContent } from '../compose/use-draft-fields.ts';
import { WordDiff } from '../reading/word-diff.tsx';
import { draftCalls } from '../net/draft-calls.ts';
import { useStoryDesk } from '../story-desk.ts';
import { AskDialog } from './ask-dialog.tsx';
import { MergeSides } from './merge-sides.tsx';

/** What is published now and what was written here, side by side and both in full: nothing is overwritten by itself. */
export function MergeDialog({ draft, onClose }: { draft: Draft; onClose: () => void }) {
  const { say } = useWords();
  const { me } = useStoryDesk();
  const used = useDraft(draft.id, me);
  if (!used?.standing.loaded) return <Spinner label={say('composer.opening')} />;
  return <SideBySide draft={draft} doc={used.connection.doc} onClose={onClose} />;
}

function SideBySide({ draft, doc, onClose }: { draft: Draft; doc: Y.Doc; onClose: () => void }) {
  const { say } = useWords();
  const { story, refusals } = useStoryDesk();
  const content = useContent(doc);
  const update = story.updates.find(({ id }) => id === draft.updateId);
  const fields = update ? editAgainst(update, content) : story.top ? topAgainst(story.top, content) : [];
  const takenIn = async (): Promise<void> => {
    const known = await draftCalls.find(draft.id);
    await draftCalls.rebase(known, update?.version ?? story.topVersion);
    refusals.set(draft.id, null);
  };
  return (
    <AskDialog
      size="large"
      title={say('story.merge.title')}
      act={say('story.merge.act')}
      onAct={takenIn}
      onClose={onClose}
    >
      <p>{say('story.merge.says')}</p>
      {fields.length === 0 && <p role="status">{say('story.merge.same')}</p>}
      {fields.map((field) => (
        <MergeSides
          key={field.field}
          label={say(`story.merge.field.${field.field}`)}
          theirs={<Theirs field={field} />}
          onTake={() => take(field, doc)}
        >
          <Yours field={field} doc={doc} />
        </MergeSides>
      ))}
    </AskDialog>
  );
}

function Theirs({ field }: { field: MergeField }) {
  const { say } = useWords();
  const { story } = useStoryDesk();
  if (typeof field.theirs === 'boolean') return <p>{say(field.theirs ? 'story.yes' : 'story.no')}</p>;
  // What they have and one's own lacks is marked.
  return <WordDiff was={field.yours} is={field.theirs} lang={story.lang} />;
}

/** One's own words, to be written in: so they are combined by hand. */
function Yours({ field, doc }: { field: MergeField; doc: Y.Doc }) {
  const { say } = useWords();
  const { gate, names } = useStoryDesk();
  const { title, dek } = partsOf(doc);
  const label = say('story.merge.yours');
  switch (field.field) {
    case 'title':
      return <SharedText text={title} label={label} />;
    case 'dek':
      return <SharedText text={dek} label={label} />;
    case 'body':
      return <OwnText doc={doc} media={gate} names={names} label={label} />;
    case 'author':
    case 'credit':
      return <ChosenText doc={doc} field={field.field} />;
    case 'byline':
    case 'summary':
      return <p className="merge-text">{field.yours}</p>;
    default:
      return <p>{say(field.yours ? 'story.yes' : 'story.no')}</p>;
  }
}

function ChosenText({ doc, field }: { doc: Y.Doc; field: 'author' | 'credit' }) {
  const { say } = useWords();
  const [value, setValue] = useChosen(doc, field);
  return (
    <input
      className="control"
      aria-label={say('story.merge.yours')}
      value={value}
      onChange={({ currentTarget }) => setValue(currentTarget.value)}
    />
  );
}

/** Puts theirs in place of one's own, as one change that undo takes back. */
const take = (field: MergeField, doc: Y.Doc): void => bringBack(doc, withTheirs(contentOf(doc), field));
