import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import { deskSite } from '../../support/desk-site.ts';
import { axeInBothSchemes } from '../axe.ts';
import { LAPTOP, openDesk, PHONE } from './desk.ts';
import { invited, withPassword, type WithPassword } from './with-password.ts';

const fill = async (
  page: Page,
  { email, password }: Pick<WithPassword, 'email' | 'password'>,
): Promise<void> => {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

test('somebody invited chooses a name and a password and is at the desk; the link says so when it is opened again', async () => {
  await using site = await deskSite();
  const { path } = await invited(site, 'Ines Vidal', 'reporter');
  await using door = await openDesk(site, null, { at: path.replace('/desk', '') });
  const { page } = door;
  await page.getByRole('heading', { name: 'Welcome to Writethru' }).waitFor();
  await page.getByText('You were invited as Reporter').waitFor();
  const name = page.getByLabel('Your name');
  assert.equal(await name.inputValue(), 'Ines Vidal');
  await name.fill('Inés Vidal');
  const password = page.getByLabel('Choose a password');
  await password.fill('short');
  await page.getByText('5 characters more').waitFor();
  await page.getByRole('button', { name: 'Enter the desk' }).click();
  await page.locator('.field-error').waitFor();
  assert.equal(await password.inputValue(), 'short', 'what was typed stays');
  await password.fill('inesvidal inesvidal 1');
  await page.getByText('Good.').waitFor();
  await page.getByRole('button', { name: 'Enter the desk' }).click();
  await page.getByText(/one that is tried first/).waitFor();
  assert.equal(await page.getByText('Good.').count(), 0, 'what is refused is not praised');
  await password.fill('seven wet herons');
  assert.equal(await page.locator('.field-error').count(), 0, 'the next one is not judged yet');
  await page.getByRole('button', { name: 'Enter the desk' }).click();
  await page.getByRole('heading', { name: 'Start your first story' }).waitFor();
  assert.match(page.url(), /\/desk\/$/);

  await using later = await openDesk(site, null, { at: path.replace('/desk', '') });
  await later.page.getByRole('heading', { name: 'This link was used already' }).waitFor();
  await later.page.getByRole('link', { name: 'Sign in' }).click();
  await later.page.getByLabel('Email address').waitFor();
});

test('a wrong password is said in place, what was typed stays, and the right one leads to where one was going', async () => {
  await using site = await deskSite();
  const ines = await withPassword(site, 'Ines Vidal', 'editor');
  await using door = await openDesk(site, null, { at: '/activity' });
  const { page } = door;
  await fill(page, { ...ines, password: 'six dry herons' });
  await page.getByRole('alert').getByText('That address and password do not go together').waitFor();
  assert.equal(await page.getByLabel('Email address').inputValue(), ines.email);
  await page.getByLabel('Password', { exact: true }).fill(ines.password);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Activity' }).waitFor();
  assert.equal(new URL(page.url()).pathname, '/desk/activity');
});

test('who has a second factor is asked for its code, which goes out when its six digits stand there', async () => {
  await using site = await deskSite();
  const ines = await withPassword(site, 'Ines Vidal', 'editor');
  const browser = site.browser();
  await browser.ask('POST /session', {
    body: { email: ines.email, password: ines.password },
  });
  const setup = await browser.ask('POST /account/totp', { body: { password: ines.password } });
  assert.equal(setup.status, 200, setup.text);
  const secret = String(setup.body.secret).replaceAll(' ', '');
  const codeAt = (minutes: number): string =>
    new TOTP({ secret }).generate({ timestamp: Date.parse(site.newsroom.clock.now()) + minutes * 60_000 });
  const on = await browser.ask('PUT /account/totp', { body: { ticket: setup.body.ticket, code: codeAt(0) } });
  assert.equal(on.status, 200, on.text);
  const [recovery] = on.body.codes as string[];
  site.newsroom.clock.pass(2);

  await using door = await openDesk(site, null);
  await fill(door.page, ines);
  const code = door.page.getByLabel('Code', { exact: true });
  assert.equal(await code.getAttribute('autocomplete'), 'one-time-code');
  await code.fill('000000');
  await door.page.getByText('That code is not right').waitFor();
  await code.fill(codeAt(0));
  await door.page.getByRole('heading', { name: 'Start your first story' }).waitFor();

  await using lost = await openDesk(site, null);
  await fill(lost.page, ines);
  await lost.page.getByRole('button', { name: 'Use a recovery code' }).click();
  await lost.page.getByLabel('Recovery code').fill(recovery ?? '');
  await lost.page.getByRole('button', { name: 'Go on' }).click();
  await lost.page.getByRole('heading', { name: 'Start your first story' }).waitFor();
});

test('a session that ends under somebody is taken up again over the screen, and what was asked for is done', async () => {
  await using site = await deskSite();
  const ines = await withPassword(site, 'Ines Vidal', 'editor');
  await using door = await openDesk(site, null, { kept: true });
  const { page } = door;
  await fill(page, ines);
  await page.getByRole('button', { name: 'Start a story' }).waitFor();
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Start a story' }).click();
  const dialog = page.getByRole('dialog', { name: 'You were signed out' });
  await dialog.waitFor();
  assert.match(await dialog.locator('form').evaluate((form) => getComputedStyle(form).rowGap), /^1[2-9]/);
  assert.equal(await dialog.getByLabel('Email address').inputValue(), ines.email);
  await dialog.getByLabel('Password', { exact: true }).fill(ines.password);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\/stories\/[0-9a-f-]{36}$/);
  assert.equal(await page.getByRole('dialog').count(), 0);
});

test('somebody else who signs in in another tab takes nothing over that the one before had begun', async () => {
  await using site = await deskSite();
  const ines = await withPassword(site, 'Ines Vidal', 'editor');
  const rosa = await withPassword(site, 'Rosa Okoye', 'reporter');
  await using door = await openDesk(site, null, { kept: true });
  await fill(door.page, ines);
  await door.page.getByRole('heading', { name: 'Start your first story' }).waitFor();
  const tab = await door.context.newPage();
  await tab.goto(`${site.url}/desk`);
  await tab.getByRole('button', { name: 'Menu of Ines Vidal' }).click();
  await tab.getByRole('menuitem', { name: 'Sign out' }).click();
  // The tab beside it goes to the door too.
  await door.page.getByLabel('Email address').waitFor();
  await fill(door.page, ines);
  await door.page.getByRole('heading', { name: 'Start your first story' }).waitFor();
  await door.context.clearCookies();
  await tab.goto(`${site.url}/desk/sign-in`);
  await fill(tab, rosa);
  const dialog = door.page.getByRole('dialog', { name: 'Rosa Okoye signed in in this browser' });
  await dialog.getByRole('button', { name: 'Go on as Rosa Okoye' }).click();
  await door.page.getByRole('button', { name: 'Menu of Rosa Okoye' }).waitFor();
});

test('who signs out is out: at the door, and by the back button too', async () => {
  await using site = await deskSite();
  await using door = await openDesk(site, 'editor', { kept: true });
  const { page } = door;
  await page.getByRole('button', { name: /^Menu of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('Email address').waitFor();
  await page.goBack();
  await page.getByLabel('Email address').waitFor();
});

test('who signs out where the newsroom is not reached is told, for they are not out', async () => {
  await using site = await deskSite();
  await using door = await openDesk(site, 'editor', { kept: true });
  const { page, context } = door;
  await page.getByRole('button', { name: /^Menu of/ }).waitFor();
  await context.setOffline(true);
  await page.getByRole('button', { name: /^Menu of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page
    .getByText(/^You are offline\./)
    .first()
    .waitFor();
  await page.getByRole('button', { name: /^Menu of/ }).waitFor();
  await context.setOffline(false);
  await page.getByRole('button', { name: /^Menu of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByLabel('Email address').waitFor();
});

test('the way in can be used by everyone, in light and dark', async () => {
  await using site = await deskSite();
  const { path } = await invited(site, 'Ines Vidal', 'reporter');
  for (const { width } of [LAPTOP, PHONE, { width: 240 }]) {
    await using door = await openDesk(site, null, { width });
    const { page } = door;
    for (const at of ['/desk', '/desk/reset', '/desk/sign-in?sso=not-invited', path]) {
      await page.goto(site.url + at);
      await page.getByRole('heading', { level: 1 }).waitFor();
      assert.deepEqual(await axeInBothSchemes(page), [], `${at} at ${width}`);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(overflow <= 0, `${at} scrolls sideways at ${width}`);
    }
  }
});
