import { peopleActivity } from '../../../../commands/people/activity.ts';
import { closed } from '../../../../schemas/fields.ts';
import type { RecoveryCodesWire } from '../../../shared/wire.ts';
import { unconfirmed } from '../../../sign-in/confirmed.ts';
import { recoveryCodesFor } from '../../../sign-in/recovery-codes.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { confirmation } from './change-password.ts';

/** Ten new codes in place of the former ones; for whoever has a second factor. */
export const makeRecoveryCodes = deskEndpoint({
  at: 'POST /account/recovery-codes',
  body: closed(confirmation),
  async answer(call) {
    const { newsroom, person, actor, body } = call;
    const { storage, clock } = newsroom;
    const refused = await unconfirmed(call, body.password);
    if (refused) return refused;
    if (!(await storage.people.credentials(person.id))?.totpSecret)
      return { type: 'invalid', errors: [{ pointer: '', detail: 'turn the second factor on first' }] };
    const { codes, write } = recoveryCodesFor(person.id);
    await storage.people.change({
      writes: [write],
      activity: [peopleActivity(await clock.fresh(), actor, 'recovery-codes-made', actor)],
    });
    return ok({ codes } satisfies RecoveryCodesWire);
  },
});
