import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../../../src/desk/console/words/languages.ts';
import { deskSite, type DeskSite } from '../../support/desk-site.ts';
import { openDesk, PHONE } from './desk.ts';
import { aNight } from './story-night.ts';

let site: DeskSite;
before(async () => {
  site = await deskSite();
});
after(() => site[Symbol.asyncDispose]());

/** How far the page, or a tab at its foot, reaches past the sides of the screen. */
const pastTheSides = (page: Page): Promise<string[]> =>
  page.evaluate((width) => {
    const wide = document.documentElement.scrollWidth - width;
    const tabs = [...document.querySelectorAll('.story-tab span, .phone-bar span')].filter((tab) => {
      const { left, right } = tab.getBoundingClientRect();
      return left < 0 || right > width;
    });
    return [...(wide > 0 ? [`${wide} px`] : []), ...tabs.map((tab) => tab.textContent)];
  }, PHONE.width);

for (const lang of Object.keys(LANGUAGES))
  test(`in ${lang} no screen of the desk is wider than a phone`, async () => {
    const ada = await site.as('admin');
    await ada.ask('PATCH /account', { body: { lang } });
    const { storyId } = await aNight(site);
    await using desk = await openDesk(site, ada, { width: PHONE.width });
    const { page } = desk;
    for (const [at, shown] of [
      ['', '.stories'],
      [`/stories/${storyId}`, '.story-tabs'],
      ['/settings', 'h1'],
      ['/settings/look', 'h1'],
      ['/people', 'h1'],
      ['/account', 'h1'],
    ] as const) {
      await page.goto(`${site.url}/desk${at}`);
      await page.locator(`html[lang=${lang}]`).waitFor();
      await page.locator(shown).first().waitFor();
      assert.deepEqual(await pastTheSides(page), [], `${lang} ${at}`);
    }
  });
