import type { OnceLink } from '../../domain/desk/sign-in.ts';
import { linkLetter } from '../../mail/link-letter.ts';
import type { DeskCall } from '../api/endpoint.ts';

/** Sends a link by mail, in the site's language. Rejects when the mail server does not take it; false where there is none. */
export async function sendLink(
  { newsroom, signIn }: Pick<DeskCall, 'newsroom' | 'signIn'>,
  { kind, email, expiresAt }: OnceLink,
  link: string,
  by: string | null,
): Promise<boolean> {
  if (!signIn.mail || email === null || (kind !== 'invitation' && kind !== 'reset')) return false;
  const { site } = await newsroom.storage.site();
  await signIn.mail.send(linkLetter({ kind, to: email, site, by, link, expiresAt }));
  return true;
}
