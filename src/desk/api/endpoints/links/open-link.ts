import { Type } from 'typebox';
import { isSent, linkState } from '../../../../commands/people/new-link.ts';
import { addresseeOf, openLink } from '../../../../commands/people/open-link.ts';
import { tokenHash } from '../../../../domain/token.ts';
import { closed } from '../../../../schemas/fields.ts';
import { admitAddress, codeKey, passwordKey } from '../../../sign-in/attempts.ts';
import { newSession, secondFactorTicket, signedInReply } from '../../../sign-in/begin.ts';
import { newPasswordFault } from '../../../sign-in/new-password.ts';
import { tellPeople } from '../../../sign-in/tell-people.ts';
import { deskEndpoint } from '../../endpoint.ts';
import { linkParams } from './read-link.ts';

/** Opens a link: sets the password and signs in. Whoever has a second factor is asked for it all the same. */
export const openOnceLink = deskEndpoint({
  at: 'POST /links/:token',
  params: linkParams,
  body: closed({
    email: Type.Optional(Type.String({ maxLength: 254 })),
    name: Type.Optional(Type.String({ maxLength: 1000 })),
    password: Type.String({ maxLength: 1000 }),
  }),
  async answer(call) {
    const { newsroom, params, body, signIn } = call;
    const { storage, clock } = newsroom;
    const link = await storage.people.link(tokenHash(params.token));
    const at = await clock.fresh();
    const state = linkState(link && isSent(link) ? link : null, at);
    if (state !== 'good' || !link) return { type: 'link-spent', state: state === 'good' ? 'unknown' : state };
    const tooMany = admitAddress(call);
    if (tooMany) return tooMany;
    const addressee = await addresseeOf(newsroom, link, body, at);
    if ('type' in addressee) return addressee;
    const { person } = addressee;
    const { site } = await storage.site();
    const fault = newPasswordFault('/password', body.password, { person, site: site.name });
    if (fault) return fault;
    const password = await signIn.passwords.hash(body.password);
    const credentials = await storage.people.credentials(person.id);
    const forgiven = [passwordKey(person.email), codeKey(person.id)].map((key) => ({
      write: 'attempts-forgiven' as const,
      key,
    }));
    const opening = { link, ...addressee, password, at };
    if (credentials?.totpSecret) {
      const { writes, reply } = secondFactorTicket(person.id, 'link', at);
      const opened = await openLink(newsroom, opening, { writes: [...forgiven, ...writes], activity: [] });
      if (opened.type !== 'opened') return opened;
      tellPeople(storage);
      return reply;
    }
    const { writes, activity, cookie } = newSession(call, person, 'link', at);
    const opened = await openLink(newsroom, opening, { writes: [...forgiven, ...writes], activity });
    if (opened.type !== 'opened') return opened;
    tellPeople(storage);
    signIn.addresses.forgive(call.request.ip);
    return signedInReply(cookie);
  },
});
