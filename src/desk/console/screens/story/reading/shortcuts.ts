/** What can be done by a key on the story screen. */
export const SHORTCUTS = [
  { does: 'compose', keys: 'c' },
  { does: 'write', keys: 'Alt+1' },
  { does: 'stream', keys: 'Alt+2' },
  { does: 'top', keys: 'Alt+3' },
  { does: 'talk', keys: 'Alt+4' },
  { does: 'next', keys: 'j' },
  { does: 'previous', keys: 'k' },
  { does: 'open', keys: 'Enter' },
  { does: 'edit', keys: 'e' },
  { does: 'correct', keys: 'x' },
  { does: 'retract', keys: 'r' },
  { does: 'pin', keys: 'p' },
  { does: 'keyEvent', keys: '.' },
  { does: 'link', keys: 'l' },
  { does: 'history', keys: 'h' },
  { does: 'trash', keys: '#' },
  { does: 'undo', keys: 'u' },
  { does: 'preview', keys: 'v' },
  { does: 'publish', keys: 'Ctrl+Enter' },
  { does: 'file', keys: 'Ctrl+Shift+Enter' },
] as const;
export type Deed = (typeof SHORTCUTS)[number]['does'];

type Pressed = {
  key: string;
  code: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
};

/** What a key does here; letters do nothing while somebody is `writing`. */
export function deedOf(pressed: Pressed, writing: boolean): Deed | null {
  const { key, code, altKey, ctrlKey, metaKey, shiftKey } = pressed;
  if (key === 'Enter' && (ctrlKey || metaKey)) return shiftKey ? 'file' : 'publish';
  if (ctrlKey || metaKey) return null;
  // By its place: with Alt a Mac's digit is another character.
  if (altKey) return named(/^Digit\d$/.test(code) ? `Alt+${code.slice(-1)}` : '');
  return writing ? null : named(key);
}

const named = (keys: string): Deed | null => SHORTCUTS.find((one) => one.keys === keys)?.does ?? null;

/** Whether what has the focus takes letters. */
export const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
