import { useMemo, useState } from 'react';
import { Spinner } from '../../../kit/spinner.tsx';
import { useShortcut } from '../../../kit/use-shortcut.ts';
import { useDraft } from '../../../net/use-draft.ts';
import { useWords } from '../../../words/words.tsx';
import { proposeEdit } from '../../../../../domain/what-changed.ts';
import type { Draft, DraftContent, PublishAs, UpdateWire } from '../../../../shared/wire.ts';
import { useContent } from '../compose/use-draft-fields.ts';
import { editAgainst } from '../compose/merge.ts';
import { WordDiff } from '../reading/word-diff.tsx';
import { useStoryDesk } from '../story-desk.ts';
import { AskDialog } from './ask-dialog.tsx';
import { CorrectionFields, useCorrection } from './correction-fields.tsx';
import { HowChoices } from './how-choices.tsx';

type Props = {
  draft: Draft;
  correcting: boolean;
  answer: (how: PublishAs | null) => void;
  onClose: () => void;
};

/** How an edit goes out: chosen by the editor, proposed from what changed. */
export function HowDialog({ draft, correcting, answer, onClose }: Props) {
  const { say } = useWords();
  const { story, me } = useStoryDesk();
  const used = useDraft(draft.id, me);
  const update = story.updates.find(({ id }) => id === draft.updateId);
  const give = (how: PublishAs | null): void => {
    answer(how);
    onClose();
  };
  if (!used?.standing.loaded || !update) return <Spinner label={say('composer.opening')} />;
  return <Choosing doc={used.connection.doc} update={update} correcting={correcting} give={give} />;
}

type ChoosingProps = {
  doc: Parameters<typeof useContent>[0];
  update: UpdateWire;
  correcting: boolean;
  give: (how: PublishAs | null) => void;
};

function Choosing({ doc, update, correcting, give }: ChoosingProps) {
  const { say } = useWords();
  const { story, may } = useStoryDesk();
  const content = useContent(doc);
  const proposal = useMemo(() => proposalFor(update, content), [update, content]);
  const [as, setAs] = useState<PublishAs['as']>(correcting ? 'correction' : proposal.as);
  const correction = useCorrection(proposal);
  const group = say('story.how.title');
  const picks = { group, inFields: false };
  useShortcut('s', () => setAs('small-edit'), { label: say('story.how.small-edit'), ...picks });
  useShortcut('e', () => setAs('edit'), { label: say('story.how.edit'), ...picks });
  useShortcut('c', () => may('correct-update') && setAs('correction'), {
    label: say('story.how.correction'),
    ...picks,
  });
  const changed = editAgainst(update, content).find(({ field }) => field === 'body');
  const decide = (): boolean => {
    if (as !== 'correction') return (give({ as }), true);
    const how = correction.decide();
    if (how) give(how);
    return how !== null;
  };
  return (
    <AskDialog
      title={say('story.how.title')}
      act={say(`story.how.${as}Act`)}
      onAct={decide}
      onClose={() => give(null)}
    >
      <HowChoices as={as} proposed={proposal.as} onPick={setAs} />
      {as === 'correction' && <CorrectionFields of={correction} />}
      {changed?.field === 'body' && (
        <section className="how-diff" aria-label={say('story.how.changed')}>
          <WordDiff was={changed.theirs} is={changed.yours} lang={story.lang} />
        </section>
      )}
    </AskDialog>
  );
}

const proposalFor = (update: UpdateWire, { title, body, author, analysis }: DraftContent) =>
  proposeEdit(
    { title: update.title, body: update.body, author: update.author, analysis: update.analysis },
    { title: title || null, body, author: author || null, analysis },
  );
