import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icons.tsx';
import { Kbd } from './kbd.tsx';
import { Spinner } from './spinner.tsx';
import './button.css';

export type ButtonKind = 'plain' | 'primary' | 'danger' | 'quiet';

export type ButtonProps = ComponentProps<'button'> & {
  kind?: ButtonKind;
  small?: boolean;
  /** Over the whole line it stands in. */
  wide?: boolean;
  icon?: IconName;
  /** What it does is under way: it cannot be pressed again, and keeps its place and its focus. */
  busy?: boolean;
  /** The keys that do the same, shown to those who have a keyboard. */
  keys?: string;
};

export function Button({
  kind = 'plain',
  small = false,
  wide = false,
  icon,
  busy = false,
  keys,
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={classes(
        'button',
        `button-${kind}`,
        small && 'button-small',
        wide && 'button-wide',
        className,
      )}
      // Not `disabled`: that would take the focus from whoever pressed it.
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      data-autofocus={rest.autoFocus || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
      {keys && <Kbd keys={keys} />}
    </button>
  );
}

/** A link that looks like a button, for what goes somewhere. */
export function LinkButton({
  kind = 'plain',
  small = false,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<'a'> & { kind?: ButtonKind; small?: boolean; icon?: IconName }) {
  return (
    <a className={classes('button', `button-${kind}`, small && 'button-small', className)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  );
}
