import { Type } from 'typebox';
import { parseInstant } from '../../../../domain/time.ts';
import { MalformedRequest } from '../../../../web/malformed-request.ts';
import { id } from '../../../../schemas/fields.ts';
import type { ActivityWire } from '../../../shared/wire.ts';
import { actorsNamed } from '../../actors.ts';
import { entriesOf } from '../../activity-entries.ts';
import { DEED_KINDS, deedsOf } from '../../../shared/deed-kinds.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { listQuery, nextOf, pageOf } from '../../list-query.ts';

const query = listQuery({
  story: Type.Optional(id),
  actor: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
  kind: Type.Optional(Type.Enum([...DEED_KINDS])),
  action: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  from: Type.Optional(Type.String({ maxLength: 40 })),
  to: Type.Optional(Type.String({ maxLength: 40 })),
});

/** Who did what, the last first. */
export const activity = deskEndpoint({
  at: 'GET /activity',
  query,
  async answer({ newsroom: { storage }, query: { story, actor, kind, action, from, to, ...page } }) {
    const { items, next } = await storage.desk.activity({
      ...pageOf(page),
      ...(story !== undefined && { storyId: story }),
      ...(actor !== undefined && { actor }),
      ...(action !== undefined && { action }),
      ...(kind !== undefined && { actions: deedsOf(kind) }),
      ...(from !== undefined && { from: instant('from', from) }),
      ...(to !== undefined && { to: instant('to', to) }),
    });
    const named = await actorsNamed(
      storage,
      items.map((item) => item.actor),
    );
    const told = await storage.desk.headlines(items.flatMap(({ storyId }) => storyId ?? []));
    const entries = await entriesOf(storage, items);
    const answer: ActivityWire = {
      items: items.map(({ actor: by, storyId, ...entry }) => ({
        ...entry,
        by: named.get(by)!,
        story: storyId !== null && told[storyId] ? { id: storyId, ...told[storyId] } : null,
        ...entries.get(entry.id)!,
      })),
      next: nextOf(next),
    };
    return ok(answer);
  },
});

function instant(name: string, given: string): string {
  const read = parseInstant(given);
  if (read !== null) return read;
  throw MalformedRequest.at([
    { pointer: `/query/${name}`, detail: 'must be an instant, such as 2019-02-28T05:05:00Z' },
  ]);
}
