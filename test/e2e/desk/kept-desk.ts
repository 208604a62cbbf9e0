import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { openStory } from '../../../src/commands/open-story.ts';
import type { Role } from '../../../src/domain/desk/people.ts';
import { betweenDesk, type BetweenDesk } from './between-desk.ts';
import { openDesk, type OpenDesk } from './desk.ts';

/** How long its worker may take over something. */
export const WITHIN = { timeout: 30_000 };

/** A story that is open, and a desk that is kept on the device by its worker, reached through something that can be meddled with. */
export type KeptDesk = BetweenDesk &
  Omit<OpenDesk, typeof Symbol.asyncDispose> & {
    storyId: string;
    /** Goes to the story; where its next update's title is written. */
    toStory(): Promise<Locator>;
  };

export async function keptDesk(role: Role = 'editor'): Promise<KeptDesk> {
  await using opening = new AsyncDisposableStack();
  const { site, middle } = opening.use(await betweenDesk());
  const opened = await openStory(site.newsroom, { actor: 'test', input: { headline: 'The barrier holds' } });
  assert.ok(opened.type === 'played');
  const { id: storyId } = opened.story;
  const desk = opening.use(await openDesk(site, role, { kept: true }));
  const { page } = desk;
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, WITHIN);
  const open = opening.move();
  return {
    ...desk,
    site,
    middle,
    storyId,
    async toStory() {
      await page.goto(`${site.url}/desk/stories/${storyId}`);
      const title = page.locator('.region-write .sheet-title');
      await title.waitFor(WITHIN);
      return title;
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}
