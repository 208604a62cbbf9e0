import { ACTIONS, may } from '../../../../domain/desk/rights.ts';
import { takesPasskeys } from '../../../../web/sessions/passkeys.ts';
import type { SessionWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

/** Who is signed in, or how one can sign in. */
export const readSession = deskEndpoint({
  at: 'GET /session',
  async answer({ newsroom: { storage, clock }, signIn, session, baseUrl }) {
    const { site } = await storage.site();
    const { name, lang, zone } = site;
    const person = session?.person ?? null;
    const answer: SessionWire = {
      person,
      may: person === null ? [] : ACTIONS.filter((action) => may(person, action)),
      ways: {
        password: true,
        passkey: takesPasskeys(baseUrl()),
        sso: signIn.sso?.name ?? null,
        mail: signIn.mail !== null,
      },
      site: { name, lang, zone },
      fourEyes: site.fourEyes,
      now: await clock.fresh(),
    };
    return ok(answer);
  },
});
