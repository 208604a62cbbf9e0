import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite } from '../../support/desk-site.ts';
import { openDesk, PHONE } from './desk.ts';
import { aNight } from './story-night.ts';

test('behind the question mark stand the keys that are in force, and Esc leads back to where one was', async () => {
  await using site = await deskSite();
  await using desk = await openDesk(site, 'editor');
  const { page } = desk;
  await page.getByRole('heading', { name: 'Start your first story' }).waitFor();
  await page.getByRole('button', { name: /Start a story/ }).focus();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  for (const words of ['New story', 'Search everything', 'Show all keys'])
    await dialog.getByText(words, { exact: true }).waitFor();
  // Under a dialog they rest.
  await page.keyboard.press('n');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.match(page.url(), /\/desk\/?$/);
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /Start a story/);
  await page.getByRole('searchbox', { name: 'Search everything' }).focus();
  await page.keyboard.press('?');
  assert.equal(await dialog.count(), 0, 'where one writes it is a question mark');
  await page.keyboard.press('Control+/');
  await dialog.waitFor();
});

test('the slash leads to the search, and Enter to what is found', async () => {
  await using site = await deskSite();
  await using desk = await openDesk(site, 'editor');
  const { page } = desk;
  await page.getByRole('heading', { name: 'Start your first story' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('bridge?');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\/search\?q=bridge%3F$/);
});

test('the look that somebody chose stays theirs, by keyboard too', async () => {
  await using site = await deskSite();
  await using desk = await openDesk(site, 'editor');
  const { page } = desk;
  const ground = (): Promise<string> => page.evaluate(() => getComputedStyle(document.body).color);
  const light = await ground();
  await page.getByRole('button', { name: /^Menu of/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.locator('[role^=menuitem]:focus').waitFor();
  await page.keyboard.press('d');
  await page.locator('[role^=menuitem]:focus', { hasText: 'Dark' }).waitFor();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  assert.notEqual(await ground(), light);
  await page.reload();
  await page.getByRole('button', { name: /^Menu of/ }).waitFor();
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
});

test('the language somebody chose is spoken at once, and in their other browsers', async () => {
  await using site = await deskSite();
  const edda = await site.as('editor');
  await using desk = await openDesk(site, edda);
  const { page } = desk;
  await page.getByRole('button', { name: /^Menu of/ }).click();
  // By keyboard into the list of languages, back, and in again.
  await page.getByRole('menuitem', { name: 'Language' }).press('Enter');
  await page.locator('[role=menuitemradio]:focus', { hasText: 'English' }).waitFor();
  await page.getByRole('menuitem', { name: 'Language' }).press('Enter');
  await page.locator('[aria-haspopup=menu]:focus', { hasText: 'English' }).press('Enter');
  await page.getByRole('menuitemradio', { name: 'العربية' }).click();
  await page.locator('html[lang=ar][dir=rtl]').waitFor();
  await page.waitForFunction(() => localStorage.getItem('writethru.language') === null);
  await using other = await openDesk(site, edda);
  await other.page.locator('html[lang=ar][dir=rtl]').waitFor();
});

test('an address where there is nothing says so and leads back', async () => {
  await using site = await deskSite();
  await using desk = await openDesk(site, 'editor', { at: '/no/such/place' });
  await desk.page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  await desk.page.getByRole('link', { name: 'To the stories' }).click();
  await desk.page.getByRole('heading', { name: 'Start your first story' }).waitFor();
});

test('on a phone the ways lie at the thumb, each as large as a thumb', async () => {
  await using site = await deskSite();
  await using desk = await openDesk(site, 'admin', { width: PHONE.width });
  const bar = desk.page.getByRole('navigation', { name: 'Parts of the desk' });
  await bar.getByRole('link', { name: 'Search' }).waitFor();
  const small = await desk.page.evaluate(() =>
    [...document.querySelectorAll('.phone-bar > *, .top-bar a, .top-bar button')]
      .map((one) => one.getBoundingClientRect())
      .filter(({ width, height }) => width > 0 && Math.max(width, height) < 44)
      .map(({ width, height }) => `${width}×${height}`),
  );
  assert.deepEqual(small, []);
  await bar.getByRole('button', { name: 'More' }).click();
  await desk.page.getByRole('menuitem', { name: 'Activity' }).click();
  await desk.page.waitForURL(/\/desk\/activity$/);
});

test('where the server is away the desk says so of what needs it, and hears again when it is back', async () => {
  await using site = await deskSite();
  const { storyId, updates } = await aNight(site);
  await using desk = await openDesk(site, 'editor', { at: `/stories/${storyId}` });
  const { page, context } = desk;
  const entry = page.locator(`[data-entry="${updates.hotels}"]`);
  await entry.waitFor();
  await context.setOffline(true);
  await entry.focus();
  await page.keyboard.press('.');
  await page.getByRole('region', { name: 'Messages' }).getByText('You are offline').waitFor();
  await context.setOffline(false);
  await entry.focus();
  await page.keyboard.press('.');
  await entry.locator('.chip', { hasText: 'Key event' }).waitFor();
  desk.wrongs.length = 0;
});

test('whoever goes to another screen begins at its name and hears it, unless the screen begins elsewhere', async () => {
  await using site = await deskSite();
  await using desk = await openDesk(site, 'admin');
  const { page } = desk;
  await page.getByRole('heading', { name: 'Start your first story' }).waitFor();
  assert.equal(
    await page.locator('h1:focus').count(),
    0,
    'where nobody came from elsewhere the browser tells it',
  );
  await page.getByRole('button', { name: /^Menu of/ }).click();
  const out = page.getByRole('menuitem', { name: 'Sign out' });
  assert.ok(((await out.boundingBox())?.y ?? 800) < 760, 'the way out is in sight');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Activity' }).click();
  await page.locator('h1:focus', { hasText: 'Activity' }).waitFor();
  await page.getByRole('status').filter({ hasText: 'Activity' }).waitFor({ state: 'attached' });
  await page.keyboard.press('/');
  await page.keyboard.type('bridge');
  await page.keyboard.press('Enter');
  await page.locator('main input[type=search]:focus').waitFor();
  await page.getByRole('status').filter({ hasText: 'Search' }).waitFor({ state: 'attached' });
});

test('with no network the header says so at once, and nobody is shown who may have left', async () => {
  await using site = await deskSite();
  const { storyId } = await aNight(site);
  await using other = await openDesk(site, 'reporter', { at: `/stories/${storyId}` });
  await using desk = await openDesk(site, 'editor', { at: `/stories/${storyId}`, kept: true });
  const { page, context } = desk;
  await page.locator('.who-is-here').waitFor();
  await page.locator('.readers-now', { hasText: '0' }).waitFor();
  await context.setOffline(true);
  await page.locator('.line-badge', { hasText: 'Offline' }).waitFor();
  assert.equal(await page.locator('.readers-now').innerText(), '–\nOffline');
  assert.equal(await page.locator('.who-is-here').count(), 0);
  await context.setOffline(false);
  await page.locator('.who-is-here').waitFor();
  assert.equal(await page.locator('.line-badge').count(), 0);
  desk.wrongs.length = 0;
  other.wrongs.length = 0;
});
