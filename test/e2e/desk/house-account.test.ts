import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { TOTP } from 'otpauth';
import type { Locator, Page } from 'playwright-core';
import { deskSite, type DeskSite } from '../../support/desk-site.ts';
import { openDesk, PHONE, type OpenDesk } from './desk.ts';
import { withPassword, type WithPassword } from './with-password.ts';

let site: DeskSite;
before(async () => {
  // By its name: browsers hold no passkeys for a bare number.
  const at = await deskSite({ baseUrl: 'http://localhost:PORT' });
  site = { ...at, url: `http://localhost:${at.port}` };
});
after(() => site[Symbol.asyncDispose]());

const told = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('region', { name: 'Messages' }).getByText(words).waitFor();
const menuOf = ({ page }: OpenDesk, name: string): Locator =>
  page.getByRole('button', { name: `Menu of ${name}` });

/** At the desk with a password, in a browser of their own. */
async function signedIn(
  { email, password }: WithPassword,
  at = '/account',
  width?: number,
): Promise<OpenDesk> {
  const desk = await openDesk(site, null, { at, ...(width && { width }) });
  await says(desk.page, email, password);
  return desk;
}

async function says(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('somebody changes their name, and the desk says it everywhere', async () => {
  const ines = await withPassword(site, 'Ines Vidal', 'editor');
  await using desk = await signedIn(ines);
  const { page } = desk;
  const save = page.getByRole('button', { name: 'Save' });
  await page.getByLabel('Name', { exact: true }).fill('Inés Vidal');
  await save.click();
  await told(page, 'Saved');
  await menuOf(desk, 'Inés Vidal').waitFor();
  assert.ok(await save.isDisabled(), 'there is nothing to save any more');
  await page.getByLabel('Name', { exact: true }).fill('   ');
  await save.click();
  await page.locator('.field-error').waitFor();
  await page.locator('[aria-invalid=true]:focus').waitFor();
});

test('the desk speaks the language somebody chose, in its direction, and goes on when it is loaded anew', async () => {
  await using desk = await openDesk(site, 'editor', { at: '/account' });
  const { page } = desk;
  await page.getByLabel('Language of the desk').selectOption('ar');
  await page.getByRole('button', { name: 'Save' }).click();
  const arabic = page.locator('html[lang=ar][dir=rtl]');
  await arabic.waitFor();
  await page.reload();
  await arabic.waitFor();
});

test('a new password ends the sessions of every other browser, and the old one opens nothing', async () => {
  const rosa = await withPassword(site, 'Rosa Okoye', 'reporter');
  await using desk = await signedIn(rosa);
  await using phone = await signedIn(rosa, '/account', PHONE.width);
  const { page } = desk;
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByLabel('Password now').fill('wrong words here');
  await page.getByLabel('New password').fill('eight dry herons');
  await page.getByRole('button', { name: 'Set new password' }).click();
  await page.locator('.field-error').waitFor();
  assert.equal(await page.getByLabel('New password').inputValue(), 'eight dry herons');
  await page.getByLabel('Password now').fill(rosa.password);
  await page.keyboard.press('Enter');
  await told(page, 'Your password is changed');
  const out = phone.page.getByRole('dialog', { name: 'You were signed out' });
  await out.getByLabel('Password', { exact: true }).fill(rosa.password);
  await phone.page.keyboard.press('Enter');
  await out.getByText('That address and password do not go together').waitFor();
});

test('sessions are listed with where they are, and ended one by one and together', async () => {
  const kit = await withPassword(site, 'Kit Marsh', 'reporter');
  await using desk = await signedIn(kit);
  await using other = await signedIn(kit);
  await using third = await signedIn(kit);
  await desk.page.reload();
  const list = desk.page.getByRole('list', { name: 'Where you are signed in' });
  const ends = list.getByRole('button', { name: 'Sign out there' });
  await ends.nth(2).waitFor();
  assert.equal(await list.getByText('here', { exact: true }).count(), 1);
  await ends.first().click();
  await told(desk.page, 'Signed out there');
  await ends.nth(2).waitFor({ state: 'detached' });
  await desk.page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await ends.first().waitFor({ state: 'detached' });
  for (const gone of [other, third])
    await gone.page.getByRole('dialog', { name: 'You were signed out' }).waitFor();
});

test('a second factor is turned on with a real code, asked for at the door, replaced by a recovery code, and turned off', async () => {
  const max = await withPassword(site, 'Max Ode', 'editor');
  await using desk = await signedIn(max, '/account', PHONE.width);
  const { page } = desk;
  const { clock } = site.newsroom;
  const part = page.locator('.panel').filter({ has: page.getByRole('heading', { name: 'Second factor' }) });
  await part.getByRole('button', { name: 'Turn on' }).click();
  const confirm = page.getByRole('dialog', { name: 'Turn the second factor on' });
  await confirm.getByLabel('Your password, once more').fill(max.password);
  await page.keyboard.press('Enter');
  const setup = page.getByRole('dialog', { name: 'Put it on your phone' });
  await setup.getByRole('img', { name: 'QR code with the secret' }).waitFor();
  const secret = ((await setup.locator('code').textContent()) ?? '').replaceAll(' ', '');
  const code = (): string => new TOTP({ secret }).generate({ timestamp: Date.parse(clock.now()) });
  await setup.getByLabel('Code', { exact: true }).fill('000000');
  await setup.getByRole('button', { name: 'Turn on' }).click();
  await setup.locator('.field-error').waitFor();
  await setup.getByLabel('Code', { exact: true }).fill(code());
  await page.keyboard.press('Enter');
  const kept = page.getByRole('dialog', { name: 'Codes for when your phone is lost' });
  await kept.getByRole('listitem').nth(9).waitFor();
  await page.keyboard.press('Escape');
  await kept.waitFor();
  const recovery = (await kept.getByRole('listitem').first().textContent()) ?? '';
  await kept.getByRole('button', { name: 'I have kept them' }).click();
  await part.getByText('On. 10 recovery codes are left.').waitFor();

  clock.pass(2);
  await using door = await openDesk(site, null, { at: '/account' });
  await says(door.page, max.email, max.password);
  await door.page.getByLabel('Code', { exact: true }).fill(code());
  await menuOf(door, 'Max Ode').waitFor();
  await using lost = await openDesk(site, null, { at: '/account' });
  await says(lost.page, max.email, max.password);
  await lost.page.getByRole('button', { name: 'Use a recovery code' }).click();
  await lost.page.getByLabel('Recovery code').fill(recovery);
  await lost.page.getByRole('button', { name: 'Go on' }).click();
  await lost.page.getByText('On. 9 recovery codes are left.').waitFor();

  await part.getByRole('button', { name: 'Turn off' }).click();
  const off = page.getByRole('dialog', { name: 'Turn the second factor off?' });
  await off.getByLabel('Your password, once more').fill(max.password);
  await off.getByRole('button', { name: 'Turn off' }).click();
  await told(page, 'The second factor is off');
  await using plain = await openDesk(site, null, { at: '/account' });
  await says(plain.page, max.email, max.password);
  await menuOf(plain, 'Max Ode').waitFor();
});

test('a passkey is added, opens the desk without a word typed, and is removed', async () => {
  const noor = await withPassword(site, 'Noor Haddad', 'editor');
  await using desk = await signedIn(noor);
  const { page, context } = desk;
  const cdp = await context.newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const list = page.getByRole('list', { name: 'Passkeys' });
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByRole('dialog').getByLabel('Your password, once more').fill(noor.password);
  await page.keyboard.press('Enter');
  await told(page, 'The passkey is added');
  await list.getByText('Passkey 1').waitFor();

  await menuOf(desk, 'Noor Haddad').click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  // The browser may offer it by itself; then nothing is left to press.
  const press = page.getByRole('button', { name: 'Use a passkey' });
  await press.or(menuOf(desk, 'Noor Haddad')).first().waitFor();
  await press.click({ timeout: 3000 }).catch(() => undefined);
  await menuOf(desk, 'Noor Haddad').waitFor();

  await page.goto(`${site.url}/desk/account`);
  await list.getByRole('button', { name: 'Remove' }).click();
  const removing = page.getByRole('dialog', { name: 'Remove Passkey 1?' });
  await removing.getByLabel('Your password, once more').fill(noor.password);
  await removing.getByRole('button', { name: 'Remove' }).click();
  await list.waitFor({ state: 'detached' });
});
