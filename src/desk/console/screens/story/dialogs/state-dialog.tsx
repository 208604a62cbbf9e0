import { useState } from 'react';
import { TextField } from '../../../kit/text-field.tsx';
import { useWords } from '../../../words/words.tsx';
import { useActing } from '../net/use-acting.ts';
import { storyCalls } from '../net/story-calls.ts';
import { useStoryDesk } from '../story-desk.ts';
import { readWallTime, wallTimeOf } from '../../../kit/wall-time.ts';
import { AskDialog } from './ask-dialog.tsx';

/** Live, paused or ended: with what it means for those who have the page open. */
export function StateDialog({ to, onClose }: { to: 'live' | 'paused' | 'ended'; onClose: () => void }) {
  const { say } = useWords();
  const { story, told, now } = useStoryDesk();
  const acting = useActing();
  const [wall, setWall] = useState(() => ({ ...wallTimeOf(now(), story.zone), time: '' }));
  const reading = readWallTime(wall, story.zone);
  const until = reading.type === 'once' ? reading.at : reading.type === 'twice' ? reading.first : null;
  const place = until === null ? null : told.place(until);
  const change = (): Promise<void> =>
    acting(
      () =>
        storyCalls.state(story.id, {
          state: to,
          ...(to === 'paused' && { until }),
          version: story.version,
        }),
      say(`story.state.${to}Done`),
    );
  return (
    <AskDialog
      size="small"
      title={say(`story.state.${to}Title`)}
      act={say(`story.state.${to}Act`)}
      danger={to === 'ended'}
      onAct={change}
      onClose={onClose}
    >
      <p>{say(`story.state.${to}Says`)}</p>
      {to === 'paused' && (
        <>
          <div className="when-fields">
            <TextField
              type="date"
              label={say('story.when.date')}
              value={wall.date}
              onText={(date) => setWall({ ...wall, date })}
            />
            <TextField
              type="time"
              label={say('story.state.until')}
              value={wall.time}
              onText={(time) => setWall({ ...wall, time })}
            />
          </div>
          <p role="status" className="field-hint">
            {until === null
              ? say('story.state.noUntil')
              : [told.full(until), place].filter(Boolean).join(' · ')}
          </p>
        </>
      )}
    </AskDialog>
  );
}
