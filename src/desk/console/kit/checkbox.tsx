import { useId, type ComponentProps, type ReactNode } from 'react';
import { classes } from './classes.ts';
import './checkbox.css';

export type CheckboxProps = Omit<ComponentProps<'input'>, 'id' | 'type' | 'children' | 'onChange'> & {
  label: ReactNode;
  hint?: ReactNode;
  /** The label is for screen readers alone. */
  bare?: boolean;
  onSwitch: (on: boolean) => void;
};

export function Checkbox(props: CheckboxProps) {
  return <Ticked kind="checkbox" {...props} />;
}

/** Takes effect at once, where a checkbox waits for the form. */
export function Switch(props: CheckboxProps) {
  return <Ticked kind="switch" {...props} />;
}

function Ticked({
  kind,
  label,
  hint,
  bare = false,
  className,
  onSwitch,
  ...rest
}: CheckboxProps & { kind: 'checkbox' | 'switch' }) {
  const id = useId();
  return (
    <span className={classes('ticked', className)}>
      <input
        type="checkbox"
        id={id}
        className={kind}
        {...(kind === 'switch' && { role: 'switch' })}
        {...(hint ? { 'aria-describedby': `${id}hint` } : {})}
        onChange={(event) => onSwitch(event.currentTarget.checked)}
        {...rest}
      />
      <span className="ticked-words">
        <label htmlFor={id} className={bare ? 'visually-hidden' : undefined}>
          {label}
        </label>
        {hint && (
          <span id={`${id}hint`} className="field-hint">
            {hint}
          </span>
        )}
      </span>
    </span>
  );
}
