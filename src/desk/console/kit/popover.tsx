import { useId, useRef, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { placeBeside } from './place-beside.ts';
import './menu.css';

/** A button, and more about it over everything else until one presses elsewhere. Its content is made when it opens. */
export function Popover({
  trigger,
  label,
  children,
  className,
  triggerClass,
}: {
  trigger: ReactNode;
  label?: string;
  children: ReactNode;
  className?: string;
  triggerClass?: string;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const floating = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={triggerClass ?? 'button button-quiet'}
        popoverTarget={id}
        {...(label && { 'aria-label': label, title: label })}
      >
        {trigger}
      </button>
      <div
        ref={floating}
        id={id}
        popover="auto"
        className={classes('popover', className)}
        onToggle={(event) => {
          if (event.newState === 'open' && floating.current) placeBeside(floating.current, button.current);
        }}
      >
        {children}
      </div>
    </>
  );
}
