import fs from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { CONSOLE_POLICY } from '../../../src/desk/console-routes.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html' };

let made: Promise<string> | null = null;

/** The console's parts for one draft and the queue, alone on a page, as Vite makes them. */
async function built(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(root, '.tmp', 'together-'));
  process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
  await build({
    configFile: false,
    root: path.join(import.meta.dirname, 'together-harness'),
    base: '/desk/harness/',
    logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', modulePreload: { polyfill: false } },
  });
  return folder;
}

/** Opens it under the server's own address, whether the server is there or not. */
export async function openHarness(context: BrowserContext, url: string): Promise<Page> {
  const folder = await (made ??= built());
  const page = await context.newPage();
  await page.route(`${url}/desk/harness/**`, (route) => {
    const { pathname } = new URL(route.request().url());
    const name = pathname.slice('/desk/harness/'.length) || 'index.html';
    return route.fulfill({
      body: fs.readFileSync(path.join(folder, name)),
      contentType: TYPES[path.extname(name)] ?? 'text/plain',
      headers: { 'content-security-policy': CONSOLE_POLICY },
    });
  });
  await page.goto(`${url}/desk/harness/`);
  return page;
}
