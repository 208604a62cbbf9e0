import { Type } from 'typebox';
import { Fields, LONGEST } from '../../../../commands/fields.ts';
import { peopleActivity } from '../../../../commands/people/activity.ts';
import { linkState, newLink } from '../../../../commands/people/new-link.ts';
import type { Passkey } from '../../../../domain/desk/sign-in.ts';
import { breaks, faultAt } from '../../../../domain/faults.ts';
import { tokenHash } from '../../../../domain/token.ts';
import { closed } from '../../../../schemas/fields.ts';
import { challengeIn, registered, registrationOptions } from '../../../../web/sessions/passkeys.ts';
import type { PasskeyWire } from '../../../shared/wire.ts';
import { changeConfirmed, confirm } from '../../../sign-in/confirmed.ts';
import { deskEndpoint, noContent, ok } from '../../endpoint.ts';
import { confirmation } from './change-password.ts';

const wireOf = ({ id, name, createdAt, usedAt }: Passkey): PasskeyWire => ({ id, name, createdAt, usedAt });
const passkeyParams = closed({ passkeyId: Type.String({ maxLength: 2000 }) });
const passkeyName = Type.String({ maxLength: 1000 });

export const listPasskeys = deskEndpoint({
  at: 'GET /account/passkeys',
  async answer({ newsroom, person }) {
    return ok({ items: (await newsroom.storage.people.passkeys(person.id)).map(wireOf) });
  },
});

/** What a browser makes a passkey from. */
export const passkeyToBe = deskEndpoint({
  at: 'POST /account/passkeys/options',
  body: closed(confirmation),
  async answer(call) {
    const { newsroom, person, body, baseUrl } = call;
    const { storage, clock } = newsroom;
    const confirmed = await confirm(call, body.password);
    if (confirmed.type !== 'confirmed') return confirmed;
    const { site } = await storage.site();
    const { token, link } = newLink(await clock.fresh(), 'passkey-registration', { personId: person.id });
    const refused = await changeConfirmed(call, confirmed, {
      writes: [{ write: 'link', link }],
      activity: [],
    });
    if (refused) return refused;
    const known = await storage.people.passkeys(person.id);
    return ok(await registrationOptions({ baseUrl: baseUrl(), name: site.name }, person, known, token));
  },
});

/** Keeps a passkey that a browser made in answer to a challenge of ours. */
export const addPasskey = deskEndpoint({
  at: 'POST /account/passkeys',
  body: closed({ name: passkeyName, response: Type.Object({}, { additionalProperties: true }) }),
  async answer({ newsroom, person, session, actor, body, baseUrl }) {
    const { storage, clock } = newsroom;
    const fields = new Fields();
    const name = fields.line('/name', body.name, LONGEST.name);
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    const at = await clock.fresh();
    const challenge = challengeIn(body.response) ?? '';
    const hash = tokenHash(challenge);
    const found = await storage.people.link(hash);
    const link = found?.kind === 'passkey-registration' && found.personId === person.id ? found : null;
    const state = linkState(link, at);
    if (state !== 'good') return { type: 'link-spent', state };
    const made = await registered(baseUrl(), challenge, body.response);
    if (!made) return { type: 'invalid', errors: [faultAt('/response', breaks('passkey-unusable'))] };
    const passkey: Passkey = { ...made, personId: person.id, name, createdAt: at, usedAt: null };
    const done = await storage.people.change({
      writes: [
        { write: 'session-stands', id: session?.id ?? '' },
        { write: 'link-use', hash, at },
        { write: 'passkey', passkey },
      ],
      activity: [peopleActivity(at, actor, 'passkey-added', actor, { detail: { name } })],
    });
    if (done.type === 'changed') return { type: 'reply', status: 201, body: wireOf(passkey) };
    if (done.why === 'session-ended') return { type: 'signed-out' };
    return done.why === 'passkey-known'
      ? { type: 'invalid', errors: [faultAt('/response', breaks('passkey-known'))] }
      : { type: 'link-spent', state: 'used' };
  },
});

export const renamePasskey = deskEndpoint({
  at: 'PATCH /account/passkeys/:passkeyId',
  params: passkeyParams,
  body: closed({ name: passkeyName }),
  async answer({ newsroom: { storage, clock }, person, actor, params, body }) {
    const fields = new Fields();
    const name = fields.line('/name', body.name, LONGEST.name);
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    const at = await clock.fresh();
    await storage.people.change({
      writes: [{ write: 'passkey-name', personId: person.id, id: params.passkeyId, name }],
      activity: [peopleActivity(at, actor, 'passkey-named', actor, { detail: { name } })],
    });
    return noContent();
  },
});

export const dropPasskey = deskEndpoint({
  at: 'DELETE /account/passkeys/:passkeyId',
  params: passkeyParams,
  body: closed(confirmation),
  async answer(call) {
    const { newsroom, person, actor, params, body } = call;
    const { clock } = newsroom;
    const confirmed = await confirm(call, body.password);
    if (confirmed.type !== 'confirmed') return confirmed;
    const at = await clock.fresh();
    const refused = await changeConfirmed(call, confirmed, {
      writes: [{ write: 'passkey-gone', personId: person.id, id: params.passkeyId }],
      activity: [peopleActivity(at, actor, 'passkey-removed', actor)],
    });
    if (refused) return refused;
    return noContent();
  },
});
