import { makeResetLink } from '../../../../commands/people/reset-link.ts';
import { handOut } from '../../../sign-in/hand-out.ts';
import { deskEndpoint } from '../../endpoint.ts';
import { personParams } from './change-person.ts';

/** Makes a link by which somebody sets a new password: sent by mail where there is mail, and shown to pass on. */
export const resetPerson = deskEndpoint({
  at: 'POST /people/:personId/reset',
  params: personParams,
  async answer(call) {
    const person = await call.newsroom.storage.people.find(call.params.personId);
    if (!person || person.disabledAt !== null) return { type: 'unknown-person' };
    const maker = { actor: call.actor, madeBy: call.person.id };
    return handOut(call, await makeResetLink(call.newsroom, maker, person));
  },
});
