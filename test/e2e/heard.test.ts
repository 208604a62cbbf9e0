import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchBrowser } from './browser.ts';
import { heardIn } from './heard.ts';
import { listen, openReader, reaches } from './reader.ts';
import { openSite } from './site.ts';

const BEFORE = `
article
  link 10:55 p.m. ET
  heading Barge aground
  paragraph A barge lies on the pier.
  paragraph [Share]`;

const POSTED = `
article
  link 10:56 p.m. ET
  figure
    blockquote
      paragraph It held.
    figcaption Joana Prates, harbour engineer · via Radio Norte
  paragraph [Share]`;

const EDITED = `
article
  link 10:55 p.m. ET
  heading Barge aground
  paragraph A barge lies on the pier. It is listing.
  paragraph Edited 10:57 p.m. ET
  paragraph [Share]`;

const CORRECTED = `
article
  link 10:55 p.m. ET
  heading Barge aground
  paragraph A ferry lies on the pier. It is listing.
  paragraph Edited 10:57 p.m. ET
  note
    paragraph Correction, 10:58 p.m. ET
    paragraph We said: –A barge–
    paragraph It should read: +A ferry+
  paragraph [Share]`;

const RETRACTED = `
article
  link 10:56 p.m. ET
  paragraph Retracted 10:59 p.m. ET
  paragraph She was misheard.`;

/** The first of a day has the day before all else. */
const withDay = (articles: string): string =>
  articles.trim().replace('article\n', 'article\n  paragraph Wednesday, February 27\n');

test('a live minute as a screen reader has it: a post, an edit, a correction, a retraction, each told once', async () => {
  await using site = await openSite();
  await using browser = await launchBrowser();
  const { slug } = await site.call('POST /stories', {
    headline: 'Bridge Closed',
    lead: { markdown: 'It is shut.' },
    zone: 'America/New_York',
  });
  const first = await site.call(`POST /stories/${slug}/updates`, {
    title: 'Barge aground',
    markdown: 'A barge lies on the pier.',
  });
  const { page } = await openReader(browser, `${site.url}/stories/${slug}`);
  const said = await listen(page);
  const heard = (): Promise<string> => heardIn(page, '#updates');
  assert.equal(await heard(), withDay(BEFORE));

  /** Something happens, and is said before the next thing does. */
  const happens = async (at: string, request: string, body: object): Promise<string> => {
    await site.clock(`2019-02-28T03:${at}:00Z`);
    const before = (await said()).length;
    const { id, seq } = await site.call(request, body);
    await reaches(page, seq);
    await page.waitForFunction(
      (count) => (globalThis as unknown as { said: string[] }).said.length > count,
      before,
    );
    return id;
  };
  const post = await happens('56', `POST /stories/${slug}/updates`, {
    markdown: '> It held.\n> — Joana Prates, harbour engineer, Radio Norte',
  });
  assert.equal(await heard(), withDay(POSTED) + BEFORE);
  await happens('57', `PATCH /updates/${first.id}`, { markdown: 'A barge lies on the pier. It is listing.' });
  assert.equal(await heard(), withDay(POSTED) + EDITED);
  await happens('58', `POST /updates/${first.id}/corrections`, {
    was: 'A barge',
    is: 'A ferry',
    markdown: 'A ferry lies on the pier. It is listing.',
  });
  assert.equal(await heard(), withDay(POSTED) + CORRECTED);
  await happens('59', `POST /updates/${post}/retraction`, { reason: 'She was misheard.' });
  assert.equal(await heard(), withDay(RETRACTED) + CORRECTED);

  assert.deepEqual(await said(), [
    'New update, 10:56 p.m. ET: It held.',
    'The update of 10:55 p.m. ET was rewritten',
    'Correction to the update of 10:55 p.m. ET',
    'The update of 10:56 p.m. ET was retracted',
  ]);
  const notices = await heardIn(page, '.notices');
  assert.equal(notices, 'region What is new\n  paragraph The update of 10:56 p.m. ET was retracted');
});
