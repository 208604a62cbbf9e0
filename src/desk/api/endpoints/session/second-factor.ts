import { Type } from 'typebox';
import { linkState } from '../../../../commands/people/new-link.ts';
import { peopleActivity } from '../../../../commands/people/activity.ts';
import type { Credentials, SignInMethod } from '../../../../domain/desk/sign-in.ts';
import type { Instant } from '../../../../domain/time.ts';
import { tokenHash } from '../../../../domain/token.ts';
import { closed } from '../../../../schemas/fields.ts';
import type { PeopleWrite } from '../../../../storage/desk/people-store.ts';
import { recoveryCodeHash } from '../../../../web/sessions/recovery-codes.ts';
import { totpStep } from '../../../../web/sessions/totp.ts';
import { admit, admitAddress, codeKey, tellFailures } from '../../../sign-in/attempts.ts';
import { letIn, signedInReply } from '../../../sign-in/begin.ts';
import { deskEndpoint } from '../../endpoint.ts';

/** Takes the code that follows a right password or a good link. */
export const takeSecondFactor = deskEndpoint({
  at: 'POST /session/second-factor',
  body: closed({ ticket: Type.String({ maxLength: 100 }), code: Type.String({ maxLength: 40 }) }),
  async answer(call) {
    const { storage, clock } = call.newsroom;
    const hash = tokenHash(call.body.ticket);
    const found = await storage.people.link(hash);
    const link = found?.kind === 'second-factor' ? found : null;
    const at = await clock.fresh();
    const state = linkState(link, at);
    if (state !== 'good') return { type: 'link-spent', state };
    const personId = link?.personId ?? '';
    const attempt = admitAddress(call) ?? (await admit(call, codeKey(personId)));
    if (attempt.type === 'too-many-attempts') return attempt;
    const person = await storage.people.find(personId);
    const credentials = await storage.people.credentials(personId);
    if (!person || person.disabledAt !== null || !credentials) return { type: 'wrong-sign-in' };
    const use = useOf(call.body.code, credentials, personId, at);
    if (!use) {
      await tellFailures(call, personId, attempt.failures);
      return { type: 'wrong-code' };
    }
    const asked = link?.extra['method'] as SignInMethod;
    const method = use.write === 'recovery-code' && asked !== 'link' ? 'password+recovery-code' : asked;
    const also: PeopleWrite[] = [
      { write: 'link-use', hash, at },
      { write: 'credentials-stand', personId, were: { totpSecret: credentials.totpSecret } },
      use,
      { write: 'attempts-forgiven', key: codeKey(personId) },
    ];
    const told =
      use.write === 'recovery-code'
        ? [peopleActivity(at, `person ${personId}`, 'recovery-code-used', `person ${personId}`)]
        : [];
    const entered = await letIn(call, { person, method, also, told });
    if (entered.type === 'in') return signedInReply(entered.cookie);
    if (entered.why === 'code-used' || entered.why === 'credentials-moved') return { type: 'wrong-code' };
    if (entered.why === 'unknown-person') return { type: 'wrong-sign-in' };
    // Its password was changed meanwhile, and the ticket taken away.
    return { type: 'link-spent', state: entered.why === 'unknown-link' ? 'unknown' : 'used' };
  },
});

/** What a code uses up, if it is right: a step of time, or a recovery code. */
function useOf(
  code: string,
  { totpSecret }: Credentials,
  personId: string,
  at: Instant,
): Extract<PeopleWrite, { write: 'totp-step' | 'recovery-code' }> | null {
  const step = totpSecret === null ? null : totpStep(totpSecret, code, at);
  if (step !== null) return { write: 'totp-step', personId, step };
  const hash = recoveryCodeHash(personId, code);
  return hash === null ? null : { write: 'recovery-code', personId, hash, at };
}
