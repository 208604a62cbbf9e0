import type { Refusal } from '../domain/errors.ts';
import type { Happening } from '../domain/event.ts';
import type { Story } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import type { Update } from '../domain/update.ts';
import type { Languages } from './languages.ts';
import type { Pictures } from './pictures.ts';

/** What a verb sees: the story as it stands, the updates it was pointed at, and the instant. */
export type Scene = {
  story: Story;
  /** Of this story, by id: those the target named and those earlier verbs of the same commit posted. */
  updates: ReadonlyMap<string, Update>;
  now: Instant;
  /** Only where the order asked for it. */
  languages: Languages;
  /** Null where pictures are not to be judged: what is played was judged when it was first written. */
  pictures: Pictures | null;
};

/** What is to happen – nothing, where all is so already – or why not. */
export type Verdict = { type: 'done'; happenings: Happening[] } | Refusal;

/** A thing an editor can do: looks at the scene, changes nothing, says what is to happen. */
export type Verb = (scene: Scene) => Verdict;

export function happens(...happenings: Happening[]): Verdict {
  return { type: 'done', happenings };
}

/** The update, if the scene has it and its words still stand. */
export function standing(scene: Scene, id: string): { type: 'standing'; update: Update } | Refusal {
  const update = scene.updates.get(id);
  if (!update) return { type: 'unknown-update', id };
  if (update.status === 'retracted') return { type: 'update-retracted', id };
  return { type: 'standing', update };
}
