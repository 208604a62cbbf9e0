import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Happening } from '../../domain/event.ts';
import type { Open } from './opened.ts';
import { after, aStory, commit, opening, posting, someId, tell } from './telling.ts';

const inLang = (slug: string, lang: string): Happening => ({ ...opening(slug), lang }) as Happening;

const translates = (of: string, sourceSeq = 1): Happening => ({ kind: 'translation', of, sourceSeq });

export function translationsContract(open: Open): void {
  test('a story is read with the same in other languages: the original first, then by language', async () => {
    await using opened = await open();
    const { storage } = opened;
    const english = await commit(storage, aStory(), [inLang('flood', 'en')]);
    const korean = await commit(storage, aStory(), [inLang('hongsu', 'ko'), translates(english.storyId)]);
    const german = await commit(storage, aStory(), [
      inLang('flut', 'de'),
      translates(english.storyId),
      { kind: 'translation-stale', sourceSeq: 4, correctedAt: after(60) },
    ]);
    await commit(storage, aStory(), [inLang('strike', 'fr')]);
    const ask = { order: 'newest' as const, limit: 1 };
    const shown = async (storyId: string) => (await storage.snapshot(storyId, ask))?.translations;
    const of = (told: typeof german, slug: string, lang: string, original: boolean, stale: boolean) => ({
      storyId: told.storyId,
      slug,
      lang,
      original,
      stale,
    });
    const all = {
      en: of(english, 'flood', 'en', true, false),
      de: of(german, 'flut', 'de', false, true),
      ko: of(korean, 'hongsu', 'ko', false, false),
    };
    assert.deepEqual(await shown(english.storyId), [all.de, all.ko]);
    assert.deepEqual(await shown(korean.storyId), [all.en, all.de]);
    assert.deepEqual(
      (await storage.linkedStories(german.storyId)).map(({ story, seq }) => [story.slug, seq]),
      [
        ['flood', 1],
        ['hongsu', 2],
      ],
    );
    assert.deepEqual(german.story, (await storage.findStory({ slug: 'flut' }))?.story);
  });

  test('a translation whose original is not here still finds its sisters, and names nobody who is not there', async () => {
    await using opened = await open();
    const { storage } = opened;
    const gone = someId();
    const german = await commit(storage, aStory(), [inLang('flut', 'de'), translates(gone)]);
    assert.deepEqual(await storage.linkedStories(german.storyId), []);
    await commit(storage, aStory(), [inLang('hongsu', 'ko'), translates(gone)]);
    const linked = await storage.linkedStories(german.storyId);
    assert.deepEqual(
      linked.map(({ story }) => story.slug),
      ['hongsu'],
    );
    assert.deepEqual(await storage.linkedStories(gone), []);
  });

  test('a correction and what it means for a translation are one commit: both logs, or neither', async () => {
    await using opened = await open();
    const { storage } = opened;
    const post = posting('Forty cars.');
    const english = await commit(storage, aStory(), [inLang('flood', 'en'), post]);
    const german = await commit(storage, aStory(), [inLang('flut', 'de'), translates(english.storyId)]);
    const retraction = { kind: 'retraction' as const, updateId: post.updateId, reason: 'No.' };
    const correcting = tell(english, [retraction]);
    const stale = { kind: 'translation-stale' as const, sourceSeq: 3, correctedAt: after(3) };
    const staling = tell(german, [stale]);
    const both = {
      logs: [...correcting.logs, ...staling.logs],
      rows: [...correcting.rows, ...staling.rows],
      activity: [],
    };
    await commit(storage, german, [posting('Mehr.')]);
    const refused = await storage.commit(both);
    assert.deepEqual(refused, { type: 'stale', storyId: german.storyId, current: 3 });
    assert.equal((await storage.findStory({ slug: 'flood' }))?.seq, 2);
    const now = (await storage.findStory({ slug: 'flut' }))!;
    const again = tell({ ...german, seq: now.seq, story: now.story }, [stale]);
    const done = await storage.commit({
      logs: [...correcting.logs, ...again.logs],
      rows: [...correcting.rows, ...again.rows],
      activity: [],
    });
    assert.ok(done.type === 'committed');
    assert.deepEqual(
      done.events.map(({ kind, seq }) => [kind, seq]),
      [
        ['retraction', 3],
        ['translation-stale', 4],
      ],
    );
    assert.equal((await storage.findStory({ slug: 'flut' }))?.story.sourceCorrectedAt, after(3));
  });
}
