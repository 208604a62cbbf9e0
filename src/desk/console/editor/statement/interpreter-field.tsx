import { useId } from 'react';
import { useWords } from '../../words/words.tsx';
import { PlainField } from './plain-field.tsx';

type Props = { value: string | null; onChange(value: string): void; onDone(): void };

/** Whether the words came through somebody, and who that was where it is known. */
export function InterpreterField({ value, onChange, onDone }: Props) {
  const id = useId();
  const { say } = useWords();
  const anyone = say('editor.anInterpreter');
  return (
    <div className="interpreter-field">
      <div className="check">
        <input
          id={id}
          type="checkbox"
          checked={value !== null}
          onChange={({ target }) => onChange(target.checked ? anyone : '')}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            onDone();
          }}
        />
        <label htmlFor={id}>{say('editor.interpreted')}</label>
      </div>
      {value !== null && (
        <PlainField
          label={say('editor.interpreter')}
          value={value === anyone ? '' : value}
          onChange={(typed) => onChange(typed === '' ? anyone : typed)}
          onDone={onDone}
        />
      )}
    </div>
  );
}
