import { useState, type ComponentProps } from 'react';
import { classes } from './classes.ts';
import { Field, type FieldWords } from './field.tsx';
import './text-field.css';

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'id' | 'children'> &
  FieldWords & { tall?: boolean; onText?: (text: string) => void };

/** Several lines: as tall as what is written in it. */
export function TextArea({
  label,
  hint,
  error,
  bare,
  tall = false,
  className,
  onText,
  onChange,
  value,
  defaultValue,
  ...rest
}: TextAreaProps) {
  const [typed, setTyped] = useState(String(defaultValue ?? ''));
  return (
    <Field label={label} hint={hint} error={error} {...(bare && { bare })} className={className}>
      {(ties) => (
        <span
          className={classes('text-area', tall && 'text-area-tall')}
          data-words={value === undefined ? typed : String(value)}
        >
          <textarea
            rows={1}
            className="control"
            data-autofocus={rest.autoFocus || undefined}
            {...(value === undefined ? { defaultValue } : { value })}
            {...rest}
            {...ties}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              onText?.(event.currentTarget.value);
              onChange?.(event);
            }}
          />
        </span>
      )}
    </Field>
  );
}
