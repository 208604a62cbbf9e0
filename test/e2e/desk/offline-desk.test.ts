import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { openStory } from '../../../src/commands/open-story.ts';
import { deskSite } from '../../support/desk-site.ts';
import { eventually } from '../../support/eventually.ts';
import { openDesk } from './desk.ts';

/** Of which the device keeps the answers. */
const keptAddresses = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await (await caches.open('writethru-answers')).keys()).map(({ url }) => url));

test('the desk opens without a network, and shows the stories as they were read last', async () => {
  await using site = await deskSite();
  const opened = await openStory(site.newsroom, { actor: 'test', input: { headline: 'The barrier holds' } });
  assert.equal(opened.type, 'played');
  await using desk = await openDesk(site, 'editor', { kept: true });
  const { page, context, wrongs } = desk;
  await page.getByText('The barrier holds').first().waitFor();
  // What was read before the worker was there is read once more, through it.
  await eventually(async () => (await keptAddresses(page)).includes(`${site.url}/desk/api/stories`));
  await context.setOffline(true);
  await page.goto(`${site.url}/desk`);
  await page.getByText('The barrier holds').first().waitFor();
  const kept = await page.evaluate(async () => {
    const answer = await fetch('/desk/api/session');
    return [answer.status, answer.headers.get('x-from-cache')];
  });
  assert.deepEqual(kept, [200, '1']);
  const other = await page.evaluate(() => fetch('/desk/api/activity').then(String, String));
  assert.match(other, /TypeError/, 'nothing else of the desk is kept');
  await context.setOffline(false);
  await page.evaluate(() => fetch('/desk/api/session', { method: 'DELETE' }));
  assert.deepEqual(await keptAddresses(page), [], 'nothing read is left when somebody signs out');
  wrongs.length = 0;
});
