import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchBrowser } from './browser.ts';
import { openFullStory } from './full-story.ts';
import { openReader } from './reader.ts';
import { openSite } from './site.ts';

test('the follow box leads to feeds that a browser’s own XML parser reads, and to the sitemaps’ as well', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug } = await openFullStory(site);
  const { page, faults } = await openReader(browser, `${site.url}/stories/${slug}`);
  const links = page.locator('.follow a');
  assert.deepEqual(await links.allTextContents(), ['RSS', 'Atom', 'JSON Feed']);
  const own = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
  const paths = [...own, '/feed.xml', '/feed.atom', '/feed.json', '/sitemap.xml', '/news-sitemap.xml'];
  const read = await page.evaluate(
    (asked) =>
      Promise.all(
        asked.map(
          (path) =>
            new Promise<string>((resolve) => {
              const request = new XMLHttpRequest();
              request.open('GET', path);
              request.addEventListener('load', () => {
                if (path.endsWith('.json'))
                  resolve((JSON.parse(request.responseText) as { version: string }).version);
                else
                  resolve(
                    request.responseXML?.documentElement.localName ?? `no XML: ${request.responseText}`,
                  );
              });
              request.send();
            }),
        ),
      ),
    paths,
  );
  const json = 'https://jsonfeed.org/version/1.1';
  assert.deepEqual(read, ['rss', 'feed', json, 'rss', 'feed', json, 'urlset', 'urlset']);
  assert.deepEqual(faults, []);
});
