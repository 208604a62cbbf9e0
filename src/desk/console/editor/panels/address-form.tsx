import './panels.css';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../words/words.tsx';

type Props = {
  label: string;
  act: string;
  value: string;
  faultOf(typed: string): string | null;
  onSet(typed: string): void;
  onClose(): void;
  children?: ReactNode;
};

/** One address, under the toolbar. Enter takes it, Escape goes back to the text. */
export function AddressForm({ label, act, value, faultOf, onSet, onClose, children }: Props) {
  const { say } = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(value);
  const [fault, setFault] = useState<string | null>(null);
  useEffect(() => field.current?.select(), []);
  const submit = (): void => {
    const wrong = faultOf(typed);
    setFault(wrong);
    if (wrong === null) onSet(typed);
    else field.current?.focus();
  };
  return (
    <form
      className="address-form editor-form"
      onSubmit={(event) => {
        event.preventDefault();
        // A form within a screen's own form is that screen's no more.
        event.stopPropagation();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={fault ? 'field field-wrong' : 'field'}>
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
        <input
          id={id}
          ref={field}
          className="control"
          inputMode="url"
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          dir="ltr"
          placeholder="https://"
          value={typed}
          aria-invalid={fault !== null}
          aria-describedby={fault ? `${id}-fault` : undefined}
          onChange={({ target }) => setTyped(target.value)}
        />
        {fault && (
          <p id={`${id}-fault`} className="field-error" role="alert">
            {fault}
          </p>
        )}
      </div>
      <div className="address-acts">
        <Button small kind="primary" onClick={submit}>
          {act}
        </Button>
        {children}
        <Button small kind="quiet" onClick={onClose}>
          {say('editor.cancel')}
        </Button>
      </div>
    </form>
  );
}
