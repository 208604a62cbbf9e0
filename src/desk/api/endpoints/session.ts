import { ACTIONS, may } from '../../../domain/desk/rights.ts';
import type { SessionWire } from '../../shared/wire.ts';
import { deskEndpoint, ok } from '../endpoint.ts';

/** Who is signed in, or how one can sign in. */
export const session = deskEndpoint({
  at: 'GET /session',
  async answer({ newsroom: { storage, clock }, session: signedIn }) {
    const { site } = await storage.site();
    const { name, lang, zone } = site;
    const person = signedIn?.person ?? null;
    const answer: SessionWire = {
      person,
      may: person === null ? [] : ACTIONS.filter((action) => may(person, action)),
      ways: { password: true, passkey: true, sso: null, mail: false },
      site: { name, lang, zone },
      fourEyes: site.fourEyes,
      now: await clock.fresh(),
    };
    return ok(answer);
  },
});
