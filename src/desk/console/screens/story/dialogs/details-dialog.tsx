import { useState } from 'react';
import { TextField } from '../../../kit/text-field.tsx';
import { faultWordsAt } from '../../../net/fault-words.ts';
import { Problem } from '../../../net/problem.ts';
import { useWords } from '../../../words/words.tsx';
import { storyCalls } from '../net/story-calls.ts';
import { useActing } from '../net/use-acting.ts';
import { useStoryDesk } from '../story-desk.ts';
import { ZoneField } from '../../../kit/zone-field.tsx';
import { AskDialog } from './ask-dialog.tsx';

/** Where the story stands: its section, its clocks, its language. */
export function DetailsDialog({ onClose }: { onClose: () => void }) {
  const speech = useWords();
  const { say } = speech;
  const { story } = useStoryDesk();
  const acting = useActing();
  const [section, setSection] = useState(story.section ?? '');
  const [zone, setZone] = useState(story.zone);
  const [placeZone, setPlaceZone] = useState(story.placeZone ?? '');
  const [lang, setLang] = useState(story.lang);
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = async (): Promise<boolean> => {
    const details = { section: section.trim() || null, zone, placeZone: placeZone || null, lang };
    try {
      await acting(
        () => storyCalls.details(story.id, { ...details, version: story.version }),
        say('story.details.done'),
      );
      return true;
    } catch (error) {
      if (!(error instanceof Problem) || error.errors.length === 0) throw error;
      setProblem(error);
      return false;
    }
  };
  const fault = (pointer: string): string | null => faultWordsAt(speech, problem, pointer);
  return (
    <AskDialog
      size="small"
      title={say('story.details.heading')}
      act={say('kit.save')}
      onAct={change}
      onClose={onClose}
    >
      <TextField
        label={say('top.section')}
        value={section}
        onText={setSection}
        error={fault('/section')}
        data-first
      />
      <ZoneField required label={say('top.zone')} value={zone} onText={setZone} error={fault('/zone')} />
      <ZoneField
        label={say('top.placeZone')}
        hint={say('top.placeZoneHint')}
        value={placeZone}
        onText={setPlaceZone}
        error={fault('/placeZone')}
      />
      <TextField
        label={say('top.lang')}
        hint={say('top.langHint')}
        value={lang}
        onText={setLang}
        error={fault('/lang')}
      />
    </AskDialog>
  );
}
