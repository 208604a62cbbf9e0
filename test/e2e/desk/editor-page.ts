import { createHash } from 'node:crypto';
import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { CONSOLE_POLICY } from '../../../src/desk/console-routes.ts';
import { drawn } from './desk.ts';
import { pictureServer } from './editor-pictures.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');
const SOURCES = ['src/desk', 'src/domain', 'src/render', 'test/e2e/desk/editor-harness'];
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html' };

/** The editor alone on a page with the console's own policy, served from what Vite makes of it. */
export async function serveEditor(): Promise<{ url: string } & AsyncDisposable> {
  const folder = await built();
  const pictures = pictureServer();
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname.startsWith('/desk/media')) return void pictures(request, response);
    const file = path.join(folder, pathname === '/' ? 'index.html' : path.normalize(pathname));
    if (!fs.existsSync(file)) return void response.writeHead(404).end();
    response.setHeader('content-type', `${TYPES[path.extname(file)] ?? 'text/plain'}; charset=utf-8`);
    response.setHeader('content-security-policy', CONSOLE_POLICY);
    response.end(fs.readFileSync(file));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Built once for what it is made of, for all test files of a clone. */
async function built(): Promise<string> {
  const folder = path.join(root, '.tmp', `editor-${hashOf(SOURCES)}`);
  if (fs.existsSync(folder)) return folder;
  const making = `${folder}-${process.pid}`;
  await build({
    configFile: false,
    root: path.join(import.meta.dirname, 'editor-harness'),
    plugins: [react()],
    logLevel: 'warn',
    build: {
      outDir: making,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
    },
  });
  if (fs.existsSync(folder)) fs.rmSync(making, { recursive: true });
  else fs.renameSync(making, folder);
  return folder;
}

function hashOf(folders: string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const names = fs.readdirSync(path.join(root, folder), { recursive: true }) as string[];
    for (const name of names.toSorted().filter((one) => /\.(tsx?|css|json|html)$/.test(one)))
      hash.update(name).update(fs.readFileSync(path.join(root, folder, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

export type Block = {
  type: string;
  text?: string;
  attrs?: Record<string, unknown>;
  content?: Block[];
  marks?: Block[];
};

/** The document one of them has, as the room would keep it. */
export async function documentOf(page: Page, person = 0): Promise<Block[]> {
  const json = await page.evaluate((at) => window.harness.json(at), person);
  return (json as { content?: Block[] }).content ?? [];
}

/** A document in short: `paragraph(Hello strong:world)`. */
export function short(blocks: Block[]): string {
  return blocks.map(shortOf).join(' ');
}

function shortOf({ type, text, content = [], marks = [] }: Block): string {
  if (type === 'text')
    return marks.length > 0 ? `${marks.map((mark) => mark.type).join('+')}:${text}` : text!;
  return content.length > 0 ? `${type}(${content.map(shortOf).join('|')})` : type;
}

/** Waits until a document is so; fails with how it is. */
export async function until(page: Page, expected: string, person = 0): Promise<void> {
  const end = Date.now() + 5_000;
  for (;;) {
    const is = short(await documentOf(page, person));
    if (is === expected) return;
    if (Date.now() > end) throw new Error(`expected ${expected}\n     but is ${is}`);
    await page.waitForTimeout(50);
  }
}

/** Presses a key that moves the caret, and waits until the browser has told the page of it. */
export async function go(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await drawn(page, 1);
}
