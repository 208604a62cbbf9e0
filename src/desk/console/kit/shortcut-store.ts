import { isPressed } from './key-names.ts';
import { listened } from './listened.ts';

/** A key, or one after another (`g s`); what it does, and where it is in force. */
export type Shortcut = {
  keys: string;
  /** What it does, for the list behind `?`. */
  label: string;
  /** Of which part of the desk it is; those of one part stand together in the list. */
  group: string;
  /** How many dialogs it lies in: only those of the uppermost are in force. */
  depth: number;
  /** Whether it is in force while somebody types. Keys with Ctrl or Cmd always are. */
  inFields: boolean;
  /** Null: it is heard by what has the focus, and stands here for the list alone. */
  act: ((event: KeyboardEvent) => void) | null;
};

/** All keys in force; the last one that came stands before those that were there. */
export const shortcuts = listened<readonly Shortcut[]>([]);

export function addShortcut(shortcut: Shortcut): () => void {
  shortcuts.set([shortcut, ...shortcuts.get()]);
  return () => shortcuts.set(shortcuts.get().filter((one) => one !== shortcut));
}

/** Those that a press would reach: of the uppermost dialog alone. */
export function inForce(all: readonly Shortcut[], depth: number): Shortcut[] {
  return all.filter((shortcut) => shortcut.depth === depth);
}

const openDialogs = (): number => document.querySelectorAll('dialog[open]').length;

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type);
}

/** How long the second of two keys may take, ms. */
const AFTER = 1500;
let begun: { key: string; at: number } | null = null;

/** What of `g s` is left to be pressed now: the whole where nothing was begun. */
function leftOf(keys: string): string {
  const [first = '', second] = keys.split(' ');
  return second === undefined || first === '' || begun?.key !== first ? keys : second;
}

function hear(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (begun && event.timeStamp - begun.at > AFTER) begun = null;
  const typing = isTyping(event.target);
  const found = inForce(shortcuts.get(), openDialogs()).find(
    ({ keys, inFields, act }) =>
      act !== null && isPressed(event, leftOf(keys)) && (!typing || inFields || keys.includes('Mod+')),
  );
  const beginsOne =
    !typing && inForce(shortcuts.get(), openDialogs()).some(({ keys }) => keys.startsWith(`${event.key} `));
  begun = !found && beginsOne ? { key: event.key, at: event.timeStamp } : null;
  if (!found) return;
  event.preventDefault();
  found.act?.(event);
}

/** Hears every press once, for the whole page. Returns what ends it. */
export function hearKeys(): () => void {
  window.addEventListener('keydown', hear);
  return () => window.removeEventListener('keydown', hear);
}

/** Shows the list of keys, for those who come by a menu. */
export function showKeys(): void {
  shortcuts
    .get()
    .find(({ keys }) => keys === '?')
    ?.act?.(new KeyboardEvent('keydown', { key: '?' }));
}
