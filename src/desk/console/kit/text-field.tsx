import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import { Field, type FieldWords } from './field.tsx';
import './text-field.css';

export type TextFieldProps = Omit<ComponentProps<'input'>, 'id' | 'children'> &
  FieldWords & {
    /** Inside the field, at its end: a button that shows a password, a unit. */
    end?: ReactNode;
  };

/** One line of text. `onText` hears the words alone. */
export function TextField({
  label,
  hint,
  error,
  bare,
  end,
  className,
  onText,
  ...rest
}: TextFieldProps & { onText?: (text: string) => void }) {
  return (
    <Field label={label} hint={hint} error={error} {...(bare && { bare })} className={className}>
      {(ties) => (
        <span className={classes('text-field', Boolean(end) && 'text-field-ended')}>
          <input
            type="text"
            className="control"
            data-autofocus={rest.autoFocus || undefined}
            {...(onText && { onChange: (event) => onText(event.currentTarget.value) })}
            {...rest}
            {...ties}
          />
          {end && <span className="text-field-end">{end}</span>}
        </span>
      )}
    </Field>
  );
}
