const onMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);

const MAC: Record<string, string> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' };
const ELSEWHERE: Record<string, string> = { Mod: 'Ctrl' };
const EVERYWHERE: Record<string, string> = {
  Enter: '↩',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  ' ': '␣',
};

/** `Mod+Shift+k` as the caps say it, one by one; `g s` is one key after the other. */
export function keyParts(keys: string): string[] {
  if (keys.includes(' ') && keys !== ' ') return keys.split(' ').flatMap(keyParts);
  const names = { ...EVERYWHERE, ...(onMac() ? MAC : ELSEWHERE) };
  return keys.split('+').map((key) => names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> & { code?: string };

/** Whether a press is of these keys. Of a sign that needs Shift on some keyboards, such as `?`, only the sign counts. */
export function isPressed(event: Pressed, keys: string): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const mod = parts.includes('Mod');
  const isMod = onMac() ? event.metaKey : event.ctrlKey;
  if (mod !== isMod || parts.includes('Alt') !== event.altKey) return false;
  if (!mod && (event.metaKey || event.ctrlKey)) return false;
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase();
  // With Alt a Mac writes another sign (⌥1 is ¡): there the place on the keyboard counts.
  if (event.altKey && /^[a-z0-9]$/i.test(key) && event.code !== undefined && event.code !== '')
    return event.code === (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`);
  if (!isSign && parts.includes('Shift') !== event.shiftKey) return false;
  return event.key.toLowerCase() === key.toLowerCase();
}
