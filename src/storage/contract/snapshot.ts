import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SITE } from '../../domain/slug.ts';
import type { UpdateQuery } from '../storage.ts';
import type { Open } from './opened.ts';
import { aStory, commit, insist, opening, posting, someId, tell, topping } from './telling.ts';

const NEWEST: UpdateQuery = { order: 'newest', limit: 20 };

export function snapshotContract(open: Open): void {
  test('a page of updates, newest or oldest first, knows whether there are more', async () => {
    await using opened = await open();
    const { storage } = opened;
    const posts = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'].map((words) => posting(words));
    const { storyId } = await commit(storage, aStory(), [opening('bridge'), ...posts]);
    const page = async (ask: UpdateQuery) => {
      const snapshot = (await storage.snapshot(storyId, ask))!;
      return { seqs: snapshot.updates.map((update) => update.seq), more: snapshot.more };
    };
    assert.deepEqual(await page({ order: 'newest', limit: 2 }), { seqs: [6, 5], more: true });
    assert.deepEqual(await page({ order: 'newest', limit: 2, after: 5 }), { seqs: [4, 3], more: true });
    assert.deepEqual(await page({ order: 'newest', limit: 2, after: 3 }), { seqs: [2], more: false });
    assert.deepEqual(await page({ order: 'oldest', limit: 3 }), { seqs: [2, 3, 4], more: true });
    assert.deepEqual(await page({ order: 'oldest', limit: 2, after: 4 }), { seqs: [5, 6], more: false });
    assert.deepEqual(await page({ order: 'oldest', limit: Infinity }), {
      seqs: [2, 3, 4, 5, 6],
      more: false,
    });
    assert.deepEqual(await page({ order: 'newest', limit: 0 }), { seqs: [], more: false });
    assert.equal(await storage.snapshot(someId(), NEWEST), null);
  });

  test('filters are asked of the database: key events, one author, both', async () => {
    await using opened = await open();
    const posts = [
      posting('One.', { keyEvent: true, author: 'Ines Okafor' }),
      posting('Two.', { author: 'Ines Okafor' }),
      posting('Three.', { keyEvent: true, author: 'Bo Lind' }),
      posting('Four.', { keyEvent: true, author: 'Ines Okafor' }),
    ];
    const { storyId } = await commit(opened.storage, aStory(), [opening('bridge'), ...posts]);
    const seqs = async (ask: Partial<UpdateQuery>) =>
      (await opened.storage.snapshot(storyId, { ...NEWEST, ...ask }))!.updates.map((update) => update.seq);
    assert.deepEqual(await seqs({ keyEventsOnly: true }), [5, 4, 2]);
    assert.deepEqual(await seqs({ author: 'Ines Okafor' }), [5, 3, 2]);
    assert.deepEqual(await seqs({ author: 'Ines Okafor', keyEventsOnly: true, after: 5 }), [2]);
    assert.deepEqual(await seqs({ author: 'ines okafor' }), []);
    assert.deepEqual(await seqs({ keyEventsOnly: true, order: 'oldest', limit: 2 }), [2, 4]);
  });

  test('updates asked for by id are this story’s alone, with the one before each', async () => {
    await using opened = await open();
    const [one, two, three, foreign] = ['One.', 'Two.', 'Three.', 'Elsewhere.'].map((words) =>
      posting(words),
    );
    const { storyId } = await commit(opened.storage, aStory(), [opening('bridge'), one!, two!, three!]);
    await commit(opened.storage, aStory(), [opening('strike'), foreign!]);
    const ids = [three, one, foreign].map((post) => post!.updateId);
    const snapshot = (await opened.storage.snapshot(storyId, {
      ...NEWEST,
      limit: 1,
      ids: [...ids, someId()],
    }))!;
    assert.deepEqual(
      snapshot.updates.map((update) => update.id),
      [one!.updateId, three!.updateId],
    );
    assert.deepEqual(snapshot.previous, { [one!.updateId]: null, [three!.updateId]: two!.updateId });
    assert.equal(snapshot.more, false);
    assert.equal(snapshot.latest?.id, three!.updateId);
  });

  test('the story comes with what its page needs: pin, key events, corrections, summary, authors, site', async () => {
    await using opened = await open();
    const { storage } = opened;
    const author = { slug: 'bo-lind', name: 'Bo Lind', role: null, bio: 'Covers the harbour.' };
    await commit(storage, aStory(SITE), [
      { kind: 'site', name: 'The Estuary' },
      { kind: 'author', ...author },
    ]);
    const [first, second, third] = [
      posting('One.', { keyEvent: true }),
      posting('Two.'),
      posting('Three.', { author: 'Bo Lind' }),
    ];
    const correction = { was: 'Two', is: '2', note: null };
    const told = await commit(storage, aStory(), [
      opening('bridge'),
      first,
      second,
      third,
      topping({
        summary: [
          { text: 'It began.', updateId: first.updateId },
          { text: 'It goes on.', updateId: null },
        ],
      }),
      { kind: 'pin', updateId: second.updateId },
      {
        kind: 'correction',
        updateId: second.updateId,
        correctionId: someId(),
        ...correction,
        title: null,
        body: second.body,
      },
      {
        kind: 'correction',
        updateId: first.updateId,
        correctionId: someId(),
        ...correction,
        title: null,
        body: first.body,
      },
      { kind: 'story-correction', correctionId: someId(), ...correction },
    ]);
    const snapshot = (await storage.snapshot(told.storyId, { order: 'newest', limit: 1 }))!;
    assert.deepEqual(snapshot.story, told.story);
    assert.equal(snapshot.seq, 9);
    assert.deepEqual(
      snapshot.updates.map((update) => update.id),
      [third.updateId],
    );
    assert.deepEqual(snapshot.pinned, told.updates.get(second.updateId));
    assert.deepEqual(
      snapshot.keyEvents.map((update) => update.id),
      [first.updateId],
    );
    assert.deepEqual(
      snapshot.corrections.map(({ updateId, seq }) => [updateId, seq]),
      [
        [second.updateId, 7],
        [null, 9],
      ],
    );
    assert.deepEqual(
      snapshot.summarised.map((update) => update.id),
      [first.updateId],
    );
    assert.deepEqual(snapshot.authors, [author]);
    assert.deepEqual([snapshot.site.name, snapshot.siteSeq], ['The Estuary', 2]);
  });

  test('a story with more updates than a statement takes values is read whole', async () => {
    await using opened = await open();
    const posts = Array.from({ length: 1200 }, (_, index) => posting(`Line ${index}.`));
    const marked = posts[1100]!;
    const fix = {
      correctionId: someId(),
      was: 'Line',
      is: 'Row',
      note: null,
      title: null,
      body: marked.body,
    };
    const { storyId } = await commit(opened.storage, aStory(), [
      opening('long'),
      ...posts,
      { kind: 'correction', updateId: marked.updateId, ...fix },
    ]);
    const whole = (await opened.storage.snapshot(storyId, { order: 'oldest', limit: Infinity }))!;
    assert.equal(whole.updates.length, 1200);
    assert.deepEqual(
      whole.corrections.map((correction) => correction.updateId),
      [marked.updateId],
    );
    const listed = (await opened.storage.snapshot(storyId, {
      ...NEWEST,
      ids: posts.map((post) => post.updateId),
    }))!;
    assert.deepEqual(listed.updates, whole.updates);
  });

  test('what is read together is of one moment, while others write', async () => {
    await using opened = await open();
    const writer = await opened.another();
    const { storyId } = await commit(opened.storage, aStory(), [opening('bridge')]);
    const writing = { goesOn: true };
    const reading = (async () => {
      let moments = 0;
      for (let last = -1; writing.goesOn || last < 40;) {
        const snapshot = (await opened.storage.snapshot(storyId, { order: 'oldest', limit: Infinity }))!;
        assert.equal(snapshot.story.updateCount, snapshot.updates.length);
        assert.equal(snapshot.seq, 1 + snapshot.updates.length);
        assert.equal(snapshot.latest?.seq ?? 1, snapshot.seq);
        assert.equal(snapshot.story.updatedAt, snapshot.lastAt);
        if (snapshot.updates.length !== last) moments += 1;
        last = snapshot.updates.length;
        await new Promise(setImmediate);
      }
      return moments;
    })();
    for (let n = 0; n < 40; n += 1) await insist(writer, storyId, posting(`Line ${n}.`));
    writing.goesOn = false;
    assert.ok((await reading) > 1, 'it was read while it was written');
  });

  test('a change is seen whole or not at all', async () => {
    await using opened = await open();
    const writer = await opened.another();
    const { told, ...change } = tell(aStory(), [opening('bridge'), posting('One.'), posting('Two.')]);
    const committing = writer.commit(change);
    const early = await opened.storage.snapshot(told.storyId, NEWEST);
    if (early) assert.equal(early.updates.length, 2);
    await committing;
    assert.equal((await opened.storage.snapshot(told.storyId, NEWEST))?.updates.length, 2);
  });
}
