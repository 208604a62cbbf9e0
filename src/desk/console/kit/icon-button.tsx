import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icons.tsx';
import { Spinner } from './spinner.tsx';
import type { ButtonKind } from './button.tsx';
import './button.css';

export type IconButtonProps = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  icon: IconName;
  /** What it does: its name for screen readers, and its tip under a mouse. */
  label: string;
  kind?: ButtonKind;
  small?: boolean;
  busy?: boolean;
  /** A number on its corner; none where it is 0. The label should tell it as well. */
  count?: number;
};

export function IconButton({
  icon,
  label,
  kind = 'quiet',
  small = false,
  busy = false,
  count = 0,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={classes('button', 'icon-button', `button-${kind}`, small && 'button-small', className)}
      aria-label={label}
      title={label}
      aria-busy={busy || undefined}
      data-autofocus={rest.autoFocus || undefined}
      {...rest}
    >
      {busy ? <Spinner /> : <Icon name={icon} />}
      {count > 0 && (
        <span className="icon-button-count" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </button>
  );
}
