import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LANGUAGES } from '../../../src/desk/console/words/languages.ts';
import { putDraft, updateContent } from '../../support/desk-drafts.ts';
import { deskSite } from '../../support/desk-site.ts';
import { openDesk } from './desk.ts';
import { aNight } from './story-night.ts';

/** What each language calls the newsroom’s zone, in the browser as on the server. */
const NEW_YORK: Record<keyof typeof LANGUAGES, string> = {
  en: 'ET',
  de: '(New York)',
  fr: '(New York)',
  es: '(Nueva York)',
  pt: '(Nova York)',
  ko: '(뉴욕)',
  vi: 'EST',
  ar: '(نيويورك)',
};

test('on a phone every clock of the stream stands in one line, and names its zone in the language of the desk', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const { storyId } = await aNight(site);
  const tomorrow = new Date(Date.parse(site.newsroom.clock.now()) + 26 * 3_600_000).toISOString();
  await putDraft(site.newsroom, {
    storyId,
    createdBy: ada.person.id,
    status: 'scheduled',
    publishAt: tomorrow,
    scheduledBy: ada.person.id,
    content: updateContent('Talks go on.'),
  });
  await using editor = await openDesk(site, ada, { width: 360, at: `/stories/${storyId}` });
  const { page } = editor;
  for (const [lang, zone] of Object.entries(NEW_YORK)) {
    await ada.ask('PATCH /account', { body: { lang } });
    await page.reload();
    await page.locator(`html[lang=${lang}]`).waitFor();
    await page.locator('.story-tab').nth(2).tap();
    await page.locator('.entry').first().waitFor();
    const clocks = page.locator('.entry-time > *');
    const seen = await clocks.evaluateAll((all) =>
      all.map((one) => {
        const { lineHeight } = getComputedStyle(one);
        const isOneLine = (one as HTMLElement).offsetHeight < Number.parseFloat(lineHeight) * 1.5;
        const box = one.getBoundingClientRect();
        return { words: one.textContent, fits: isOneLine && box.left >= 0 && box.right <= innerWidth };
      }),
    );
    assert.ok(seen.length > 6);
    assert.deepEqual(
      seen.filter(({ fits }) => !fits),
      [],
      lang,
    );
    assert.ok(seen[0]?.words.includes(zone), `${lang}: ${seen[0]?.words}`);
  }
});
