import { useId } from 'react';
import type * as Y from 'yjs';
import { Icon, type IconName } from '../../../kit/icons.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { useWords } from '../../../words/words.tsx';
import { useStoryDesk } from '../story-desk.ts';
import { useChosen } from './use-draft-fields.ts';

/** `writer`: the name that stands as its author where none is written; empty: the story's byline does. */
type Props = { doc: Y.Doc; writer: string; disabled: boolean; fault: string | null };

/** What is chosen for an update besides its words. */
export function DraftFields({ doc, writer, disabled, fault }: Props) {
  const { say } = useWords();
  const { authors } = useStoryDesk();
  const [author, setAuthor] = useChosen(doc, 'author');
  const [keyEvent, setKeyEvent] = useChosen(doc, 'keyEvent');
  const [analysis, setAnalysis] = useChosen(doc, 'analysis');
  const list = useId();
  return (
    <div className="draft-fields" role="group" aria-label={say('composer.about')}>
      <Toggle
        icon="flag"
        on={keyEvent}
        onTurn={setKeyEvent}
        disabled={disabled}
        tip={say('composer.keyEventHint')}
      >
        {say('composer.keyEvent')}
      </Toggle>
      <Toggle
        icon="note"
        on={analysis}
        onTurn={setAnalysis}
        disabled={disabled}
        tip={say('composer.analysisHint')}
      >
        {say('composer.analysis')}
      </Toggle>
      <div className="draft-author">
        <TextField
          bare
          label={say('composer.author')}
          placeholder={writer || say('composer.author')}
          value={author}
          onText={setAuthor}
          list={list}
          readOnly={disabled}
          error={fault}
          autoComplete="off"
        />
        <datalist id={list}>
          {authors.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      </div>
    </div>
  );
}

type ToggleProps = {
  icon: IconName;
  on: boolean;
  onTurn: (on: boolean) => void;
  disabled: boolean;
  tip: string;
  children: string;
};

const Toggle = ({ icon, on, onTurn, disabled, tip, children }: ToggleProps) => (
  <button
    type="button"
    className="toggle"
    aria-pressed={on}
    disabled={disabled}
    title={tip}
    onClick={() => onTurn(!on)}
  >
    <Icon name={icon} />
    {children}
  </button>
);
