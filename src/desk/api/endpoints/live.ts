import { Type } from 'typebox';
import { beginStream } from '../../../live/sse.ts';
import { closed } from '../../../schemas/fields.ts';
import type { DeskLive } from '../../live/open-live.ts';
import { deskEndpoint, ok, type DeskEndpoint } from '../endpoint.ts';

/** When a person who has too many desks open may try again, seconds. */
const RETRY_AFTER = 5;

const idOrNull = Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'uuid' });

/** The desk's stream, and who is where. */
export function liveEndpoints({ hub, presence, peek }: DeskLive): DeskEndpoint[] {
  const stream = deskEndpoint({
    at: 'GET /live',
    streams: true,
    async answer({ person, request, reply }) {
      if (!hub.hasRoom(person.id)) return { type: 'streams-of-person', retryAfter: RETRY_AFTER };
      const set = Object.entries(reply.getHeaders()).map(([name, value]) => [name, String(value)]);
      reply.hijack();
      const line = beginStream(request.raw, reply.raw, {
        headers: Object.fromEntries(set) as Record<string, string>,
      });
      if (line) hub.attach(line, person.id, async () => (await peek(request)) !== null);
      return { type: 'raw' };
    },
  });

  const sayWhere = deskEndpoint({
    at: 'POST /presence',
    body: closed({
      storyId: idOrNull,
      draftId: idOrNull,
      tab: Type.Optional(Type.String({ pattern: '^[\\w-]{1,40}$' })),
      leaving: Type.Optional(Type.Boolean()),
    }),
    async answer({ session, person, body: { storyId, draftId, tab = '', leaving = false } }) {
      const key = `${session?.id ?? ''} ${tab}`;
      presence.say({ key, personId: person.id, name: person.name, storyId, draftId, leaving });
      return ok({ here: presence.here() });
    },
  });
  return [stream, sayWhere];
}
