import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Happening } from '../../domain/event.ts';
import type { Storage } from '../storage.ts';
import type { Open } from './opened.ts';
import { after, aStory, commit, opening, posting, someId, topping, type Told } from './telling.ts';

const opened = (storage: Storage, slug: string, seconds: number): Promise<Told> =>
  commit(storage, aStory(), [opening(slug)], { at: after(seconds) });

type Post = ReturnType<typeof posting>;

const slugsOf = (items: { story: { slug: string } }[]): string[] => items.map(({ story }) => story.slug);

const state = (kind: 'live' | 'paused' | 'ended') => ({ kind: 'state' as const, state: kind, until: null });

export function readingsContract(open: Open): void {
  test('a story is found by its address, by every address it had, and by its id', async () => {
    await using home = await open();
    const { storage } = home;
    const told = await commit(storage, aStory(), [
      opening('bridge'),
      { kind: 'slug', slug: 'harbour-bridge' },
    ]);
    const found = { story: told.story, seq: 2, lastAt: after(2) };
    assert.deepEqual(await storage.findStory({ slug: 'bridge' }), found);
    assert.deepEqual(await storage.findStory({ slug: 'harbour-bridge' }), found);
    assert.deepEqual(await storage.findStory({ id: told.storyId }), found);
    assert.equal(await storage.findStory({ slug: 'Bridge' }), null);
    assert.equal(await storage.findUpdate(someId()), null);
  });

  test('every headline a story ever had is kept, in order', async () => {
    await using home = await open();
    const headlines = ['Bridge closed', 'Bridge may fall', 'Bridge stands'];
    const [first, ...later] = headlines.map((headline) => ({ headline }));
    const told = await commit(home.storage, aStory(), [opening('bridge', first), ...later.map(topping)]);
    const tops = await home.storage.tops(told.storyId);
    assert.deepEqual(
      tops.map(({ version, seq, top }) => [version, seq, top.headline]),
      headlines.map((line, n) => [n + 1, n + 1, line]),
    );
  });

  test('related stories are of the section, the live ones first, without the story itself in any language', async () => {
    await using home = await open();
    const { storage } = home;
    const filed = (slug: string, section: string | null, seconds: number): Promise<Told> =>
      commit(storage, aStory(), [{ ...opening(slug), section } as Happening], { at: after(seconds) });
    const told = await filed('bridge', 'Coast Line', 1);
    const ended = await filed('ferry', 'Coast Line', 5);
    await filed('storm', 'Coast Line', 3);
    await filed('cup', 'Sport', 9);
    const german = await filed('bruecke', 'Coast Line', 4);
    await commit(storage, german, [{ kind: 'translation', of: told.storyId, sourceSeq: 1 }]);
    await commit(storage, ended, [state('ended')], { at: after(10) });
    const related = async (section: string | null, limit = 9): Promise<string[]> =>
      (await storage.relatedStories(told.storyId, section, limit)).map(({ slug }) => slug);
    assert.deepEqual(await related('coast-line'), ['storm', 'ferry']);
    assert.deepEqual(await related('coast-line', 1), ['storm']);
    assert.deepEqual(await related(null), ['cup', 'storm', 'ferry']);
    assert.deepEqual(await related('nowhere'), []);
  });

  test('stories are listed a page at a time, last opened first, also when they opened at one instant', async () => {
    await using home = await open();
    const { storage } = home;
    for (let n = 0; n < 7; n += 1) await opened(storage, `story-${n}`, n < 4 ? 10 : n);
    const all = await storage.listStories({ limit: 100, cursor: null });
    assert.equal(all.next, null);
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<Storage['listStories']>> = await storage.listStories({
        limit: 2,
        cursor,
      });
      paged.push(...slugsOf(page.items));
      cursor = page.next;
    } while (cursor !== null);
    assert.deepEqual(paged, slugsOf(all.items));
    assert.deepEqual(paged, ['story-3', 'story-2', 'story-1', 'story-0', 'story-6', 'story-5', 'story-4']);
  });

  test('who pages through the list while stories open and go on sees each older one once', async () => {
    await using home = await open();
    const { storage } = home;
    const old: Told[] = [];
    for (let n = 0; n < 6; n += 1) old.push(await opened(storage, `old-${n}`, n));
    const seen: string[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { items, next }: Awaited<ReturnType<Storage['listStories']>> = await storage.listStories({
        limit: 2,
        cursor,
      });
      seen.push(...slugsOf(items));
      cursor = next;
      await opened(storage, `new-${page}`, 100 + page);
      old[0] = await commit(storage, old[0]!, [posting('Still going on.')], { at: after(200 + page) });
    }
    assert.deepEqual(seen, ['old-5', 'old-4', 'old-3', 'old-2', 'old-1', 'old-0']);
    assert.equal(cursor, null);
  });

  test('a cursor that is none of ours ends the list, no more', async () => {
    await using home = await open();
    await opened(home.storage, 'bridge', 1);
    for (const cursor of ['', ' ', '\0', `' OR 1=1`, '0']) {
      const { items } = await home.storage.listStories({ limit: 5, cursor });
      assert.ok(items.length <= 1);
    }
  });

  test('the front page shows live stories, then paused, then ended, each by last update', async () => {
    await using home = await open();
    const { storage } = home;
    const [quiet, busy, paused, ended] = [aStory(), aStory(), aStory(), aStory()];
    await commit(storage, quiet, [opening('quiet')], { at: after(1) });
    await commit(storage, ended, [opening('ended'), state('ended')], { at: after(90) });
    await commit(storage, paused, [opening('paused'), state('paused')], { at: after(80) });
    const wrong = posting('Wrong.');
    const told = await commit(storage, busy, [opening('busy'), posting('One.'), wrong], { at: after(5) });
    await commit(storage, told, [{ kind: 'retraction', updateId: wrong.updateId, reason: 'Not so.' }], {
      at: after(6),
    });
    const front = await storage.frontPage(10);
    assert.deepEqual(slugsOf(front.cards), ['busy', 'quiet', 'paused', 'ended']);
    assert.equal(front.position, await storage.position());
    assert.equal(front.siteSeq, 0);
    assert.deepEqual(front.cards[0]?.latest?.seq, 2, 'the latest that still stands');
    assert.equal(front.cards[1]?.latest, null);
    assert.deepEqual(slugsOf((await storage.frontPage(3)).cards), ['busy', 'quiet', 'paused']);
  });

  test('an author’s stories come last opened first, no more than asked for', async () => {
    await using home = await open();
    const { storage } = home;
    for (let n = 0; n < 4; n += 1) await opened(storage, `story-${n}`, n);
    const first = await storage.storiesByAuthor('Ines Okafor', { limit: 3, cursor: null });
    assert.deepEqual(slugsOf(first.items), ['story-3', 'story-2', 'story-1']);
    const rest = await storage.storiesByAuthor('Ines Okafor', { limit: 3, cursor: first.next });
    assert.deepEqual([slugsOf(rest.items), rest.next], [['story-0'], null]);
    assert.deepEqual(await storage.recentSlugs(2), ['story-3', 'story-2']);
  });

  test('updates are told by when each last changed in substance, stories too', async () => {
    await using home = await open();
    const { storage } = home;
    const [one, two, three] = ['One.', 'Two.', 'Three.'].map((words) => posting(words)) as [Post, Post, Post];
    let told = await commit(storage, aStory(), [opening('bridge'), one, two, three]);
    await opened(storage, 'strike', 60);
    const changed = (limit: number) => storage.lastChanged(told.storyId, limit);
    const addresses = async () =>
      (await storage.storyAddresses(5)).map(({ slug, updatedAt }) => [slug, updatedAt]);
    assert.deepEqual(await changed(5), [three.updateId, two.updateId, one.updateId]);
    assert.deepEqual(await addresses(), [
      ['strike', after(60)],
      ['bridge', after(4)],
    ]);
    const words = { author: null, analysis: false, title: null, body: one.body };
    told = await commit(storage, told, [{ kind: 'small-edit', updateId: two.updateId, ...words }], {
      at: after(70),
    });
    assert.deepEqual(await changed(2), [three.updateId, two.updateId], 'a spelling is none');
    told = await commit(storage, told, [{ kind: 'retraction', updateId: one.updateId, reason: 'No.' }], {
      at: after(80),
    });
    assert.deepEqual(await changed(5), [one.updateId, three.updateId, two.updateId]);
    assert.deepEqual((await addresses())[0], ['bridge', after(80)]);
    assert.deepEqual(await storage.lastChanged(someId(), 5), []);
  });
}
