import { Type } from 'typebox';
import { readEmail } from '../../../../commands/people/email.ts';
import { linkPath } from '../../../../commands/people/new-link.ts';
import { makeResetLink } from '../../../../commands/people/reset-link.ts';
import { tokenHash } from '../../../../domain/token.ts';
import { closed } from '../../../../schemas/fields.ts';
import { admit, admitAddress } from '../../../sign-in/attempts.ts';
import { sendLink } from '../../../sign-in/send-link.ts';
import { deskEndpoint, type DeskCall } from '../../endpoint.ts';

/** Sends a link for a new password to whoever works here. The answer is one and the same, and comes before anything is sent. */
export const askForReset = deskEndpoint({
  at: 'POST /password-resets',
  body: closed({ email: Type.String({ maxLength: 254 }) }),
  async answer(call) {
    const email = readEmail(call.body.email) ?? '';
    const attempt = admitAddress(call) ?? (await admit(call, tokenHash(`reset:${email}`)));
    if (attempt.type === 'too-many-attempts') return attempt;
    mailReset(call, email).catch((error: unknown) =>
      call.request.log.warn({ err: error }, 'a link for a new password could not be sent'),
    );
    return { type: 'reply', status: 202, body: undefined };
  },
});

async function mailReset({ newsroom, signIn, baseUrl }: DeskCall, email: string): Promise<void> {
  if (!signIn.mail) return;
  const person = await newsroom.storage.people.byEmail(email);
  if (!person || person.disabledAt !== null) return;
  const asker = { actor: `person ${person.id}`, madeBy: null };
  const { token, link } = await makeResetLink(newsroom, asker, person);
  await sendLink({ newsroom, signIn }, link, `${baseUrl()}${linkPath(token)}`, null);
}
