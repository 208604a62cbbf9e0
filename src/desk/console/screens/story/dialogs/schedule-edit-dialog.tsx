import { Spinner } from '../../../kit/spinner.tsx';
import { useWords } from '../../../words/words.tsx';
import type { Draft, PublishAs } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { useEdit, useHow, type EditSeen } from './how-fields.tsx';
import { WhenDialog } from './when-dialog.tsx';

type Props = { draft: Draft; onClose: () => void };

/** When an edit is to go out, and as what: the server says then what the editor decided now. */
export function ScheduleEditDialog({ draft, onClose }: Props) {
  const { say } = useWords();
  const { acts } = useStoryDesk();
  const edit = useEdit(draft);
  if (!edit) return <Spinner label={say('composer.opening')} />;
  const begin = draft.publishHow ?? (acts.isCorrecting(draft) ? 'correction' : null);
  return <Choosing draft={draft} edit={edit} begin={begin} onClose={onClose} />;
}

function Choosing({
  draft,
  edit,
  begin,
  onClose,
}: Props & { edit: EditSeen; begin: PublishAs | PublishAs['as'] | null }) {
  const how = useHow(edit, begin);
  return <WhenDialog what="schedule" draft={draft} how={how} onClose={onClose} />;
}
