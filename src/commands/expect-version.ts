import { happens, type Verb } from './verb.ts';

/** Goes before other verbs: refuses when the story was changed since its version was read (`If-Match`, RFC 9110 §13.1.1). */
export function expectStoryVersion(version: number): Verb {
  return ({ story }) =>
    story.version === version ? happens() : { type: 'stale-version', current: story.version };
}

/** The same for an update. */
export function expectUpdateVersion(updateId: string, version: number): Verb {
  return ({ updates }) => {
    const update = updates.get(updateId);
    if (!update) return { type: 'unknown-update', id: updateId };
    return update.version === version ? happens() : { type: 'stale-version', current: update.version };
  };
}

/** The same for the top alone: what else the story is filed under may have changed. */
export function expectTopVersion(version: number): Verb {
  return ({ story }) =>
    story.topVersion === version ? happens() : { type: 'stale-version', current: story.topVersion };
}
