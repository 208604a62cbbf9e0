import { peopleActivity } from '../../../../commands/people/activity.ts';
import { sessionCookie } from '../../../../web/sessions/cookie.ts';
import { deskEndpoint, noContent } from '../../endpoint.ts';
import { tellPeople } from '../../../sign-in/tell-people.ts';

/** Ends the session of the browser that asks; its cookie opens nothing from then on, whoever holds a copy. */
export const signOut = deskEndpoint({
  at: 'DELETE /session',
  async answer({ newsroom: { storage, clock }, session, baseUrl }) {
    if (session) {
      const at = await clock.fresh();
      const { id, person } = session;
      const told = peopleActivity(at, `person ${person.id}`, 'signed-out', `session ${id}`);
      await storage.people.change({
        writes: [{ write: 'sessions-end', personId: person.id, id, at }],
        activity: [told],
      });
      tellPeople(storage);
    }
    return noContent({ 'set-cookie': sessionCookie(baseUrl(), '', 0) });
  },
});
