import { Type } from 'typebox';
import { linkState, newLink } from '../../../../commands/people/new-link.ts';
import { tokenHash } from '../../../../domain/token.ts';
import { closed } from '../../../../schemas/fields.ts';
import {
  asserted,
  authenticationOptions,
  challengeIn,
  credentialIn,
} from '../../../../web/sessions/passkeys.ts';
import { admitAddress } from '../../../sign-in/attempts.ts';
import { letIn, signedInReply } from '../../../sign-in/begin.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

/** A challenge that any passkey of this site may answer, once. */
export const passkeyOptions = deskEndpoint({
  at: 'POST /session/passkey/options',
  async answer(call) {
    const { storage, clock } = call.newsroom;
    const tooMany = admitAddress(call);
    if (tooMany) return tooMany;
    const { site } = await storage.site();
    const { token, link } = newLink(await clock.fresh(), 'passkey-sign-in');
    await storage.people.change({ writes: [{ write: 'link', link }], activity: [] });
    return ok(await authenticationOptions({ baseUrl: call.baseUrl(), name: site.name }, token));
  },
});

/** Signs in whoever's passkey answers a challenge of ours. It proves two factors at once, so no code is asked for. */
export const signInByPasskey = deskEndpoint({
  at: 'POST /session/passkey',
  body: closed({ response: Type.Object({}, { additionalProperties: true }) }),
  async answer(call) {
    const { storage, clock } = call.newsroom;
    const { response } = call.body;
    const at = await clock.fresh();
    const challenge = challengeIn(response) ?? '';
    const hash = tokenHash(challenge);
    const link = await storage.people.link(hash);
    const state = linkState(link?.kind === 'passkey-sign-in' ? link : null, at);
    if (state !== 'good') return { type: 'link-spent', state };
    const passkey = await storage.people.passkey(credentialIn(response));
    const counter = passkey && (await asserted(call.baseUrl(), challenge, response, passkey));
    const person = passkey && (await storage.people.find(passkey.personId));
    if (!passkey || counter === null || !person || person.disabledAt !== null)
      return { type: 'wrong-sign-in' };
    const entered = await letIn(call, {
      person,
      method: 'passkey',
      also: [
        { write: 'link-use', hash, at },
        { write: 'passkey-use', id: passkey.id, counter, at },
      ],
    });
    if (entered.type === 'in') return signedInReply(entered.cookie);
    return entered.why === 'link-used' ? { type: 'link-spent', state: 'used' } : { type: 'wrong-sign-in' };
  },
});
