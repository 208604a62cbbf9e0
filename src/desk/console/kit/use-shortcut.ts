import { useEffect, useRef } from 'react';
import { useDialogDepth } from './dialog-depth.ts';
import { addShortcut } from './shortcut-store.ts';

/**
 * Puts a key in force while the component is shown: `'Mod+Enter'`, `'j'`, `'/'`. `label` is what it does, said in the list
 * behind `?`; `group` the part of the desk it is of.
 */
export function useShortcut(
  keys: string,
  act: (event: KeyboardEvent) => void,
  {
    label,
    group,
    enabled = true,
    inFields = false,
  }: { label: string; group: string; enabled?: boolean; inFields?: boolean },
): void {
  const depth = useDialogDepth();
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (!enabled) return undefined;
    return addShortcut({ keys, label, group, depth, inFields, act: (event) => latest.current(event) });
  }, [keys, label, group, depth, inFields, enabled]);
}
