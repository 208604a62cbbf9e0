import { useEffect, useRef } from 'react';
import type { StatementSource } from '../../../../domain/document.ts';
import { useRoom } from '../room-context.ts';
import { useWords } from '../../words/words.tsx';
import { Complete, type Choice } from './complete.tsx';
import { InterpreterField } from './interpreter-field.tsx';
import { PlainField } from './plain-field.tsx';
import { languageFault, linkFault } from './source-faults.ts';

type Props = {
  source: StatementSource;
  onChange(patch: Partial<StatementSource>): void;
  onDone(): void;
};

/** Who said it, and how it reached us. Each letter is in the draft at once; Enter goes back to the text. */
export function SourceForm({ source, onChange, onDone }: Props) {
  const room = useRoom();
  const { say } = useWords();
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const set = (field: keyof StatementSource) => (value: string) =>
    onChange({ [field]: value.trim() === '' && field !== 'speaker' ? null : value });
  const known = async (typed: string, kind: 'speaker' | 'outlet' | 'role'): Promise<Choice[]> => {
    const found = await room.props.names(typed, kind);
    return found.map(({ name, role }) => ({ value: name, more: role }));
  };

  /** What is known of a speaker fills what is still empty. */
  const speakerChosen = async (speaker: string): Promise<void> => {
    const found = (await room.props.names(speaker, 'speaker')).find(({ name }) => name === speaker);
    if (found?.role && !source.role) onChange({ role: found.role });
  };

  return (
    <div className="source-form editor-form" role="group" aria-label={say('editor.whoSaidIt')}>
      <Complete
        label={say('editor.speaker')}
        value={source.speaker}
        required
        find={(typed) => known(typed, 'speaker')}
        onChange={set('speaker')}
        onChoose={(speaker) => void speakerChosen(speaker)}
        onDone={onDone}
        inputRef={first}
      />
      <Complete
        label={say('editor.role')}
        value={source.role ?? ''}
        find={(typed) => known(typed, 'role')}
        onChange={set('role')}
        onDone={onDone}
      />
      <Complete
        label={say('editor.outlet')}
        value={source.outlet ?? ''}
        find={(typed) => known(typed, 'outlet')}
        onChange={set('outlet')}
        onDone={onDone}
      />
      <Complete
        label={say('editor.medium')}
        value={source.medium ?? ''}
        find={async (typed) => mediaOf(say('editor.usualMedia'), typed)}
        onChange={set('medium')}
        onDone={onDone}
      />
      <InterpreterField value={source.interpreter} onChange={set('interpreter')} onDone={onDone} />
      <PlainField
        label={say('editor.sourceLink')}
        value={source.link ?? ''}
        type="url"
        faultOf={(typed) => linkFault(say, typed)}
        onChange={set('link')}
        onDone={onDone}
      />
      <PlainField
        label={say('editor.sourceLang')}
        value={source.lang ?? ''}
        faultOf={(typed) => languageFault(say, typed)}
        onChange={set('lang')}
        onDone={onDone}
      />
      <button type="button" className="button button-small source-done" onClick={onDone}>
        {say('editor.backToText')}
      </button>
    </div>
  );
}

/** The usual ways words reach a newsroom. */
function mediaOf(usual: string, typed: string): Choice[] {
  return usual
    .split('; ')
    .filter((one) => one.toLowerCase().includes(typed.trim().toLowerCase()))
    .map((value) => ({ value }));
}
