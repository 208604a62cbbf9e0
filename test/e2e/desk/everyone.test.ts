import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { deskSite, type DeskSite, type SignedIn } from '../../support/desk-site.ts';
import { bringAxe } from '../axe.ts';
import { LAPTOP, openDesk, PHONE } from './desk.ts';
import { houseScreens, storyScreens, type Places, type Shown } from './every-screen.ts';
import { aFullHouse } from './full-house.ts';

let site: DeskSite;
let ada: SignedIn;
let places: Places;
before(async () => {
  site = await deskSite();
  ada = await site.as('admin');
  places = await aFullHouse(site, ada);
});
after(() => site[Symbol.asyncDispose]());

/** Goes there within the desk, by way of another screen, so that nothing is left of what stood there before. */
async function show(page: Page, { at, there, doing }: Shown): Promise<void> {
  await page.keyboard.press('Escape');
  await goes(page, '/nowhere');
  await page.locator('.empty').waitFor();
  await goes(page, at);
  await there(page).first().waitFor();
  await doing?.(page);
}

const DIALOG = 'dialog[open]';

const goes = (page: Page, at: string): Promise<void> =>
  page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/desk${at}`);

const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** What moves on and on though somebody asked for less of it. */
const moving = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(
        ({ effect, playState }) =>
          playState === 'running' && effect?.getComputedTiming().iterations === Infinity,
      )
      .map(({ effect }) => `moves: ${(effect as KeyframeEffect).target?.className ?? ''}`),
  );

/**
 * Everything that keeps somebody from using what is shown: found in both schemes, and in both directions of reading.
 * Over a screen that was looked at already it is the dialog that is new; what is behind it is out of reach.
 */
async function looksAt(page: Page, shown: readonly Shown[]): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const check = await bringAxe(page);
  const found: string[] = [];
  const seen = new Set<string>();
  for (const screen of shown) {
    const tell = (how: string, faults: readonly string[]): void =>
      void found.push(...faults.map((fault) => `${screen.name}, ${how}: ${fault}`));
    try {
      await show(page, screen);
    } catch (error) {
      tell('not shown', [String(error)]);
      continue;
    }
    const isOver = seen.has(screen.at) && (await page.locator(DIALOG).count()) > 0;
    const within = isOver ? DIALOG : undefined;
    seen.add(screen.at);
    tell('light', await check(undefined, within));
    tell('with less motion', await moving(page));
    if ((await sideways(page)) > 0) tell('left to right', ['scrolls sideways']);
    await page.emulateMedia({ colorScheme: 'dark' });
    tell('dark', await check(['color-contrast'], within));
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    tell('right to left', await check(['target-size'], within));
    if ((await sideways(page)) > 0) tell('right to left', ['scrolls sideways']);
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
    await page.emulateMedia({ colorScheme: 'light' });
  }
  return found;
}

for (const [device, { width }] of Object.entries({ laptop: LAPTOP, phone: PHONE })) {
  for (const [part, screens] of [
    ['the house', () => houseScreens],
    ['a story', () => storyScreens(places)],
  ] as const) {
    test(`everybody can use every screen of ${part}, in light and dark, in both directions, on a ${device}`, async () => {
      await using desk = await openDesk(site, ada, { width, at: '/nowhere' });
      desk.page.setDefaultTimeout(30_000);
      assert.deepEqual(await looksAt(desk.page, screens()), []);
    });
  }
}

test('nothing scrolls sideways on the narrowest screens, on a tablet, nor with letters twice as large', async () => {
  await using desk = await openDesk(site, ada, { at: '/nowhere' });
  const { page } = desk;
  const found: string[] = [];
  for (const shown of [...houseScreens, ...storyScreens(places)].filter(({ doing }) => !doing)) {
    await show(page, shown);
    for (const [width, letters] of [
      [240, ''],
      [768, ''],
      [1280, '200%'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), letters);
      if ((await sideways(page)) > 0) found.push(`${shown.name} at ${width} px ${letters}`);
    }
    await page.evaluate(() => (document.documentElement.style.fontSize = ''));
  }
  assert.deepEqual(found, []);
});

test('whoever goes through a story by Tab sees where they are, with the colours of the system too', async () => {
  await using desk = await openDesk(site, ada, { at: `/stories/${places.live}` });
  const { page } = desk;
  await page.locator('.ProseMirror').first().waitFor();
  for (const forcedColors of ['none', 'active'] as const) {
    await page.emulateMedia({ forcedColors, reducedMotion: 'reduce' });
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const unseen = new Set<string>();
    const seen = new Set<string>();
    for (let at = 0; at < 60; at += 1) {
      await page.keyboard.press('Tab');
      const { name, isSeen } = await page.evaluate(focused);
      (isSeen ? seen : unseen).add(name);
    }
    assert.ok(seen.size > 20, `only ${[...seen].join(' | ')}`);
    assert.deepEqual([...unseen], [], forcedColors);
  }
});

/** What has the focus, and whether a ring round it or round what holds it says so; a caret does in a text. */
function focused(): { name: string; isSeen: boolean } {
  const here = document.activeElement as HTMLElement | null;
  if (!here || here === document.body) return { name: 'the page', isSeen: true };
  const name = here.outerHTML.slice(0, 160);
  let around: Element | null = here;
  let isSeen = here.isContentEditable;
  for (let up = 0; up < 3 && around && !isSeen; up += 1) {
    const { outlineStyle, outlineWidth } = getComputedStyle(around);
    isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
    around = around.parentElement;
  }
  return { name, isSeen };
}
