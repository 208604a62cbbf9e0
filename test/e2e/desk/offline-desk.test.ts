import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStory } from '../../../src/commands/open-story.ts';
import { deskSite } from '../../support/desk-site.ts';
import { eventually } from '../../support/eventually.ts';
import { betweenDesk } from './between-desk.ts';
import { keptAnswers, openDesk } from './desk.ts';
import { WITHIN } from './kept-desk.ts';

test('the desk opens without a network, and shows the stories as they were read last', async () => {
  await using site = await deskSite();
  const opened = await openStory(site.newsroom, { actor: 'test', input: { headline: 'The barrier holds' } });
  assert.equal(opened.type, 'played');
  await using desk = await openDesk(site, 'editor', { kept: true });
  const { page, context, wrongs } = desk;
  await page.getByText('The barrier holds').first().waitFor();
  // What was read before the worker was there is read once more, through it.
  await eventually(async () => (await keptAnswers(page)).includes('/desk/api/stories'));
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
  assert.deepEqual(await keptAnswers(page), [], 'nothing read is left when somebody signs out');
  wrongs.length = 0;
});

test('a story that is open before the desk is kept on the device is kept with it', async () => {
  await using between = await betweenDesk();
  const { site, middle } = between;
  const opened = await openStory(site.newsroom, { actor: 'test', input: { headline: 'The barrier holds' } });
  assert.ok(opened.type === 'played');
  const { id } = opened.story;
  const gate = Promise.withResolvers<void>();
  middle.meddle = ({ path }) => (path === '/desk/sw.js' ? { hold: gate.promise } : null);
  await using desk = await openDesk(site, 'editor', { kept: true, at: `/stories/${id}` });
  const { page, context, wrongs } = desk;
  const title = page.locator('.region-write .sheet-title');
  await title.waitFor(WITHIN);
  gate.resolve();
  await eventually(async () => (await keptAnswers(page)).includes(`/desk/api/stories/${id}`));
  await context.setOffline(true);
  await page.reload();
  await title.waitFor(WITHIN);
  wrongs.length = 0;
});
