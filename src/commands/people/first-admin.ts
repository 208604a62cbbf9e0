import type { Newsroom } from '../perform.ts';
import { newLink } from './new-link.ts';

/** The token of a link that makes the first admin; null where there is an admin who can sign in. */
export async function firstAdminLink({ storage, clock }: Newsroom): Promise<string | null> {
  const people = await storage.people.list();
  if (people.some(({ role, disabledAt }) => role === 'admin' && disabledAt === null)) return null;
  const { token, link } = newLink(await clock.fresh(), 'first-admin', { role: 'admin' });
  await storage.people.change({ writes: [{ write: 'link', link }], activity: [] });
  return token;
}
