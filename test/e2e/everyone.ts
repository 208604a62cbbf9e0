import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { bringAxe } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { openFullStory, pagesOf } from './full-story.ts';
import type { Words } from './night/words.ts';
import { openReader } from './reader.ts';
import { openSite } from './site.ts';

const WIDTHS = [360, 1280];
const SCHEMES = ['light', 'dark'] as const;

/** How far the page can be scrolled sideways, px, and what sticks out. */
function sideways(page: Page): Promise<{ by: number; what: string[] }> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right, width: own } = element.getBoundingClientRect();
      // A gallery is leafed through: it scrolls by itself, and the page does not.
      return own > 0 && (right > width + 1 || left < -1) && !element.closest('.skip, .gallery');
    });
    return {
      by: Math.max(0, document.documentElement.scrollWidth - width),
      what: out.map(({ outerHTML }) => outerHTML.slice(0, 80)),
    };
  });
}

/** Elements whose own text is cut off, or of which a part cannot be scrolled to. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    return [...document.querySelectorAll('body *')]
      .filter((element) => element instanceof HTMLElement && !element.closest('.spoken'))
      .filter(({ childNodes }) =>
        [...childNodes].some((node) => node instanceof Text && node.data.trim() !== ''),
      )
      .filter((element) => {
        const { overflowX, overflowY, display } = getComputedStyle(element);
        if (display === 'inline' || display === 'none') return false;
        const wide = overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
        const high = overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1;
        return wide || high;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80));
  });
}

/** Everything that keeps somebody from using a page, looked for on all of them in one language. */
export function everyPageIsForEveryone(words: Words): void {
  test(`every page is for everyone, in ${words.lang}`, async (t) => {
    await using site = await openSite();
    await using browser = await launchBrowser();
    const pages = pagesOf(await openFullStory(site, words));

    await t.test(
      `axe finds nothing on any page in ${words.lang}, on phone and desk, in light and dark`,
      async () => {
        const { page, context } = await openReader(browser, site.url);
        const faults: string[] = [];
        for (const [kind, path] of Object.entries(pages)) {
          await page.goto(site.url + path);
          const check = await bringAxe(page);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 800 });
            for (const colorScheme of SCHEMES) {
              await page.emulateMedia({ colorScheme });
              // In the dark the colours alone are others.
              const only = colorScheme === 'dark' ? ['color-contrast'] : undefined;
              for (const fault of await check(only))
                faults.push(`${kind} at ${width} px in ${colorScheme}: ${fault}`);
            }
          }
        }
        await context.close();
        assert.deepEqual(faults, []);
      },
    );

    await t.test(
      `no page in ${words.lang} scrolls sideways or cuts text off: 240 px wide, at 400 %, with text at 200 %`,
      async () => {
        const { page } = await openReader(browser, site.url);
        for (const [kind, path] of Object.entries(pages)) {
          await page.goto(site.url + path);
          // 1280 px at 400 % are 320 px of CSS (WCAG 2.2, 1.4.10).
          for (const [width, text] of [
            [240, 1],
            [320, 1],
            [360, 2],
            [1280, 2],
            [1920, 1],
          ] as const) {
            await page.setViewportSize({ width, height: 800 });
            await page.evaluate((times) => {
              document.documentElement.style.fontSize = `${times * 100}%`;
            }, text);
            const told = `${kind} at ${width} px with text at ${text * 100} %`;
            assert.deepEqual(await sideways(page), { by: 0, what: [] }, told);
            assert.deepEqual(await cutOff(page), [], told);
          }
        }
      },
    );

    await t.test(
      'whatever can be pressed is at least 24 px high and wide, but for links in running text',
      async () => {
        const { page } = await openReader(browser, site.url, { viewport: { width: 360, height: 800 } });
        const faults: string[] = [];
        for (const [kind, path] of Object.entries(pages)) {
          await page.goto(site.url + path);
          const small = await page.evaluate(() =>
            [...document.querySelectorAll('a[href], button, summary, input, select')]
              .filter((target) => {
                // A tick is pressed by its label.
                const { width, height } = (target.closest('label') ?? target).getBoundingClientRect();
                if (width === 0 || target.matches('.skip')) return false;
                // WCAG 2.2, 2.5.8: a link in a sentence is as high as its line.
                const inSentence =
                  getComputedStyle(target).display === 'inline' && target.closest('p, li, h1, h2, h3');
                return Math.min(width, height) < 24 && !inSentence;
              })
              .map(({ outerHTML }) => outerHTML.slice(0, 120)),
          );
          faults.push(...small.map((target) => `${kind}: ${target}`));
        }
        assert.deepEqual(faults, []);
      },
    );

    await t.test('in forced colours the state is framed and focus is seen', async () => {
      const { page } = await openReader(browser, `${site.url}${pages['story']}`, { forcedColors: 'active' });
      const frame = await page.locator('.state').evaluate((state) => getComputedStyle(state).borderTopStyle);
      assert.equal(frame, 'solid');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const { outlineStyle, outlineWidth } = await page.evaluate(() => {
        const style = getComputedStyle(document.activeElement!);
        return { outlineStyle: style.outlineStyle, outlineWidth: Number.parseFloat(style.outlineWidth) };
      });
      assert.notEqual(outlineStyle, 'none');
      assert.ok(outlineWidth >= 2, `${outlineWidth} px`);
    });

    await t.test('who asked for reduced motion gets none, also when something new comes', async () => {
      const { page } = await openReader(browser, `${site.url}${pages['story']}`, { reducedMotion: 'reduce' });
      const running = (): Promise<number> => page.evaluate(() => document.getAnimations().length);
      assert.equal(await running(), 0);
      const { id } = await site.call(`POST ${pages['story']}/updates`, { markdown: 'It moves.' });
      await page.locator(`#u-${id}`).waitFor();
      assert.equal(await running(), 0);
    });

    await t.test(
      'by keyboard alone every link is reached in the order it is read, and is seen to have the focus',
      async () => {
        const { page } = await openReader(browser, site.url);
        for (const [kind, path] of Object.entries(pages)) {
          await page.goto(site.url + path);
          const due = await page.evaluate(
            () =>
              [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select')].filter(
                (one) => one.tabIndex >= 0 && one.checkVisibility(),
              ).length,
          );
          const reached: string[] = [];
          for (let count = 0; count < due; count += 1) {
            await page.keyboard.press('Tab');
            const wrong = await page.evaluate(() => {
              const now = document.activeElement!;
              const { before } = globalThis as unknown as { before?: Element };
              Object.assign(globalThis, { before: now });
              const name = now.outerHTML.slice(0, 100);
              const { outlineStyle, outlineWidth } = getComputedStyle(now);
              if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2)
                return `no outline: ${name}`;
              const { top, bottom } = now.getBoundingClientRect();
              if (bottom <= 0 || top >= innerHeight) return `out of view: ${name}`;
              const follows =
                !before || before.compareDocumentPosition(now) & Node.DOCUMENT_POSITION_FOLLOWING;
              return follows ? null : `out of order: ${name}`;
            });
            if (wrong !== null) reached.push(wrong);
          }
          assert.deepEqual(reached, [], kind);
        }
      },
    );

    await t.test('every page has its landmarks once, one first heading, and no level left out', async () => {
      const { page } = await openReader(browser, site.url);
      for (const [kind, path] of Object.entries(pages)) {
        await page.goto(site.url + path);
        const { landmarks, levels } = await page.evaluate(() => ({
          landmarks: ['body > header', 'main', 'body > footer'].map(
            (landmark) => document.querySelectorAll(landmark).length,
          ),
          levels: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
            .filter((heading) => heading.checkVisibility())
            .map(({ localName }) => Number(localName[1])),
        }));
        assert.deepEqual(landmarks, [1, 1, 1], kind);
        assert.equal(levels.filter((level) => level === 1).length, 1, `${kind}: one h1`);
        const skipped = levels.some((level, at) => at > 0 && level > levels[at - 1]! + 1);
        assert.ok(!skipped, `${kind}: ${levels.join()}`);
      }
    });
  });
}
