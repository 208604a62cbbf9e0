import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { serveEditor } from './editor-page.ts';

export type EditorTests = {
  /** A page with the editor alone; `two`: with two of them on one text. */
  open(query?: string, options?: BrowserContextOptions): Promise<Page>;
  /** Closes it; nothing was broken but what was expected to be, and the policy was never crossed. */
  close(page: Page, expected?: RegExp): Promise<void>;
};

/** A browser and the editor's page for the tests of one file. */
export function editorTests(): EditorTests {
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  let served: Awaited<ReturnType<typeof serveEditor>>;
  const failures: string[] = [];
  before(async () => {
    [browser, served] = await Promise.all([launchBrowser(), serveEditor()]);
  });
  after(async () => {
    await browser.close();
    await served[Symbol.asyncDispose]();
  });
  return {
    async open(query = '', options = {}) {
      failures.length = 0;
      const context = await browser.newContext(options);
      const page = await context.newPage();
      page.setDefaultTimeout(8_000);
      page.on('pageerror', (error) => failures.push(error.stack ?? String(error)));
      page.on('console', (said) => said.type() === 'error' && failures.push(said.text()));
      await page.goto(served.url + query);
      await page.getByRole('textbox', { name: 'Text of the update' }).first().waitFor();
      return page;
    },
    async close(page, expected) {
      const violations = await page.evaluate(() => window.harness.violations);
      await page.context().close();
      const unexpected = failures.splice(0).filter((failure) => expected?.test(failure) !== true);
      assert.deepEqual([...violations, ...unexpected], []);
    },
  };
}
