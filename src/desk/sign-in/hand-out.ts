import { linkPath } from '../../commands/people/new-link.ts';
import type { LinkMade } from '../../commands/people/invite-person.ts';
import type { DeskCall, DeskReply } from '../api/endpoint.ts';
import type { MadeLinkWire } from '../shared/wire.ts';
import { sendLink } from './send-link.ts';

/** Sends a link that somebody made for another, and shows it to them: where no mail went out, to pass on. */
export async function handOut(call: DeskCall, { link, token }: LinkMade): Promise<DeskReply> {
  const address = `${call.baseUrl()}${linkPath(token)}`;
  const mailed = await sendLink(call, link, address, call.person.name).catch((error: unknown) => {
    call.request.log.warn({ err: error }, 'an invitation could not be sent');
    return false;
  });
  const { id, expiresAt } = link;
  return {
    type: 'reply',
    status: 201,
    body: { id, expiresAt, mailed, link: address } satisfies MadeLinkWire,
  };
}
