import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Figure } from '../figures.ts';
import { nuChecker } from './tools.ts';

type Message = { type: string; message: string; url: string; lastLine?: number; extract?: string };

/** The Nu HTML checker on the markup of every page that was found; `pages`: path to markup. Each error is told on standard error. */
export function checkMarkup(pages: Map<string, string>): Figure[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-markup-'));
  try {
    const files = [...pages].map(([address, markup], at) => {
      const file = path.join(folder, `${at}.html`);
      fs.writeFileSync(file, markup);
      return { file, address };
    });
    const args = ['-jar', nuChecker, '--format', 'json', '--stdout', '--exit-zero-always', '--errors-only'];
    const { stdout, error } = spawnSync('java', [...args, ...files.map(({ file }) => file)], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (error)
      throw new Error(
        'The markup is checked by a Java program, and there is no java here: install a Java runtime, 17 or newer.',
      );
    const { messages } = JSON.parse(stdout) as { messages: Message[] };
    const errors = messages.filter(({ type }) => type === 'error');
    for (const { url, message, extract } of errors) {
      const { address } = files.find(({ file }) => url.endsWith(file)) ?? { address: url };
      console.error(`  ${address}: ${message} ${extract ?? ''}`);
    }
    const goal = { goal: '0', reached: errors.length === 0 };
    return [
      { name: 'pages whose markup was checked', value: pages.size, unit: '' },
      { name: 'errors in their markup', value: errors.length, unit: '', ...goal },
    ];
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Most pages that are read. */
const MOST = 80;

/** The markup of every page that links lead to from the given ones, on the same host. */
export async function readPages(site: string, paths: string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const due = [...paths];
  while (due.length > 0 && found.size < MOST) {
    const address = due.shift()!;
    if (found.has(address)) continue;
    const response = await fetch(site + address, { headers: { accept: 'text/html' } });
    const markup = await response.text();
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    found.set(address, markup);
    for (const [, href = ''] of markup.matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const url = URL.parse(href.replaceAll('&amp;', '&'), site + address);
      if (url?.origin === site) due.push(url.pathname + url.search);
    }
  }
  return found;
}
