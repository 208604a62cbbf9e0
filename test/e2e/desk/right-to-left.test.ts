import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite } from '../../support/desk-site.ts';
import { LAPTOP, openDesk, PHONE } from './desk.ts';
import { aNight } from './story-night.ts';

test('for somebody who works in Arabic the desk runs from right to left, and fits its window everywhere', async () => {
  await using site = await deskSite();
  const admin = await site.as('admin');
  await admin.ask('PATCH /account', { body: { lang: 'ar' } });
  const { storyId } = await aNight(site);
  for (const { width } of [PHONE, LAPTOP]) {
    await using desk = await openDesk(site, admin, { width });
    const { page } = desk;
    for (const at of ['', '/people', '/account', '/activity', '/settings', `/stories/${storyId}`]) {
      await page.goto(`${site.url}/desk${at}`);
      await page.locator('html[dir="rtl"][lang="ar"]').waitFor();
      await page.locator('main h2:visible, h1:visible').first().waitFor();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${at} at ${width}: ${over} px too wide`);
    }
  }
});

test('in Arabic the left arrow leads to the next tab, what a field asks for stands at its right, and what is wrong with it is told', async () => {
  await using site = await deskSite();
  const admin = await site.as('admin');
  await admin.ask('PATCH /account', { body: { lang: 'ar' } });
  const { storyId } = await aNight(site);
  await using desk = await openDesk(site, admin, { at: '/settings' });
  const { page } = desk;
  const tabs = page.locator('html[dir="rtl"]').getByRole('tab');
  await tabs.first().focus();
  await page.keyboard.press('ArrowLeft');
  assert.equal(await tabs.nth(1).getAttribute('aria-selected'), 'true');
  await page.keyboard.press('ArrowRight');
  assert.equal(await tabs.first().getAttribute('aria-selected'), 'true');

  await page.goto(`${site.url}/desk/stories/${storyId}`);
  const title = page.locator('html[dir="rtl"] .shared-text textarea').first();
  await title.waitFor();
  const runs = (): Promise<string> => title.evaluate((field) => getComputedStyle(field).direction);
  assert.equal(await runs(), 'rtl');
  // Words run as their own letters do.
  await title.fill('No Deal');
  assert.equal(await runs(), 'ltr');

  await page.goto(`${site.url}/desk/settings`);
  await page.locator('html[dir="rtl"] .form .control').first().fill('');
  await page.keyboard.press('Enter');
  await page.locator('.field-error', { hasText: 'يلزم كتابة شيء هنا.' }).waitFor();
});
