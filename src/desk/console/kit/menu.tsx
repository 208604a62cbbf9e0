import {
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
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
  /** Leads to a list of its own, in the place of this one; `now`: what of it is picked. */
  | { label: string; icon?: IconName; now?: string; items: readonly MenuItem[] }
  /** A line between groups, with the name of the one that follows. */
  | { group: string | null };

type Deed = Extract<MenuItem, { onPick: () => void }>;
type Way = Extract<MenuItem, { items: readonly MenuItem[] }>;

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
  const { within, enter, leave } = useWithin(items, list);
  const pick = ({ onPick }: Deed): void => {
    list.current?.hidePopover();
    button.current?.focus();
    onPick();
  };
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
        aria-label={within?.label ?? label}
        className={classes('menu', className)}
        onToggle={(event) => {
          if (event.newState !== 'open') return leave(false);
          if (!list.current) return;
          placeBeside(list.current, button.current);
          itemsOf(list.current)[0]?.focus();
        }}
        onKeyDown={(event) => walk(event, list.current)}
      >
        {within && <Item icon="back" label={within.label} onPick={() => leave(true)} />}
        {(within?.items ?? items).map((item, at) =>
          'group' in item ? (
            // oxlint-disable-next-line react/no-array-index-key -- a line has no name of its own
            <div key={`group ${at}`} role="presentation" className="menu-group">
              {item.group}
            </div>
          ) : 'items' in item ? (
            // oxlint-disable-next-line react/no-array-index-key -- items stand where they stand
            <Item key={at} {...item} opens onPick={() => enter(item)} />
          ) : (
            // oxlint-disable-next-line react/no-array-index-key -- items stand where they stand
            <Item key={`${within?.label ?? ''} ${at}`} {...item} onPick={() => pick(item)} />
          ),
        )}
      </div>
    </>
  );
}

/** Which list of its own the menu shows, if any; the focus goes along there and back. */
function useWithin(items: readonly MenuItem[], list: RefObject<HTMLDivElement | null>) {
  const [name, setName] = useState<string | null>(null);
  const from = useRef<string | null>(null);
  const ways = items.filter((item): item is Way => 'items' in item);
  const within = ways.find(({ label }) => label === name) ?? null;
  useEffect(() => {
    const came = from.current;
    from.current = name;
    if (!list.current?.matches(':popover-open')) return;
    const here = itemsOf(list.current);
    if (name !== null) (here.find((one) => one.ariaChecked === 'true') ?? here[1])?.focus();
    else if (came !== null) here.find((one) => one.dataset['way'] === came)?.focus();
  }, [name, list]);
  return {
    within,
    enter: ({ label }: Way) => setName(label),
    leave: (back: boolean) => {
      if (!back) from.current = null;
      setName(null);
    },
  };
}

type ItemProps = Omit<Deed, 'label'> & { label: ReactNode; opens?: boolean; now?: string };

function Item({ label, icon, keys, danger, disabled, picked, opens = false, now, onPick }: ItemProps) {
  return (
    <button
      type="button"
      role={picked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={picked}
      aria-haspopup={opens ? 'menu' : undefined}
      data-way={opens ? label : undefined}
      tabIndex={-1}
      disabled={disabled}
      className={classes('menu-item', danger && 'menu-danger')}
      onClick={onPick}
    >
      <span className="menu-icon">{picked ? <Icon name="check" /> : icon && <Icon name={icon} />}</span>
      <span className="menu-label">{label}</span>
      {now && <span className="menu-now">{now}</span>}
      {opens && <Icon name="chevron-right" />}
      {keys && <Kbd keys={keys} />}
    </button>
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
