import { Type } from 'typebox';
import { Fields, LONGEST } from '../../../../commands/fields.ts';
import { peopleActivity } from '../../../../commands/people/activity.ts';
import { refusalOf } from '../../../../commands/people/refusal.ts';
import { closed } from '../../../../schemas/fields.ts';
import type { AccountWire } from '../../../shared/wire.ts';
import { tellPeople } from '../../../sign-in/tell-people.ts';
import { deskEndpoint, ok, type DeskCall } from '../../endpoint.ts';

async function accountWire({ newsroom, person, session, signIn }: DeskCall): Promise<AccountWire> {
  const { people } = newsroom.storage;
  const credentials = await people.credentials(person.id);
  return {
    person,
    hasPassword: (credentials?.password ?? null) !== null,
    passwordChangedAt: credentials?.passwordChangedAt ?? null,
    secondFactor: (credentials?.totpSecret ?? null) !== null,
    recoveryCodesLeft: await people.recoveryCodesLeft(person.id),
    passkeys: (await people.passkeys(person.id)).length,
    sso: signIn.sso && (await people.isBound(signIn.sso.issuer, person.id)) ? signIn.sso.name : null,
    method: session?.method ?? 'password',
  };
}

export const readAccount = deskEndpoint({
  at: 'GET /account',
  answer: async (call) => ok(await accountWire(call)),
});

/** One's own name and language. */
export const changeAccount = deskEndpoint({
  at: 'PATCH /account',
  body: closed({
    name: Type.Optional(Type.String({ maxLength: 1000 })),
    lang: Type.Optional(Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 100 })),
  }),
  async answer(call) {
    const { newsroom, person, actor, body } = call;
    const { storage, clock } = newsroom;
    const fields = new Fields();
    const set = {
      ...(body.name !== undefined && { name: fields.line('/name', body.name, LONGEST.name) }),
      ...(body.lang !== undefined && { lang: body.lang === null ? null : fields.lang('/lang', body.lang) }),
    };
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    const told = peopleActivity(await clock.fresh(), actor, 'details-changed', actor, {
      detail: { fields: Object.keys(set) },
    });
    const done = await storage.people.change({
      writes: [{ write: 'details', personId: person.id, set }],
      activity: [told],
    });
    if (done.type === 'refused') return refusalOf(done.why);
    tellPeople(storage);
    return ok(await accountWire({ ...call, person: { ...person, ...set } }));
  },
});
