import assert from 'node:assert/strict';
import type { Role } from '../../../src/domain/desk/people.ts';
import type { DeskSite } from '../../support/desk-site.ts';

export type WithPassword = { email: string; name: string; password: string };

/** Invites somebody as an admin does; the way of the link they are sent. */
export async function invited(
  site: DeskSite,
  name: string,
  role: Role,
): Promise<{ email: string; path: string }> {
  const ada = await site.as('admin');
  const email = `${name.split(' ')[0]?.toLowerCase()}@estuary.test`;
  const made = await ada.ask('POST /invitations', { body: { email, name, role } });
  assert.equal(made.status, 201, made.text);
  return { email, path: new URL(String(made.body.link)).pathname };
}

/** Somebody of the newsroom who signs in by a password. */
export async function withPassword(site: DeskSite, name: string, role: Role): Promise<WithPassword> {
  const { email, path } = await invited(site, name, role);
  const password = 'seven wet herons';
  const opened = await site
    .browser()
    .ask(`POST /links/${path.split('/').at(-1)}`, { body: { name, password } });
  assert.equal(opened.status, 200, opened.text);
  return { email, name, password };
}
