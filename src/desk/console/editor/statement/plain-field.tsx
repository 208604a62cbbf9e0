import { useId, useState } from 'react';

type Props = {
  label: string;
  value: string;
  type?: 'text' | 'url';
  faultOf?(typed: string): string | null;
  hint?: string;
  onChange(value: string): void;
  /** When the field is left: for what is not worth a call for every letter. */
  onSettled?(value: string): void;
  onDone(): void;
};

/** A line of text. What cannot be kept stays in the field, with the reason under it, and goes nowhere. */
export function PlainField({
  label,
  value,
  type = 'text',
  faultOf,
  hint,
  onChange,
  onSettled,
  onDone,
}: Props) {
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const fault = faultOf?.(typed ?? value) ?? null;
  return (
    <div className={fault ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className="control"
        dir="auto"
        inputMode={type === 'url' ? 'url' : undefined}
        autoCapitalize={type === 'url' ? 'none' : undefined}
        spellCheck={false}
        value={typed ?? value}
        aria-invalid={fault !== null}
        aria-describedby={fault || hint ? `${id}-told` : undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          if (faultOf?.(target.value)) return;
          onChange(target.value.trim());
        }}
        onBlur={() => {
          if (fault) return;
          if (typed !== null) onSettled?.(typed.trim());
          setTyped(null);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== 'Escape') return;
          // With Ctrl or Cmd it is the sheet's, unless what stands here would stay behind.
          if ((event.ctrlKey || event.metaKey) && !fault) return;
          event.preventDefault();
          onDone();
        }}
      />
      {(fault ?? hint) && (
        <p id={`${id}-told`} className={fault ? 'field-error' : 'field-hint'}>
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}
