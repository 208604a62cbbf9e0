import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { sharp } from '../../src/media/sharp.ts';
import { half, withRawXmp, xmp } from '../support/pictures.ts';
import { pause } from '../support/server-process.ts';
import { bringAxe } from './axe.ts';
import { launchBrowser } from './browser.ts';
import { heardIn } from './heard.ts';
import { moved, reaches, startReading } from './reader.ts';
import { openSite, type Receipt } from './site.ts';

const WINDOWS = { phone: { width: 360, height: 740 }, desk: { width: 1280, height: 800 } };
const SCHEMES = ['light', 'dark'] as const;

const TALL_HEARD = `
paragraph The crane is here.
figure
  image A crane, as high as a house.
  figcaption The crane that is to lift the barge. Jonas Weil/AP
paragraph It lifts eighty tonnes.`;

const GALLERY_HEARD = `
paragraph Three views.
figure
  list
    listitem
      figure
        image The pier from the north.
        figcaption North side.
    listitem
      figure
        image The pier from above.
        figcaption Made by a machine
    listitem
      figure
        image A lamp on the pier.
        figcaption Ana Reis
paragraph The harbour office says that the pier is shut until it has been looked at from below.`;

const site = await openSite();
const browser = await launchBrowser();
after(async () => {
  await browser[Symbol.asyncDispose]();
  await site[Symbol.asyncDispose]();
});

const jpegOf = async (width: number, height: number, left?: string, right?: string): Promise<Buffer> =>
  half(width, height, left, right).jpeg().toBuffer();

/** Full of detail, so that its AVIF takes long. */
const grainy = (width: number, height: number): Promise<Buffer> =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 120, sigma: 12 },
    },
  })
    .jpeg()
    .toBuffer();

async function take(jpeg: Buffer, alt: string, words: Record<string, string> = {}): Promise<string> {
  return (await site.call(`POST /media?${new URLSearchParams({ alt, ...words })}`, jpeg)).id;
}

const isReady = async (id: string): Promise<boolean> =>
  ((await site.call(`GET /media/${id}`)) as Receipt & { ready: boolean }).ready;

const machine = xmp(
  '<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia</Iptc4xmpExt:DigitalSourceType>',
);

const row = [
  await take(await jpegOf(1400, 900, '#205020'), 'The pier from the north.', { caption: 'North side.' }),
  await take(withRawXmp(await jpegOf(900, 900, '#702020'), machine), 'The pier from above.'),
  await take(await jpegOf(800, 1200, '#504080'), 'A lamp on the pier.', { credit: 'Ana Reis' }),
];
const tall = await take(await jpegOf(900, 1600, '#205070', '#e0d0a0'), 'A crane, as high as a house.', {
  caption: 'The crane that is to lift the barge.',
  credit: 'Jonas Weil/AP',
});
const lead = await take(await grainy(1900, 1200), 'A barge against a pier.', { caption: 'The barge.' });

const { slug } = await site.call('POST /stories', {
  headline: 'Barge Against the Pier',
  dek: 'Nobody is hurt.',
  lead: { markdown: 'A barge has run against the pier.' },
  photo: { mediaId: lead },
});
const post = async (markdown: string): Promise<string> =>
  (await site.call(`POST /stories/${slug}/updates`, { markdown })).id;
const text = 'The harbour office says that the pier is shut until it has been looked at from below. ';
for (let n = 1; n <= 6; n += 1) await post(`${n}. ${text.repeat(3)}`);
const high = await post(`The crane is here.\n\n![](/media/${tall})\n\nIt lifts eighty tonnes.`);
const gallery = await post(`Three views.\n\n${row.map((id) => `![](/media/${id})`).join('\n')}\n\n${text}`);
await post(text);
const address = `${site.url}/stories/${slug}`;

/** A reader whose pictures stay on their way until `let` is called; every shift of what is on the page is added up. */
async function waiting(options: BrowserContextOptions): Promise<{ page: Page; let: () => void }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const gate = Promise.withResolvers<void>();
  await page.route('**/media/**', async (route) => {
    await gate.promise;
    await route.continue().catch(() => undefined);
  });
  await page.addInitScript(() => {
    Object.assign(globalThis, { shifted: 0 });
    const known = globalThis as unknown as { shifted: number };
    new PerformanceObserver((list) => {
      // Chromium's own: whether a reader's doing came before makes no difference here.
      for (const entry of list.getEntries()) known.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  return { page, let: () => gate.resolve() };
}

const shifted = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted);

type Placed = [part: string, left: number, top: number, width: number, height: number];

/** Where every part of the page stands, px from its top. */
const places = (page: Page): Promise<Placed[]> =>
  page.evaluate(() => {
    scrollTo(0, 0);
    for (const strip of document.querySelectorAll('.strip')) strip.scrollLeft = 0;
    return [...document.querySelectorAll('main h1, main p, main .frame, main img, main figcaption')].map(
      (part): Placed => {
        const { left, top, width, height } = part.getBoundingClientRect();
        return [part.localName, left, top, width, height];
      },
    );
  });

/** The parts that stand elsewhere, or are of another size. */
function displaced(before: Placed[], now: Placed[]): string[] {
  assert.equal(now.length, before.length);
  return now.flatMap((part, at) => {
    const by = part.slice(1).map((px, side) => Math.abs(Number(px) - Number(before[at]![side + 1])));
    return Math.max(...by) > 0.1 ? [`${part.join(' ')} (before: ${before[at]!.join(' ')})`] : [];
  });
}

/** Brings each picture into view, one by one, and waits until it has come. */
async function lookAtAll(page: Page): Promise<void> {
  const pictures = page.locator('main img');
  for (let n = 0; n < (await pictures.count()); n += 1) {
    await pictures.nth(n).scrollIntoViewIfNeeded();
    while (!(await pictures.nth(n).evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)))
      await pause(20);
  }
}

const chosen = (page: Page, selector: string): Promise<string> =>
  page.locator(selector).evaluate((img: HTMLImageElement) => img.currentSrc);

/** The mean colour of what is to be seen there, 0 to 255. */
async function seen(page: Page, selector: string): Promise<number[]> {
  const shot = await page.locator(selector).first().screenshot();
  const { channels } = await sharp(shot).stats();
  return channels.slice(0, 3).map(({ mean }) => mean);
}

test('a picture of which only a quick JPEG is made stands in the page by it; once all is made a browser takes the AVIF', async () => {
  const early = await waiting({ viewport: WINDOWS.desk });
  assert.equal(await isReady(lead), false, 'the page was read before all was made');
  assert.equal(await early.page.locator('.photo source').count(), 0);
  const stands = await places(early.page);
  early.let();
  await lookAtAll(early.page);
  assert.match(await chosen(early.page, '.photo img'), /\/1280\.jpg$/);
  assert.deepEqual(displaced(stands, await places(early.page)), []);
  assert.equal(await shifted(early.page), 0);
  while (!(await isReady(lead))) await pause(200);
  await early.page.goto(address);
  await lookAtAll(early.page);
  for (const img of ['.photo', `#u-${high}`, `#u-${gallery} li:nth-child(1)`])
    assert.match(await chosen(early.page, `${img} img`), /\.avif$/);
  await early.page.context().close();
});

for (const [where, viewport] of Object.entries(WINDOWS)) {
  test(`on a ${where} nothing moves while pictures come: their places are kept, and a preview stands in them`, async () => {
    const reader = await waiting({ viewport });
    const { page } = reader;
    const frames = await page
      .locator('main .frame')
      .evaluateAll((all) => all.map((frame) => frame.getBoundingClientRect().height));
    assert.equal(frames.length, 5);
    for (const height of frames) assert.ok(height > 100, `${height} px`);
    const before = await places(page);
    const preview = await seen(page, `#u-${high} .frame`);
    reader.let();
    await lookAtAll(page);
    assert.deepEqual(displaced(before, await places(page)), []);
    assert.equal(await shifted(page), 0);
    const picture = await seen(page, `#u-${high} .frame`);
    for (const [at, value] of picture.entries())
      assert.ok(Math.abs(value - preview[at]!) < 16, preview.join());
    await page.context().close();
  });

  test(`on a ${where} no picture is wider than its window, and a tall one is seen whole`, async () => {
    const reader = await waiting({ viewport });
    reader.let();
    await lookAtAll(reader.page);
    const { width, height } = (await reader.page.locator(`#u-${high} img`).boundingBox())!;
    assert.ok(width <= viewport.width && height <= viewport.height, `${width} × ${height}`);
    assert.ok(Math.abs(width / height - 900 / 1600) < 0.01, 'at its own proportions');
    const sideways = await reader.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(sideways <= 0, `${sideways} px`);
    await reader.page.context().close();
  });

  test(`on a ${where} a gallery is reached and pushed by keyboard alone`, async () => {
    const reader = await waiting({ viewport });
    reader.let();
    const { page } = reader;
    const isThere = (): Promise<boolean> =>
      page.evaluate(() => document.activeElement?.matches('.strip') === true);
    for (let tabs = 0; tabs < 80 && !(await isThere()); tabs += 1) await page.keyboard.press('Tab');
    assert.ok(await isThere(), 'it takes the focus');
    const strip = page.getByRole('group', { name: '3 pictures, to be scrolled sideways' });
    const outline = await strip.evaluate((one) => getComputedStyle(one).outlineStyle);
    assert.notEqual(outline, 'none');
    const last = strip.locator('li').last();
    const isInView = (): Promise<boolean> =>
      last.evaluate((item) => {
        const { left, right } = item.getBoundingClientRect();
        const view = item.closest('.strip')!.getBoundingClientRect();
        return left >= view.left - 1 && right <= view.right + 1;
      });
    assert.equal(await isInView(), false);
    for (let presses = 0; presses < 100 && !(await isInView()); presses += 1) {
      await page.keyboard.press('ArrowRight');
      await pause(30);
    }
    assert.ok(await isInView(), 'the last picture is pushed into view');
    await page.context().close();
  });

  test(`on a ${where} without script the same pictures stand in the same places`, async () => {
    const plain = await browser.newContext({ viewport, javaScriptEnabled: false });
    const page = await plain.newPage();
    await page.goto(address);
    const before = await places(page);
    for (const img of await page.locator('main img').all()) {
      await img.scrollIntoViewIfNeeded();
      while (!(await img.evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth > 0)))
        await pause(20);
      assert.match(await img.evaluate((one: HTMLImageElement) => one.currentSrc), /\.avif$/);
    }
    assert.deepEqual(displaced(before, await places(page)), []);
    await plain.close();
  });

  for (const colorScheme of SCHEMES)
    test(`on a ${where} axe finds nothing in ${colorScheme}`, async () => {
      const reader = await waiting({ viewport, colorScheme });
      reader.let();
      await lookAtAll(reader.page);
      assert.deepEqual(await (await bringAxe(reader.page))(), []);
      await reader.page.context().close();
    });
}

test('a picture that comes live moves nothing that is read, neither when it is posted nor when it is there', async () => {
  const reader = await waiting({ viewport: WINDOWS.phone });
  const { page } = reader;
  await page.locator('#updates > article').nth(3).scrollIntoViewIfNeeded();
  await startReading(page);
  const { id, seq } = await site.call(`POST /stories/${slug}/updates`, {
    markdown: `![](/media/${tall})\n\n![](/media/${row[0]})\n![](/media/${row[1]})`,
  });
  await reaches(page, seq);
  assert.ok((await moved(page)) < 1, `${await moved(page)} px`);
  reader.let();
  await page.waitForLoadState('load');
  assert.ok((await moved(page)) < 1, `${await moved(page)} px`);
  await page.goto(`${address}#u-${id}`);
  await page.locator(`#u-${id}`).waitFor();
  assert.equal(await page.locator(`#u-${id} img`).count(), 3);
  await page.context().close();
});

test('whoever hears the page is told of each picture: what it shows, its caption, its credit, that a machine made it', async () => {
  const reader = await waiting({ viewport: WINDOWS.desk });
  reader.let();
  const { page } = reader;
  assert.equal(await heardIn(page, `#u-${high} .body`), TALL_HEARD.trim());
  assert.equal(await heardIn(page, `#u-${gallery} .body`), GALLERY_HEARD.trim());
  assert.match(
    await heardIn(page, '.photo'),
    /^figure\n {2}image A barge against a pier\.\n {2}figcaption The barge\.$/,
  );
  assert.ok(await page.locator(`#u-${gallery} .made`, { hasText: 'Made by a machine' }).isVisible());
  await page.context().close();
});
