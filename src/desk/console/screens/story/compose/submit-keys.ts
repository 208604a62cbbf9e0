import type { KeyboardEvent } from 'react';
import { isPressed } from '../../../kit/key-names.ts';
import type { Publishing } from './use-publishing.ts';

/** Ctrl/Cmd+Enter sends what lies on a sheet from wherever in it one is; with Shift it is filed. The text has the first by itself. */
export const submitKeys =
  ({ submit, file }: Pick<Publishing, 'submit' | 'file'>) =>
  (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    const deed = isPressed(event, 'Mod+Enter') ? submit : isPressed(event, 'Mod+Shift+Enter') ? file : null;
    if (!deed) return;
    event.preventDefault();
    deed();
  };
