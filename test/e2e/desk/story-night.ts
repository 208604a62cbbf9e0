import assert from 'node:assert/strict';
import { pinUpdate } from '../../../src/commands/pin-update.ts';
import { retractUpdate } from '../../../src/commands/retract-update.ts';
import { paragraphs } from '../../../src/domain/document.ts';
import type { Person } from '../../../src/domain/desk/people.ts';
import { putDraft, updateContent } from '../../support/desk-drafts.ts';
import type { DeskSite } from '../../support/desk-site.ts';
import { editorAt } from '../../support/desk.ts';

export type Night = {
  storyId: string;
  slug: string;
  updates: { lunch: string; hotels: string; wrong: string };
};

/** A story in the middle of its night: updates of every kind, and drafts on their way. */
export async function aNight({ newsroom }: DeskSite, reporter?: Person): Promise<Night> {
  const editor = editorAt(newsroom);
  const opened = await editor.opens({
    headline: 'Leaders Meet in Hanoi, and a Deal Is in Sight',
    dek: 'A signing is expected this afternoon.',
    lead: paragraphs([
      'The two leaders sat down for a second day of talks. A signing ceremony is planned for 2 p.m.',
    ]),
    byline: ['Edda Editor'],
    zone: 'America/New_York',
    placeZone: 'Asia/Ho_Chi_Minh',
    section: 'World',
  });
  const { id: storyId, slug } = opened.story;
  newsroom.clock.pass(70);
  const lunch = await editor.posts(
    slug,
    'The working lunch is off, CNN reports. The table had been laid for an hour.',
    {
      title: 'Lunch is off',
      keyEvent: true,
      author: 'Rosa Reporter',
    },
  );
  newsroom.clock.pass(85);
  const hotels = await editor.posts(
    slug,
    'Both leaders are back at their hotels. Share prices in Seoul are falling.',
    {
      author: 'Rosa Reporter',
    },
  );
  newsroom.clock.pass(10);
  const wrong = await editor.posts(slug, 'Lunch is back on, a guard says.', { title: 'Lunch is back on' });
  newsroom.clock.pass(2);
  await editor.corrects(
    hotels,
    'Share prices in Tokyo',
    'Share prices in Seoul',
    'Both leaders are back at their hotels. Share prices in Seoul are falling by 2 percent.',
  );
  newsroom.clock.pass(2);
  await editor.onUpdate(wrong, retractUpdate(wrong, 'The guard spoke of another day.'));
  await editor.onUpdate(lunch, pinUpdate(lunch));
  newsroom.clock.pass(2);
  if (reporter) {
    const of = { storyId, createdBy: reporter.id };
    await putDraft(newsroom, {
      ...of,
      status: 'filed',
      filedBy: reporter.id,
      filedAt: newsroom.clock.now(),
      content: updateContent(
        'The press secretary says no agreement was reached. The teams look forward to meeting again.',
        {
          title: 'No agreement, the White House says',
        },
      ),
    });
    // Begun a moment before the other was filed: it stands under it.
    const createdAt = new Date(Date.parse(newsroom.clock.now()) - 1000).toISOString();
    const content = updateContent('Motorcades are forming outside the hotel.');
    await putDraft(newsroom, { ...of, createdAt, content });
  }
  return { storyId, slug, updates: { lunch, hotels, wrong } };
}

/** A wait that ends as soon as something holds; for what the newsroom knows rather than the page. */
export async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`never: ${what}`);
}
