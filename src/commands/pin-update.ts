import { happens, standing, type Verb } from './verb.ts';

/** Pins an update on top; the one pinned before stands only in its place again. */
export function pinUpdate(updateId: string): Verb {
  return (scene) => {
    const found = standing(scene, updateId);
    if (found.type !== 'standing') return found;
    return scene.story.pinnedId === updateId ? happens() : happens({ kind: 'pin', updateId });
  };
}

export function unpinUpdate(updateId: string): Verb {
  return (scene) => {
    if (!scene.updates.has(updateId)) return { type: 'unknown-update', id: updateId };
    return scene.story.pinnedId === updateId ? happens({ kind: 'unpin', updateId }) : happens();
  };
}
