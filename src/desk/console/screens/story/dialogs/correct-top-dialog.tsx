import { useMemo } from 'react';
import { Spinner } from '../../../kit/spinner.tsx';
import { useDraft } from '../../../net/use-draft.ts';
import { useWords } from '../../../words/words.tsx';
import { documentText } from '../../../../../render/document-text.ts';
import type { Top } from '../../../../../domain/story.ts';
import { proposeEdit } from '../../../../../domain/what-changed.ts';
import type { Draft, PublishAs } from '../../../../shared/wire.ts';
import { useContent } from '../compose/use-draft-fields.ts';
import { WordDiff } from '../reading/word-diff.tsx';
import { useStoryDesk } from '../story-desk.ts';
import { AskDialog } from './ask-dialog.tsx';
import { CorrectionFields, useCorrection } from './correction-fields.tsx';

type Props = { draft: Draft; answer: (how: PublishAs | null) => void; onClose: () => void };

/** A top that was wrong goes out as a correction: readers are told what it said. */
export function CorrectTopDialog({ draft, answer, onClose }: Props) {
  const { say } = useWords();
  const { story, me } = useStoryDesk();
  const used = useDraft(draft.id, me);
  if (!used?.standing.loaded || !story.top) return <Spinner label={say('composer.opening')} />;
  const give = (how: PublishAs | null): void => {
    answer(how);
    onClose();
  };
  return <Correct doc={used.connection.doc} top={story.top} give={give} />;
}

type CorrectProps = {
  doc: Parameters<typeof useContent>[0];
  top: Top;
  give: (how: PublishAs | null) => void;
};

function Correct({ doc, top, give }: CorrectProps) {
  const { say } = useWords();
  const { story } = useStoryDesk();
  const content = useContent(doc);
  const proposal = useMemo(
    () => proposeEdit({ title: top.headline, body: top.lead }, { title: content.title, body: content.body }),
    [top, content],
  );
  const correction = useCorrection(proposal);
  const decide = (): boolean => {
    const how = correction.decide();
    if (how) give(how);
    return how !== null;
  };
  const [was, is] = [documentText(top.lead), documentText(content.body)];
  return (
    <AskDialog
      title={say('top.correctTitle')}
      act={say('story.how.correctionAct')}
      onAct={decide}
      onClose={() => give(null)}
    >
      <p>{say('story.how.correctionSays')}</p>
      <CorrectionFields of={correction} />
      {was !== is && (
        <section className="how-diff" aria-label={say('story.how.changed')}>
          <WordDiff was={was} is={is} lang={story.lang} />
        </section>
      )}
    </AskDialog>
  );
}
