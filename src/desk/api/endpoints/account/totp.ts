import { Type } from 'typebox';
import { peopleActivity } from '../../../../commands/people/activity.ts';
import { linkState, newLink } from '../../../../commands/people/new-link.ts';
import { breaks, faultAt } from '../../../../domain/faults.ts';
import { tokenHash } from '../../../../domain/token.ts';
import { closed } from '../../../../schemas/fields.ts';
import { newTotpSecret, qrPath, totpStep, totpUri } from '../../../../web/sessions/totp.ts';
import type { RecoveryCodesWire, TotpSetupWire } from '../../../shared/wire.ts';
import { admit, codeKey } from '../../../sign-in/attempts.ts';
import { changeConfirmed, confirm } from '../../../sign-in/confirmed.ts';
import { recoveryCodesFor } from '../../../sign-in/recovery-codes.ts';
import { deskEndpoint, noContent, ok } from '../../endpoint.ts';
import { confirmation } from './change-password.ts';

/** Offers a secret for an authenticator app. Nothing is on until its first code came. */
export const beginTotp = deskEndpoint({
  at: 'POST /account/totp',
  body: closed(confirmation),
  async answer(call) {
    const { newsroom, person, body } = call;
    const { storage, clock } = newsroom;
    const confirmed = await confirm(call, body.password);
    if (confirmed.type !== 'confirmed') return confirmed;
    const { site } = await storage.site();
    const secret = newTotpSecret();
    const personId = person.id;
    const { token, link } = newLink(await clock.fresh(), 'second-factor-setup', {
      personId,
      extra: { secret },
    });
    const refused = await changeConfirmed(call, confirmed, {
      writes: [
        { write: 'links-gone', kind: 'second-factor-setup', which: { personId } },
        { write: 'link', link },
      ],
      activity: [],
    });
    if (refused) return refused;
    const uri = totpUri(secret, site.name, person.email);
    const answer: TotpSetupWire = { ticket: token, secret, uri, qr: qrPath(uri) };
    return ok(answer);
  },
});

/** Turns the second factor on, by the first code of the app. */
export const confirmTotp = deskEndpoint({
  at: 'PUT /account/totp',
  body: closed({ ticket: Type.String({ maxLength: 100 }), code: Type.String({ maxLength: 40 }) }),
  async answer(call) {
    const { newsroom, person, session, actor, body } = call;
    const { storage, clock } = newsroom;
    const personId = person.id;
    const hash = tokenHash(body.ticket);
    const found = await storage.people.link(hash);
    const link = found?.kind === 'second-factor-setup' && found.personId === personId ? found : null;
    const at = await clock.fresh();
    const state = linkState(link, at);
    if (state !== 'good') return { type: 'link-spent', state };
    const attempt = await admit(call, codeKey(personId));
    if (attempt.type === 'too-many-attempts') return attempt;
    const secret = String(link?.extra['secret']);
    const step = totpStep(secret, body.code, at);
    if (step === null) return { type: 'invalid', errors: [faultAt('/code', breaks('code-wrong'))] };
    const { codes, write } = recoveryCodesFor(personId);
    const done = await storage.people.change({
      writes: [
        { write: 'session-stands', id: session?.id ?? '' },
        { write: 'link-use', hash, at },
        { write: 'attempts-forgiven', key: codeKey(personId) },
        { write: 'totp', personId, secret },
        { write: 'totp-step-first', personId, step },
        write,
      ],
      activity: [peopleActivity(at, actor, 'second-factor-on', actor)],
    });
    if (done.type === 'refused')
      return done.why === 'session-ended' ? { type: 'signed-out' } : { type: 'link-spent', state: 'used' };
    return ok({ codes } satisfies RecoveryCodesWire);
  },
});

/** Turns it off, and takes its recovery codes. */
export const dropTotp = deskEndpoint({
  at: 'DELETE /account/totp',
  body: closed(confirmation),
  async answer(call) {
    const { newsroom, person, actor, body } = call;
    const { clock } = newsroom;
    const confirmed = await confirm(call, body.password);
    if (confirmed.type !== 'confirmed') return confirmed;
    const refused = await changeConfirmed(call, confirmed, {
      writes: [{ write: 'totp', personId: person.id, secret: null }],
      activity: [peopleActivity(await clock.fresh(), actor, 'second-factor-off', actor)],
    });
    if (refused) return refused;
    return noContent();
  },
});
