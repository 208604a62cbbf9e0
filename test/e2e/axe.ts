import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What a check by axe comes to: faults, each with the markup it was found in. Of some rules alone where they are named,
 * of a part of the page alone where a selector names it.
 */
export type AxeCheck = (only?: readonly string[], within?: string) => Promise<string[]>;

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Target size, 2.5.8, is off unless it is asked for.
const ALL = { runOnly: TAGS, rules: { 'target-size': { enabled: true } } };

/** What the page is to evaluate. */
function run(only?: readonly string[], within?: string): string {
  const rules = only ? { runOnly: { type: 'rule', values: only } } : ALL;
  const options = JSON.stringify({ ...rules, resultTypes: ['violations'] });
  return `axe.run(${within ? JSON.stringify(within) : 'document'}, ${options}).then(({ violations, passes }) => JSON.stringify({ passes: passes.length,
    faults: violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' | ').slice(0, 400)) }))`;
}

/**
 * Brings axe to a page, to find what is there against WCAG 2.2 AA. The page's policy refuses injected script,
 * so it runs in a world of its own, for as long as the page is not loaded anew.
 */
export async function bringAxe(page: Page): Promise<AxeCheck> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
  });
  await session.send('Runtime.evaluate', { expression: axe.source, contextId });
  await page.evaluate(arrivesAtOnce);
  return async (only, within) => {
    const expression = run(only, within);
    const evaluated = await session.send('Runtime.evaluate', { expression, contextId, awaitPromise: true });
    const { passes, faults } = JSON.parse(String(evaluated.result.value)) as {
      passes: number;
      faults: string[];
    };
    assert.ok(only || passes > 5, `only ${passes} rules passed`);
    return faults;
  };
}

/** What is there against it by daylight, and in the dark, where the colours alone are others; named by their scheme. */
export async function axeInBothSchemes(page: Page): Promise<string[]> {
  const check = await bringAxe(page);
  const found: string[] = [];
  for (const [colorScheme, only] of [
    ['dark', ['color-contrast']],
    ['light', undefined],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    found.push(...(await check(only)).map((fault) => `${colorScheme}: ${fault}`));
  }
  return found;
}

/** A colour on its way to another would be measured wrong. */
function arrivesAtOnce(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*, ::before, ::after, ::backdrop { transition: none !important }');
  document.adoptedStyleSheets.push(sheet);
}
