import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { openFullStory } from './full-story.ts';
import { ENGLISH } from './night/words.ts';
import { openReader } from './reader.ts';
import { openSite } from './site.ts';

/** What would not be on the paper, of these. */
const NOT_PRINTED = ['nav', 'form', 'button', '.skip', '.tools', '#bar', '#status', '.hand-on .mail'];

/** Red, green, blue and opacity of a computed colour. */
function partsOf(colour: string): number[] {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue, alpha];
}

const isDark = (colour: string): boolean => Math.max(...partsOf(colour).slice(0, 3)) < 90;

const isPaper = (colour: string): boolean => {
  const [red = 0, green = 0, blue = 0, alpha] = partsOf(colour);
  return alpha === 0 || Math.min(red, green, blue) >= 250;
};

/** Text that is not dark, or stands on what is not white. */
async function notBlackOnWhite(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body, body *')]
      .filter((element) => element.checkVisibility() && element.innerText !== '')
      .map((element) => {
        const { color, backgroundColor } = getComputedStyle(element);
        return { markup: element.outerHTML.slice(0, 80), color, backgroundColor };
      }),
  );
  return texts
    .filter(({ color, backgroundColor }) => !isDark(color) || !isPaper(backgroundColor))
    .map(({ markup }) => markup);
}

test('on paper a story is a clean document: black on white, addresses written out, nothing to press', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug, retracted, words } = await openFullStory(site);
  const story = `${site.url}/stories/${slug}`;
  for (const address of [story, `${story}/updates/${retracted}`, site.url]) {
    const { page, context } = await openReader(browser, address, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const selector of NOT_PRINTED) {
      const shown = await page
        .locator(selector)
        .evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
      assert.equal(shown, 0, `${selector} on ${address}`);
    }
    assert.deepEqual(await notBlackOnWhite(page), [], address);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(over <= 0, `${address} is ${over} px too wide`);
    const pdf = await page.pdf({ format: 'A4' });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    await context.close();
  }

  const { page } = await openReader(browser, story, { colorScheme: 'dark' });
  await page
    .locator('details')
    .first()
    .evaluate((pinned) => pinned.removeAttribute('open'));
  await page.emulateMedia({ media: 'print' });
  const after = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((link) => getComputedStyle(link, '::after').content);
  assert.match(await after('.body a[href^="https://example.org"]'), /example\.org\/a\/long\/address/);
  assert.match(await after('a.embed'), /youtube\.com/);
  const text = await page.locator('body').innerText();
  for (const printed of [words.headlines[0], words.says[0]!, words.reason, `/stories/${slug}`])
    assert.ok(text.includes(printed), printed);
  assert.ok(await page.locator('.pinned .body').isVisible(), 'what a reader folded away is printed');
  await page.locator(`#u-${retracted}.retracted`, { hasText: ENGLISH.reason }).waitFor();
});
