import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from './classes.ts';
import { Icon, type IconName } from './icons.tsx';
import { Kbd } from './kbd.tsx';
import { placeBeside } from './place-beside.ts';
import { step } from './roving.ts';
import './menu.css';

export type MenuItem =
  | {
      label: ReactNode;
      icon?: IconName;
      keys?: string;
      danger?: boolean;
      disabled?: boolean;
      /** One of several that can be chosen: whether it is. */
      picked?: boolean;
      onPick: () => void;
    }
  /** A line between groups, with the name of the one that follows. */
  | { group: string | null };

/** A button, and a list of what it offers over everything else: arrow keys, Home, End, first letters, Esc. */
export function Menu({
  trigger,
  label,
  items,
  className,
  triggerClass,
}: {
  /** What stands on the button. */
  trigger: ReactNode;
  /** The button's name for screen readers, where its words do not say it. */
  label?: string;
  items: readonly MenuItem[];
  className?: string;
  triggerClass?: string;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        ref={button}
        type="button"
        className={triggerClass ?? 'button button-quiet'}
        popoverTarget={id}
        aria-haspopup="menu"
        {...(label && { 'aria-label': label, title: label })}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          list.current?.showPopover();
        }}
      >
        {trigger}
      </button>
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={classes('menu', className)}
        onToggle={(event) => {
          if (event.newState !== 'open' || !list.current) return;
          placeBeside(list.current, button.current);
          itemsOf(list.current)[0]?.focus();
        }}
        onKeyDown={(event) => walk(event, list.current)}
      >
        {items.map((item, at) =>
          'group' in item ? (
            // oxlint-disable-next-line react/no-array-index-key -- a line has no name of its own
            <div key={`group ${at}`} role="presentation" className="menu-group">
              {item.group}
            </div>
          ) : (
            <button
              // oxlint-disable-next-line react/no-array-index-key -- items stand where they stand
              key={at}
              type="button"
              role={item.picked === undefined ? 'menuitem' : 'menuitemradio'}
              aria-checked={item.picked}
              tabIndex={-1}
              disabled={item.disabled}
              className={classes('menu-item', item.danger && 'menu-danger')}
              onClick={() => {
                list.current?.hidePopover();
                button.current?.focus();
                item.onPick();
              }}
            >
              <span className="menu-icon">
                {item.picked ? <Icon name="check" /> : item.icon && <Icon name={item.icon} />}
              </span>
              <span className="menu-label">{item.label}</span>
              {item.keys && <Kbd keys={item.keys} />}
            </button>
          ),
        )}
      </div>
    </>
  );
}

const itemsOf = (list: HTMLElement): HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[role^="menuitem"]:not(:disabled)'),
];

function walk(event: KeyboardEvent, list: HTMLElement | null): void {
  if (!list) return;
  if (event.key === 'Tab') return list.hidePopover();
  const items = itemsOf(list);
  const next = step(event.key, items, 'vertical') ?? byLetter(event.key, items);
  if (!next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

/** The next item after the focused one whose words begin with what was typed. */
function byLetter(key: string, items: HTMLElement[]): HTMLElement | null {
  if (key.length !== 1 || key === ' ') return null;
  const at = items.indexOf(document.activeElement as HTMLElement);
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const letter = key.toLocaleLowerCase();
  return after.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(letter)) ?? null;
}
