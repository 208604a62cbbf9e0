import { peopleActivity } from '../../../../commands/people/activity.ts';
import { breaks, faultAt } from '../../../../domain/faults.ts';
import { closed } from '../../../../schemas/fields.ts';
import type { RecoveryCodesWire } from '../../../shared/wire.ts';
import { changeConfirmed, confirm } from '../../../sign-in/confirmed.ts';
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
    const confirmed = await confirm(call, body.password);
    if (confirmed.type !== 'confirmed') return confirmed;
    if (!(await storage.people.credentials(person.id))?.totpSecret)
      return { type: 'invalid', errors: [faultAt('', breaks('no-second-factor'))] };
    const { codes, write } = recoveryCodesFor(person.id);
    const refused = await changeConfirmed(call, confirmed, {
      writes: [write],
      activity: [peopleActivity(await clock.fresh(), actor, 'recovery-codes-made', actor)],
    });
    if (refused) return refused;
    return ok({ codes } satisfies RecoveryCodesWire);
  },
});
