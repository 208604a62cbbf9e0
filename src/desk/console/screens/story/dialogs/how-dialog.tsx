import { Spinner } from '../../../kit/spinner.tsx';
import { useWords } from '../../../words/words.tsx';
import type { Draft, PublishAs } from '../../../../shared/wire.ts';
import { AskDialog } from './ask-dialog.tsx';
import { HowFields, useEdit, useHow, type EditSeen } from './how-fields.tsx';

type Props = {
  draft: Draft;
  correcting: boolean;
  answer: (how: PublishAs | null) => void;
  onClose: () => void;
};

/** How an edit goes out: chosen by the editor, proposed from what changed. */
export function HowDialog({ draft, correcting, answer, onClose }: Props) {
  const { say } = useWords();
  const edit = useEdit(draft);
  const give = (how: PublishAs | null): void => {
    answer(how);
    onClose();
  };
  if (!edit) return <Spinner label={say('composer.opening')} />;
  return <Choosing edit={edit} begin={correcting ? 'correction' : null} give={give} />;
}

type ChoosingProps = {
  edit: EditSeen;
  begin: PublishAs['as'] | null;
  give: (how: PublishAs | null) => void;
};

function Choosing({ edit, begin, give }: ChoosingProps) {
  const { say } = useWords();
  const how = useHow(edit, begin);
  const decide = (): boolean => {
    const decided = how.decide();
    if (decided) give(decided);
    return decided !== null;
  };
  return (
    <AskDialog
      title={say('story.how.title')}
      act={say(`story.how.${how.as}Act`)}
      onAct={decide}
      onClose={() => give(null)}
    >
      <HowFields how={how} />
    </AskDialog>
  );
}
