import { useId, useState } from 'react';
import { Banner } from '../../../kit/banner.tsx';
import { serverInstant } from '../../../kit/now.ts';
import { TextField } from '../../../kit/text-field.tsx';
import { useWords } from '../../../words/words.tsx';
import { base64Of } from '../../../../shared/base64.ts';
import { emptyContent, seedOf } from '../../../../shared/draft-doc.ts';
import type { DraftContent, UpdateWire } from '../../../../shared/wire.ts';
import { newId } from '../../../../../domain/id.ts';
import { Problem } from '../../../net/problem.ts';
import { problemLine } from '../../../net/problem-words.ts';
import { draftCalls } from '../net/draft-calls.ts';
import { useActing } from '../net/use-acting.ts';
import { spokenIn, withSpeaker, type Spoken } from '../reading/speakers.ts';
import { useStoryDesk } from '../story-desk.ts';
import { AskDialog } from './ask-dialog.tsx';
import { CorrectionFields, useCorrection } from './correction-fields.tsx';

/** A quotation that stands under the wrong name is given to who said it: a correction in one go. */
export function SpeakerDialog({ update, onClose }: { update: UpdateWire; onClose: () => void }) {
  const speech = useWords();
  const { say } = speech;
  const { mine } = useStoryDesk();
  const acting = useActing();
  const spoken = spokenIn(update.body);
  const [at, setAt] = useState(0);
  const [speaker, setSpeaker] = useState('');
  const [missing, setMissing] = useState(false);
  // A retry is the same draft.
  const [id] = useState(() => newId(serverInstant()));
  const [problem, setProblem] = useState<string | null>(null);
  const picked = spoken[at];
  const correction = useCorrection({ as: 'correction', was: told(picked, picked?.speaker ?? ''), is: '' });
  const give = (to: number, name: string): void => {
    const statement = spoken[to];
    setAt(to);
    setSpeaker(name);
    correction.setWas(told(statement, statement?.speaker ?? ''));
    correction.setIs(name.trim() === '' ? '' : told(statement, name.trim()));
  };
  const correct = async (): Promise<boolean> => {
    const lacks = speaker.trim() === '' || speaker.trim() === picked?.speaker;
    setMissing(lacks);
    const how = lacks ? null : correction.decide();
    if (!how) return false;
    mine(update.id);
    const made = await draftCalls.make({
      id,
      storyId: update.storyId,
      kind: 'edit',
      updateId: update.id,
      baseVersion: update.version,
      state: base64Of(seedOf({ ...contentOf(update), body: withSpeaker(update.body, at, speaker.trim()) })),
      // oxlint-disable-next-line unicorn/no-thenable -- the wire's name; nobody awaits it
      then: 'publish',
      how,
    });
    const { refused } = made;
    setProblem(refused && problemLine(speech, new Problem({ ...refused, type: refused.name })));
    if (!made.published) return false;
    await acting(() => Promise.resolve(), say('story.wasCorrected'));
    return true;
  };
  return (
    <AskDialog
      title={say('story.speaker.heading')}
      act={say('story.how.correctionAct')}
      onAct={correct}
      onClose={onClose}
    >
      {spoken.length > 1 && <Which spoken={spoken} at={at} onPick={(to) => give(to, speaker)} />}
      {spoken.length === 1 && picked && (
        <blockquote className="quoted" dir="auto">
          {picked.words}
        </blockquote>
      )}
      <Name
        former={picked?.speaker ?? ''}
        value={speaker}
        missing={missing}
        known={[...new Set(spoken.map((one) => one.speaker))]}
        onName={(name) => give(at, name)}
      />
      <CorrectionFields of={correction} />
      {problem !== null && <Banner kind="bad">{problem}</Banner>}
    </AskDialog>
  );
}

/** `“Such words …” – name`, as a correction tells it. */
const told = (statement: Spoken | undefined, speaker: string): string => {
  const words = statement?.words.replaceAll(/\s+/g, ' ').trim() ?? '';
  const short = words.length > 160 ? `${words.slice(0, 160)}…` : words;
  return `“${short}” – ${speaker}`;
};

const contentOf = ({ title, author, keyEvent, analysis }: UpdateWire): DraftContent => ({
  ...emptyContent(),
  title: title ?? '',
  author: author ?? '',
  keyEvent,
  analysis,
});

function Which({ spoken, at, onPick }: { spoken: Spoken[]; at: number; onPick: (at: number) => void }) {
  const { say } = useWords();
  return (
    <fieldset className="how-choices">
      <legend>{say('story.speaker.which')}</legend>
      {spoken.map((one) => (
        <label key={one.at} className="how-choice">
          <input type="radio" name="statement" checked={one.at === at} onChange={() => onPick(one.at)} />
          <span className="how-words" dir="auto">
            <strong>{one.speaker}</strong>
            <span>{one.words}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

type NameProps = {
  former: string;
  value: string;
  missing: boolean;
  known: string[];
  onName: (name: string) => void;
};

/** Who said it, completed from those quoted here and everywhere. */
function Name({ former, value, missing, known, onName }: NameProps) {
  const { say } = useWords();
  const { names } = useStoryDesk();
  const [found, setFound] = useState<string[]>(known);
  const list = useId();
  const type = (name: string): void => {
    onName(name);
    if (name.trim() !== '')
      void names(name, 'speaker').then((some) =>
        setFound([...new Set([...known, ...some.map((one) => one.name)])]),
      );
  };
  return (
    <>
      <TextField
        label={say('story.speaker.right', { former })}
        value={value}
        onText={type}
        list={list}
        error={missing ? say('story.speaker.missing') : null}
        autoComplete="off"
        data-first
      />
      <datalist id={list}>
        {found.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
