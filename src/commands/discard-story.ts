import { happens, type Verb } from './verb.ts';

/** Puts the sample into the trash: readers find it no more, nor does anybody but the trash. Every other story stays. */
export function discardStory(): Verb {
  return ({ story }) => {
    if (!story.sample) return { type: 'not-the-sample' };
    return story.discardedAt === null ? happens({ kind: 'discard' }) : happens();
  };
}

/** Brings it back, as it stood. */
export function restoreStory(): Verb {
  return ({ story }) => (story.discardedAt === null ? happens() : happens({ kind: 'restore' }));
}
