import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { deskSite, type DeskSite } from '../../support/desk-site.ts';
import { openDesk, PHONE, type OpenDesk } from './desk.ts';
import { opening } from './house-story.ts';
import { withPassword } from './with-password.ts';

let site: DeskSite;
before(async () => {
  site = await deskSite();
});
after(() => site[Symbol.asyncDispose]());

const line = (page: Page, name: string): Locator => page.getByRole('listitem').filter({ hasText: name });
const told = (page: Page, words: string | RegExp): Promise<void> =>
  page.getByRole('region', { name: 'Messages' }).getByText(words).waitFor();

async function picks(page: Page, name: string, item: string): Promise<void> {
  await page.getByRole('button', { name: `More for ${name}` }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('an admin invites somebody, who comes in by the link with a browser of their own; it opens nothing twice', async () => {
  await using desk = await openDesk(site, 'admin', { at: '/people', width: PHONE.width });
  const { page } = desk;
  await page.getByRole('button', { name: 'Invite somebody' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite somebody' });
  await dialog.getByLabel('Name').fill('Noor Haddad');
  await dialog.getByLabel('Mail address').fill('noor at estuary');
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  await dialog.locator('.field-error').waitFor();
  assert.equal(await dialog.getByLabel('Name').inputValue(), 'Noor Haddad', 'what was typed stays');
  await dialog.locator('input[type=email]:focus').waitFor();
  await dialog.getByLabel('Mail address').fill('noor@estuary.test');
  await dialog.getByLabel('Role').selectOption('editor');
  await dialog.getByText('Publishes, edits, corrects and retracts').waitFor();
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  const made = page.getByRole('dialog', { name: 'The invitation for Noor Haddad' });
  const link = new URL((await made.locator('code').textContent()) ?? '');
  await made.getByRole('button', { name: 'Done' }).click();
  await line(page, 'Noor Haddad').getByText('Editor').waitFor();

  await using hers = await openDesk(site, null, { at: link.pathname.replace('/desk', '') });
  await hers.page.getByLabel('Choose a password').fill('seven wet herons');
  await hers.page.getByRole('button', { name: 'Enter the desk' }).click();
  await hers.page.getByRole('button', { name: 'Menu of Noor Haddad' }).waitFor();

  await page.getByLabel('Role of Noor Haddad').waitFor();
  assert.equal(await page.getByText('Invited', { exact: true }).count(), 0, 'nobody is awaited any more');
  await using second = await openDesk(site, null, { at: link.pathname.replace('/desk', '') });
  await second.page.getByRole('heading', { name: 'This link was used already' }).waitFor();
});

test('an invitation is taken back, and its link opens nothing', async () => {
  const ada = await site.as('admin');
  const body = { name: 'Wren Sole', email: 'wren@estuary.test', role: 'reporter' };
  const { link } = (await ada.ask('POST /invitations', { body })).body as { link: string };
  await using desk = await openDesk(site, ada, { at: '/people' });
  await line(desk.page, 'Wren Sole').getByRole('button', { name: 'Take back' }).click();
  await told(desk.page, 'The invitation of Wren Sole is taken back');
  await line(desk.page, 'Wren Sole').waitFor({ state: 'detached' });
  await using door = await openDesk(site, null, { at: new URL(link).pathname.replace('/desk', '') });
  await door.page.getByRole('heading', { name: 'This link does not work' }).waitFor();
});

test('a role is changed and changed back; who is shut out is out at once, and let in again', async () => {
  const ines = await withPassword(site, 'Ines Vidal', 'reporter');
  await using hers = await openDesk(site, null);
  await signsIn(hers, ines);
  await using desk = await openDesk(site, 'admin', { at: '/people' });
  const { page } = desk;
  const role = page.getByLabel('Role of Ines Vidal');
  await role.selectOption('editor');
  await told(page, 'Ines Vidal has a new role');
  await hers.page.getByRole('link', { name: 'Activity' }).waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await hers.page.getByRole('link', { name: 'Activity' }).waitFor({ state: 'detached' });
  assert.equal(await role.inputValue(), 'reporter');

  await picks(page, 'Ines Vidal', 'Stop signing in');
  await page.getByRole('dialog').getByRole('button', { name: 'Stop signing in' }).click();
  await line(page, 'Ines Vidal').getByText('May not sign in').waitFor();
  await hers.page.getByRole('dialog', { name: 'You were signed out' }).waitFor();
  await picks(page, 'Ines Vidal', 'Let sign in again');
  await line(page, 'Ines Vidal').getByText('May not sign in').waitFor({ state: 'detached' });
  await hers.page.getByRole('dialog').getByLabel('Password', { exact: true }).fill(ines.password);
  await hers.page.keyboard.press('Enter');
  await hers.page.getByRole('dialog').waitFor({ state: 'detached' });

  await picks(page, 'Ines Vidal', 'Sign them out everywhere');
  await hers.page.getByRole('dialog', { name: 'You were signed out' }).waitFor();
  await picks(page, 'Ines Vidal', 'Link to set a new password');
  const made = page.getByRole('dialog', { name: 'A new password for Ines Vidal' });
  const link = new URL((await made.locator('code').textContent()) ?? '');
  await using again = await openDesk(site, null, { at: link.pathname.replace('/desk', '') });
  await again.page.getByLabel('New password').fill('eight dry herons');
  await again.page.getByRole('button', { name: 'Set it and sign in' }).click();
  await again.page.getByRole('button', { name: 'Menu of Ines Vidal' }).waitFor();
});

test('the last admin is not let go, and a reporter sees who is here without what only admins may', async () => {
  await using alone = await deskSite();
  await using desk = await openDesk(alone, 'admin', { at: '/people' });
  const role = desk.page.getByLabel(/^Role of Ada/);
  await role.selectOption('reporter');
  await desk.page.getByRole('region', { name: 'Messages' }).getByText(/admin/).waitFor();
  assert.equal(await role.inputValue(), 'admin');
  await using hers = await openDesk(alone, 'reporter', { at: '/people' });
  await line(hers.page, 'Ada Admin').getByText('Admin', { exact: true }).waitFor();
  assert.equal(await hers.page.getByRole('button', { name: /Invite|More for/ }).count(), 0);
});

test('what somebody may in one story is set there, and holds at once', async () => {
  const storyId = await opening(site);
  const rosa = await site.as('reporter');
  await using hers = await openDesk(site, rosa, { at: `/stories/${storyId}` });
  await hers.page.getByRole('button', { name: /^File/ }).waitFor();
  await using desk = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page } = desk;
  await page.getByRole('button', { name: 'More for this story' }).click();
  await page.getByRole('menuitem', { name: 'Who may write here' }).click();
  const dialog = page.getByRole('dialog', { name: 'Who may write here' });
  const hersIs = dialog.getByLabel(`What ${rosa.person.name} may do in this story`);
  await hersIs.selectOption('publish');
  await hers.page.getByRole('button', { name: /^Publish/ }).waitFor();
  await hersIs.and(dialog.locator('select:enabled')).selectOption('role');
  await hers.page.getByRole('button', { name: /^Publish/ }).waitFor({ state: 'detached' });
});

async function signsIn(
  { page }: OpenDesk,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('button', { name: /^Menu of/ }).waitFor();
}
