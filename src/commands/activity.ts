import { newId } from '../domain/id.ts';
import type { Activity } from '../storage/storage.ts';
import type { Played } from './play.ts';

/** Who does it: `token <id>`, `cli`, `import`. Kept in the activity list. */
export type Actor = string;

/** What the activity list tells of events that follow `seq`. */
export function activityOf(actor: Actor, { events }: Pick<Played, 'events'>, seq: number): Activity[] {
  return events.map(({ storyId, recordedAt, happening }, index) => ({
    id: newId(recordedAt),
    at: recordedAt,
    actor,
    action: happening.kind,
    storyId,
    seq: seq + index + 1,
    subject: null,
    detail: null,
  }));
}
