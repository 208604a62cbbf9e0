import { Type } from 'typebox';
import { isSent, linkState } from '../../../../commands/people/new-link.ts';
import { tokenHash } from '../../../../domain/token.ts';
import { closed } from '../../../../schemas/fields.ts';
import type { LinkWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

export const linkParams = closed({ token: Type.String({ maxLength: 100 }) });

/** What a link would do: whoever holds it may know, and nobody else can ask. */
export const readLink = deskEndpoint({
  at: 'GET /links/:token',
  params: linkParams,
  async answer({ newsroom: { storage, clock }, params }) {
    const link = await storage.people.link(tokenHash(params.token));
    const state = linkState(link && isSent(link) ? link : null, await clock.fresh());
    if (state !== 'good' || !link || !isSent(link))
      return ok({ state: state === 'good' ? 'unknown' : state } satisfies LinkWire);
    const person = link.personId === null ? null : await storage.people.find(link.personId);
    if (person?.disabledAt) return ok({ state: 'unknown' } satisfies LinkWire);
    const { kind, expiresAt } = link;
    const { email, name, role } = person ?? link;
    return ok({ state, kind, email, name, role: role ?? 'reporter', expiresAt } satisfies LinkWire);
  },
});
