import { useId, type Ref } from 'react';

type Props = {
  label: string;
  hint?: string;
  value: string;
  required?: boolean;
  disabled?: boolean;
  inputRef?: Ref<HTMLTextAreaElement>;
  onChange(value: string): void;
};

/** Running text of a few lines, as long as it needs to be. */
export function TextField({ label, hint, value, required, disabled, inputRef, onChange }: Props) {
  const id = useId();
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={inputRef}
        className="control text-growing"
        dir="auto"
        rows={2}
        maxLength={2000}
        value={value}
        aria-required={required}
        aria-describedby={hint ? `${id}-hint` : undefined}
        disabled={disabled}
        onChange={({ target }) => onChange(target.value)}
      />
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
    </div>
  );
}
