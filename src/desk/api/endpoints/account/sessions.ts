import { peopleActivity } from '../../../../commands/people/activity.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import { isGood } from '../../../../web/sessions/reader.ts';
import type { SessionLineWire } from '../../../shared/wire.ts';
import { tellPeople } from '../../../sign-in/tell-people.ts';
import { deskEndpoint, noContent, ok, type DeskCall } from '../../endpoint.ts';

/** Every browser one is signed in with. */
export const listSessions = deskEndpoint({
  at: 'GET /account/sessions',
  async answer({ newsroom: { storage, clock }, person, session }) {
    const now = await clock.fresh();
    const sessions = await storage.sessions.list(person.id, now);
    const items = sessions
      .filter((one) => isGood(one, now))
      .map(({ id: sessionId, method, device, createdAt, seenAt }): SessionLineWire => {
        const current = sessionId === session?.id;
        return { id: sessionId, current, method, device, createdAt, seenAt };
      });
    return ok({ items });
  },
});

export const endSession = deskEndpoint({
  at: 'DELETE /account/sessions/:sessionId',
  params: closed({ sessionId: id }),
  answer: (call) => end(call, { id: call.params.sessionId }),
});

/** All but the one that asks. */
export const endOtherSessions = deskEndpoint({
  at: 'DELETE /account/sessions',
  answer: (call) => end(call, { but: call.session?.id ?? '' }),
});

async function end(
  { newsroom: { storage, clock }, person, actor }: DeskCall,
  which: { id: string } | { but: string },
) {
  const at = await clock.fresh();
  await storage.people.change({
    writes: [{ write: 'sessions-end', personId: person.id, ...which, at }],
    activity: [peopleActivity(at, actor, 'sessions-ended', actor)],
  });
  tellPeople(storage);
  return noContent();
}
