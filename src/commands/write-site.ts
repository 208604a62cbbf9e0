import type { OfSite } from '../domain/event.ts';
import { fold } from '../domain/fold.ts';
import { SITE } from '../domain/slug.ts';
import { activityOf, type Actor, type Newsroom } from './perform.ts';

/** Appends to the site's own log; pages rendered before are stale from then on. */
export async function writeSite(
  { storage, clock }: Newsroom,
  actor: Actor,
  happening: OfSite,
): Promise<void> {
  for (;;) {
    const { seq, lastAt } = await storage.site();
    const recordedAt = await clock.fresh();
    const at = recordedAt > lastAt ? recordedAt : lastAt;
    const event = { storyId: SITE, at, recordedAt, happening };
    const result = await storage.commit({
      logs: [{ storyId: SITE, expectedVersion: seq, events: [event] }],
      rows: fold({ story: null, update: null }, { ...event, seq: seq + 1 }),
      activity: activityOf(actor, { events: [event] }, seq),
    });
    if (result.type === 'committed') return;
    if (result.type !== 'stale') throw new Error(`the site's log refused an event: ${result.type}`);
  }
}
