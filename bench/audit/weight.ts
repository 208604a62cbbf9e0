import { brotliCompressSync } from 'node:zlib';
import { launchBrowser } from '../../test/e2e/browser.ts';
import type { Figure } from '../figures.ts';

/** Most bytes over the wire, compressed. */
const SCRIPT = 5 * 1024;
const STYLE = 14 * 1024;

const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2.625,
  isMobile: true,
  hasTouch: true,
};

/** What a first visit to a story weighs: the page, its script and style, and all that is asked for on a phone. */
export async function weigh(url: string, markup: string): Promise<Figure[]> {
  const script = sizeOf(markup, /<script(?! type="application)[^>]*>(.*?)<\/script>/gs);
  const style = sizeOf(markup, /<style[^>]*>(.*?)<\/style>/gs);
  const { bytes, requests, page } = await visit(url);
  return [
    { name: 'script, brotli', value: script, unit: 'bytes', goal: 'at most 5 KB', reached: script <= SCRIPT },
    { name: 'style, brotli', value: style, unit: 'bytes', goal: 'at most 14 KB', reached: style <= STYLE },
    { name: 'page with both, over the wire', value: page, unit: 'bytes' },
    { name: 'page with both, unpacked', value: Buffer.byteLength(markup), unit: 'bytes' },
    { name: 'first visit on a phone, with pictures, over the wire', value: bytes, unit: 'bytes' },
    { name: 'requests of a first visit, the stream among them', value: requests, unit: '' },
  ];
}

function sizeOf(markup: string, part: RegExp): number {
  const text = [...markup.matchAll(part)].map(([, content]) => content).join('');
  return brotliCompressSync(text).byteLength;
}

/** How long is waited for what a page asks for once it stands, its stream among it, ms. */
const AFTERWARDS = 1500;

/** Opens a page as a phone does that was never here, without scrolling. */
async function visit(url: string): Promise<{ bytes: number; requests: number; page: number }> {
  await using browser = await launchBrowser();
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  const sizes = new Map<string, number>();
  let document = '';
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    sizes.set(requestId, 0);
    if (type === 'Document') document = requestId;
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, encodedDataLength);
  });
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForTimeout(AFTERWARDS);
  const seen = (): number => [...sizes.values()].reduce((sum, size) => sum + size, 0);
  return { bytes: seen(), requests: sizes.size, page: sizes.get(document) ?? 0 };
}
