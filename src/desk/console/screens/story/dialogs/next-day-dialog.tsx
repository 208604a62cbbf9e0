import { useState } from 'react';
import { useLocation } from 'wouter';
import { serverInstant } from '../../../kit/now.ts';
import { TextField } from '../../../kit/text-field.tsx';
import { useSession } from '../../../net/session.ts';
import { useWords } from '../../../words/words.tsx';
import { newId } from '../../../../../domain/id.ts';
import { storyCalls } from '../net/story-calls.ts';
import { useActing } from '../net/use-acting.ts';
import { useStoryDesk } from '../story-desk.ts';
import { AskDialog } from './ask-dialog.tsx';

/** Ends the story and opens the next in one go. */
export function NextDayDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const { story } = useStoryDesk();
  const acting = useActing();
  const [, navigate] = useLocation();
  const { fourEyes } = useSession();
  const standing = story.top?.headline ?? '';
  // Where it takes two to publish, it begins with the headline that two have seen.
  const [headline, setHeadline] = useState(() =>
    fourEyes ? standing : say('story.nextDay.headlineOf', { headline: standing }),
  );
  // A retry is the same next day.
  const [storyId] = useState(() => newId(serverInstant()));
  const go = async (): Promise<boolean> => {
    if (headline.trim() === '') return false;
    await acting(
      () => storyCalls.nextDay(story.id, { storyId, headline: headline.trim(), version: story.version }),
      say('story.nextDay.done'),
    );
    navigate(`/stories/${storyId}`);
    return true;
  };
  return (
    <AskDialog
      title={say('story.nextDay.heading')}
      act={say('story.nextDay.act')}
      onAct={go}
      onClose={onClose}
    >
      <p>{say('story.nextDay.says')}</p>
      <p>{say('story.nextDay.drafts')}</p>
      {fourEyes && <p>{say('story.nextDay.fourEyes')}</p>}
      <TextField
        label={say('story.nextDay.headline')}
        value={headline}
        onText={setHeadline}
        readOnly={fourEyes}
        data-first
        required
        maxLength={300}
      />
    </AskDialog>
  );
}
