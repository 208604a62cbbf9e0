import { Type } from 'typebox';
import { closed } from '../../../../schemas/fields.ts';
import type { PeopleWrite } from '../../../../storage/desk/people-store.ts';
import { admit, admitAddress, passwordKey, tellFailures } from '../../../sign-in/attempts.ts';
import { letIn, secondFactorTicket, signedInReply, waysIn } from '../../../sign-in/begin.ts';
import { deskEndpoint } from '../../endpoint.ts';

/** Signs somebody in by address and password. What is refused is refused alike, whether there is such an account or not. */
export const signIn = deskEndpoint({
  at: 'POST /session',
  body: closed({ email: Type.String({ maxLength: 254 }), password: Type.String({ maxLength: 1000 }) }),
  async answer(call) {
    const { storage, clock } = call.newsroom;
    const { email, password } = call.body;
    const key = passwordKey(email);
    // What is not looked at is not held against them.
    if (call.signIn.passwords.isBusy()) return { type: 'sign-in-busy' };
    const attempt = admitAddress(call) ?? (await admit(call, key));
    if (attempt.type === 'too-many-attempts') return attempt;
    const person = await storage.people.byEmail(email.trim().toLowerCase());
    const credentials = await storage.people.credentials(person?.id ?? '');
    const isRight = await call.signIn.passwords.isRight(password, credentials?.password ?? null);
    if (!isRight || !person || person.disabledAt !== null) {
      await tellFailures(call, person?.id ?? null, attempt.failures);
      return { type: 'wrong-sign-in' };
    }
    // Where many sign in at once, the password may be another by the time this one was looked at.
    const also: PeopleWrite[] = [
      { write: 'credentials-stand', personId: person.id, were: waysIn(credentials) },
      { write: 'attempts-forgiven', key },
    ];
    if (credentials?.totpSecret) {
      const { writes, reply } = secondFactorTicket(person.id, 'password+totp', await clock.fresh());
      const done = await storage.people.change({ writes: [...also, ...writes], activity: [] });
      return done.type === 'changed' ? reply : { type: 'wrong-sign-in' };
    }
    const entered = await letIn(call, { person, method: 'password', also });
    return entered.type === 'in' ? signedInReply(entered.cookie) : { type: 'wrong-sign-in' };
  },
});
