import { peopleActivity } from '../../../../commands/people/activity.ts';
import { tellPeople } from '../../../sign-in/tell-people.ts';
import { deskEndpoint, noContent } from '../../endpoint.ts';
import { personParams } from './change-person.ts';

/** Signs somebody out of every browser. */
export const endPersonsSessions = deskEndpoint({
  at: 'DELETE /people/:personId/sessions',
  params: personParams,
  async answer({ newsroom: { storage, clock }, actor, params: { personId } }) {
    if (!(await storage.people.find(personId))) return { type: 'unknown-person' };
    const at = await clock.fresh();
    await storage.people.change({
      writes: [{ write: 'sessions-end', personId, at }],
      activity: [peopleActivity(at, actor, 'sessions-ended', `person ${personId}`)],
    });
    tellPeople(storage);
    return noContent();
  },
});
