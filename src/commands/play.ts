import type { Refusal } from '../domain/errors.ts';
import type { Happening, NewEvent } from '../domain/event.ts';
import { fold, type RowChange } from '../domain/fold.ts';
import type { Story } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import type { Update } from '../domain/update.ts';
import { NO_LANGUAGES, type Languages } from './languages.ts';
import type { Pictures } from './pictures.ts';
import type { Verb } from './verb.ts';

/** Where a play begins: the story as it stands at `seq` (null before it is opened), and the updates it may touch. */
export type Start = {
  storyId: string;
  seq: number;
  story: Story | null;
  updates: Iterable<Update>;
  languages?: Languages;
  /** Left out where pictures are not to be judged. */
  pictures?: Pictures;
};

/** A verb at the instant it takes effect, or what opens the story. */
export type Step =
  | { at: Instant; verb: Verb }
  | { at: Instant; opening: Extract<Happening, { kind: 'open' }> };

export type Played = {
  type: 'played';
  events: NewEvent[];
  rows: RowChange[];
  story: Story;
  seq: number;
  updates: Map<string, Update>;
};

/** Plays verbs one after another, each seeing what those before it did; nothing is written. The first refusal ends it. */
export function play(start: Start, steps: Step[], recordedAt: Instant): Played | Refusal {
  let { story, seq } = start;
  const updates = new Map([...start.updates].map((update) => [update.id, update]));
  const { languages = NO_LANGUAGES, pictures = null } = start;
  const events: NewEvent[] = [];
  const rows: RowChange[] = [];

  const record = (at: Instant, happening: Happening): void => {
    seq += 1;
    const event: NewEvent = { storyId: start.storyId, at, recordedAt, happening };
    const update = 'updateId' in happening ? (updates.get(happening.updateId) ?? null) : null;
    for (const row of fold({ story, update }, { ...event, seq })) {
      rows.push(row);
      if (row.row === 'story') story = row.value;
      if (row.row === 'update') updates.set(row.value.id, row.value);
    }
    events.push(event);
  };

  for (const step of steps) {
    if ('opening' in step) {
      record(step.at, step.opening);
      continue;
    }
    if (!story) throw new Error('a story must be opened before anything else happens to it');
    const verdict = step.verb({ story, updates, now: step.at, languages, pictures });
    if (verdict.type !== 'done') return verdict;
    for (const happening of verdict.happenings) record(step.at, happening);
  }
  if (!story) throw new Error('nothing was played');
  return { type: 'played', events, rows, story, seq, updates };
}
