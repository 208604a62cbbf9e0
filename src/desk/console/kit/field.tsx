import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon } from './icons.tsx';
import './field.css';

export type FieldWords = {
  label: string;
  /** What to write, or why: under the label. */
  hint?: ReactNode;
  /** What is wrong with it, and what to do. */
  error?: string | null | undefined;
  /** The label is for screen readers alone. */
  bare?: boolean;
};

/** What ties a control to its words. */
export type FieldTies = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

/** A label, a hint and an error round one control. */
export function Field({
  label,
  hint,
  error,
  bare = false,
  className,
  children,
}: FieldWords & { className?: string | undefined; children: (ties: FieldTies) => ReactNode }) {
  const id = useId();
  const described = classes(hint ? `${id}hint` : null, error ? `${id}error` : null);
  return (
    <div className={classes('field', error && 'field-wrong', className)}>
      <label htmlFor={id} className={bare ? 'visually-hidden' : 'field-label'}>
        {label}
      </label>
      {hint && (
        <div id={`${id}hint`} className="field-hint">
          {hint}
        </div>
      )}
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true }),
      })}
      {error && (
        <p id={`${id}error`} className="field-error">
          <Icon name="warning" />
          {error}
        </p>
      )}
    </div>
  );
}
