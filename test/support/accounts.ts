import assert from 'node:assert/strict';
import { Secret, TOTP } from 'otpauth';
import type { Role } from '../../src/domain/desk/people.ts';
import type { DeskBrowser, DeskSite, SignedIn } from './desk-site.ts';

export const PASSWORD = 'seven wet herons';

/** Somebody who was invited and chose a password; signed in by it. */
export async function joins(site: DeskSite, email: string, role: Role = 'reporter'): Promise<SignedIn> {
  const admin = await site.as('admin');
  const body = { email, name: 'Ines Vidal', role };
  const made = await admin.ask('POST /invitations', { body });
  assert.equal(made.status, 201, made.text);
  const browser = site.browser();
  const opened = await browser.ask(`POST /links/${tokenOf(made.body.link)}`, {
    body: { password: PASSWORD },
  });
  assert.deepEqual(opened.body, { state: 'signed-in' }, opened.text);
  return Object.assign(browser, { person: (await browser.ask('GET /session')).body.person });
}

export const tokenOf = (link: string): string => link.split('/').at(-1) ?? '';

/** What an authenticator app shows at the newsroom's time. */
export const codeOf = (site: DeskSite, secret: string): string =>
  TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: Date.parse(site.newsroom.clock.now()) });

/** Turns the second factor on; its secret and recovery codes. The clock is half a minute on afterwards. */
export async function enrols(
  site: DeskSite,
  browser: DeskBrowser,
): Promise<{ secret: string; codes: string[] }> {
  const begun = await browser.ask('POST /account/totp', { body: { password: PASSWORD } });
  assert.equal(begun.status, 200, begun.text);
  const { ticket, secret } = begun.body;
  const on = await browser.ask('PUT /account/totp', { body: { ticket, code: codeOf(site, secret) } });
  assert.equal(on.status, 200, on.text);
  site.newsroom.clock.pass(0.5);
  return { secret, codes: on.body.codes };
}
