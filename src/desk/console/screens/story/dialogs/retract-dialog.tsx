import { useState } from 'react';
import { Banner } from '../../../kit/banner.tsx';
import { ServerHtml } from '../../../kit/server-html.tsx';
import { TextArea } from '../../../kit/text-area.tsx';
import { useWords } from '../../../words/words.tsx';
import type { UpdateWire } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { AskDialog } from './ask-dialog.tsx';

/** Takes an update back in the open: why, and what else rests on it. */
export function RetractDialog({ update, onClose }: { update: UpdateWire; onClose: () => void }) {
  const { say } = useWords();
  const { story, acts, go } = useStoryDesk();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const resting = story.top?.summary.filter(({ updateId }) => updateId === update.id) ?? [];
  const retract = async (): Promise<boolean> => {
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return false;
    await acts.retract(update, reason.trim());
    if (resting.length > 0) go('top');
    return true;
  };
  return (
    <AskDialog
      title={say('story.retractTitle')}
      act={say('story.retractAct')}
      danger
      onAct={retract}
      onClose={onClose}
    >
      <p>{say('story.retractSays')}</p>
      <ServerHtml className="quoted" html={update.html} lang={story.lang} />
      <TextArea
        label={say('story.retractReason')}
        hint={say('story.retractReasonHint')}
        value={reason}
        data-first
        maxLength={1000}
        error={missing && reason.trim() === '' ? say('story.retractReasonMissing') : null}
        onText={setReason}
      />
      {resting.length > 0 && (
        <Banner kind="warn">
          <p>{say('story.retractResting', { n: resting.length })}</p>
          <ul className="plain-list">
            {resting.map(({ text }) => (
              <li key={text} dir="auto">
                “{text}”
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </AskDialog>
  );
}
