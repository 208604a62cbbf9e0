import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStory } from '../../../src/commands/open-story.ts';
import { deskSite } from '../../support/desk-site.ts';
import { openDesk } from './desk.ts';

test('the desk opens without a network, and shows the stories as they were read last', async () => {
  await using site = await deskSite();
  const opened = await openStory(site.newsroom, { actor: 'test', input: { headline: 'The barrier holds' } });
  assert.equal(opened.type, 'played');
  await using desk = await openDesk(site, 'editor', { kept: true });
  const { page, context, wrongs } = desk;
  await page.getByText('The barrier holds').first().waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // Read once more, now through the worker.
  await page.reload();
  await page.getByText('The barrier holds').first().waitFor();
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
  const left = await page.evaluate(async () =>
    (await (await caches.open('writethru-answers')).keys()).map(({ url }) => url),
  );
  assert.deepEqual(left, [], 'nothing read is left when somebody signs out');
  wrongs.length = 0;
});
