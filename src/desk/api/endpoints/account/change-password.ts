import { Type } from 'typebox';
import { peopleActivity } from '../../../../commands/people/activity.ts';
import { closed } from '../../../../schemas/fields.ts';
import { changeConfirmed, confirm } from '../../../sign-in/confirmed.ts';
import { newPasswordFault } from '../../../sign-in/new-password.ts';
import { tellPeople } from '../../../sign-in/tell-people.ts';
import { deskEndpoint, noContent } from '../../endpoint.ts';

/** What confirms a change of how one signs in. */
export const confirmation = { password: Type.Optional(Type.String({ maxLength: 1000 })) };

/** Sets another password; every other browser is signed out. */
export const changePassword = deskEndpoint({
  at: 'PUT /account/password',
  body: closed({ ...confirmation, next: Type.String({ maxLength: 1000 }) }),
  async answer(call) {
    const { newsroom, signIn, person, session, actor, body } = call;
    const { storage, clock } = newsroom;
    const { site } = await storage.site();
    const fault = newPasswordFault('/next', body.next, { person, site: site.name });
    if (fault) return fault;
    const confirmed = await confirm(call, body.password);
    if (confirmed.type !== 'confirmed') return confirmed;
    const password = await signIn.passwords.hash(body.next);
    const at = await clock.fresh();
    const personId = person.id;
    const refused = await changeConfirmed(call, confirmed, {
      writes: [
        { write: 'password', personId, password, at },
        { write: 'sessions-end', personId, but: session?.id ?? '', at },
        { write: 'links-gone', kind: 'reset', which: { personId } },
        { write: 'links-gone', kind: 'invitation', which: { personId } },
        // Of whoever came as far as the code by the password that is no more.
        { write: 'links-gone', kind: 'second-factor', which: { personId } },
      ],
      activity: [peopleActivity(at, actor, 'password-set', actor)],
    });
    if (refused) return refused;
    tellPeople(storage);
    return noContent();
  },
});
