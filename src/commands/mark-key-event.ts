import { happens, standing, type Verb } from './verb.ts';

/** Marks an update as a key event of the night, or takes the mark away. */
export function markKeyEvent(updateId: string, marked: boolean): Verb {
  return (scene) => {
    const found = standing(scene, updateId);
    if (found.type !== 'standing') return found;
    return found.update.keyEvent === marked ? happens() : happens({ kind: 'key-event', updateId, marked });
  };
}
