import { useEffect, useRef } from 'react';
import { useDialogDepth } from './dialog-depth.ts';
import { addShortcut } from './shortcut-store.ts';

/**
 * Puts a key in force while the component is shown: `'Mod+Enter'`, `'j'`, `'/'`. `label` is what it does, said in the list
 * behind `?`; `group` the part of the desk it is of. `act` null: what has the focus hears it, here it stands for the list.
 */
export function useShortcut(
  keys: string,
  act: ((event: KeyboardEvent) => void) | null,
  {
    label,
    group,
    enabled = true,
    inFields = false,
  }: { label: string; group: string; enabled?: boolean; inFields?: boolean },
): void {
  const depth = useDialogDepth();
  const listed = act === null;
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    const heard = listed ? null : (event: KeyboardEvent): void => latest.current?.(event);
    return addShortcut({ keys, label, group, depth, inFields, act: heard });
  }, [keys, label, group, depth, inFields, enabled, listed]);
}
