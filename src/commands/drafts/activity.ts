import type { Draft } from '../../domain/desk/draft.ts';
import type { DraftAct } from '../../domain/desk/draft-act.ts';
import { newId } from '../../domain/id.ts';
import type { Instant } from '../../domain/time.ts';
import type { Activity } from '../../storage/storage.ts';
import type { Actor } from '../activity.ts';

/** Who does it: as the activity list keeps them, and by their id. */
export type Who = { actor: Actor; personId: string };

/** What the activity list tells of an act on a draft, never its words. `seq`: of the event it became, which is told with it as one act. */
export function entry(
  { actor }: Who,
  action: DraftAct,
  { id, storyId, kind }: Draft,
  at: Instant,
  detail: Record<string, unknown> = {},
  seq: number | null = null,
): Activity {
  return {
    id: newId(at),
    at,
    actor,
    action,
    storyId,
    seq,
    subject: `draft ${id}`,
    detail: { kind, ...detail },
  };
}
