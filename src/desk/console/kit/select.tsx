import type { ComponentProps } from 'react';
import { Field, type FieldWords } from './field.tsx';
import { Icon } from './icons.tsx';
import './select.css';

export type Option<V extends string> = { value: V; label: string; disabled?: boolean };

export type SelectProps<V extends string> = Omit<
  ComponentProps<'select'>,
  'id' | 'children' | 'value' | 'onChange'
> &
  FieldWords & { value: V; options: readonly Option<V>[]; onPick: (value: V) => void };

/** One of several, in the system's own list. */
export function Select<V extends string>({
  label,
  hint,
  error,
  bare,
  className,
  value,
  options,
  onPick,
  ...rest
}: SelectProps<V>) {
  return (
    <Field label={label} hint={hint} error={error} {...(bare && { bare })} className={className}>
      {(ties) => (
        <span className="select">
          <select
            className="control"
            data-autofocus={rest.autoFocus || undefined}
            value={value}
            onChange={(event) => onPick(event.currentTarget.value as V)}
            {...rest}
            {...ties}
          >
            {options.map((option) => (
              <option key={option.value} value={option.value} disabled={option.disabled}>
                {option.label}
              </option>
            ))}
          </select>
          <Icon name="chevron-down" />
        </span>
      )}
    </Field>
  );
}
