import { Type } from 'typebox';
import { peopleActivity } from '../../../../commands/people/activity.ts';
import { invitePerson } from '../../../../commands/people/invite-person.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import type { InvitationLineWire } from '../../../shared/wire.ts';
import { handOut } from '../../../sign-in/hand-out.ts';
import { deskEndpoint, noContent, ok } from '../../endpoint.ts';
import { role } from './change-person.ts';

/** Invitations that nobody has taken yet. */
export const listInvitations = deskEndpoint({
  at: 'GET /invitations',
  async answer({ newsroom: { storage, clock } }) {
    const links = await storage.people.invitations(await clock.fresh());
    const items = links.map(
      ({ id: invitationId, email, name, role: as, createdAt, expiresAt, madeBy }): InvitationLineWire => ({
        id: invitationId,
        email: email ?? '',
        name: name ?? '',
        role: as ?? 'reporter',
        createdAt,
        expiresAt,
        madeBy,
      }),
    );
    return ok({ items });
  },
});

export const invite = deskEndpoint({
  at: 'POST /invitations',
  body: closed({
    email: Type.String({ maxLength: 1000 }),
    name: Type.String({ maxLength: 1000 }),
    role,
  }),
  async answer(call) {
    const maker = { actor: call.actor, madeBy: call.person.id };
    const made = await invitePerson(call.newsroom, maker, call.body);
    return made.type === 'link-made' ? handOut(call, made) : made;
  },
});

/** Takes an invitation back; one that was taken up, or is not there, is left as it is. */
export const takeBackInvitation = deskEndpoint({
  at: 'DELETE /invitations/:invitationId',
  params: closed({ invitationId: id }),
  async answer({ newsroom: { storage, clock }, actor, params: { invitationId } }) {
    const at = await clock.fresh();
    await storage.people.change({
      writes: [{ write: 'links-gone', kind: 'invitation', which: { id: invitationId } }],
      activity: [peopleActivity(at, actor, 'invitation-taken-back', `invitation ${invitationId}`)],
    });
    return noContent();
  },
});
