import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EventMark } from '../../domain/event.ts';
import type { Storage } from '../storage.ts';
import type { Open } from './opened.ts';
import { aStory, commit, insist, opening, posting, tell } from './telling.ts';

/** Follows the one order as a channel does, until it has seen so many; what it sees must never have a hole. */
async function followed(storage: Storage, until: number): Promise<EventMark[]> {
  const seen: EventMark[] = [];
  while (seen.length < until) {
    for (const mark of await storage.marks(seen.length, 50)) {
      assert.equal(mark.position, seen.length + 1, 'a position appears only after all before it');
      seen.push(mark);
    }
    await new Promise(setImmediate);
  }
  return seen;
}

export function writersContract(open: Open): void {
  test('many writers on several stories and two handles: no gap, no hole, no event lost or doubled', async () => {
    await using opened = await open();
    const handles = [opened.storage, await opened.another()];
    const stories = await Promise.all(
      ['bridge', 'strike', 'storm'].map((slug) => commit(opened.storage, aStory(), [opening(slug)])),
    );
    const each = 8;
    const writers = handles.flatMap((storage) =>
      stories.flatMap(({ storyId }) => [storyId, storyId].map((id) => ({ storage, id }))),
    );
    const all = stories.length + writers.length * each;
    const following = followed(await opened.another(), all);
    const acknowledged = await Promise.all(
      writers.map(async ({ storage, id }) => {
        const events: EventMark[] = [];
        for (let n = 0; n < each; n += 1)
          events.push(...(await insist(storage, id, posting(`Line ${n}.`))).events);
        return events;
      }),
    );
    const seen = await following;
    assert.equal(await opened.storage.position(), all);
    for (const events of acknowledged) {
      for (const event of events)
        assert.deepEqual(seen[event.position - 1], event, 'what was acknowledged is there');
      const positions = events.map((event) => event.position);
      assert.deepEqual(
        positions,
        positions.toSorted((a, b) => a - b),
      );
    }
    for (const { storyId } of stories) {
      const seqs = seen.filter((mark) => mark.storyId === storyId).map((mark) => mark.seq);
      assert.deepEqual(
        seqs,
        Array.from({ length: 1 + 4 * each }, (_, index) => index + 1),
      );
      assert.equal((await opened.storage.findStory({ id: storyId }))?.story.updateCount, 4 * each);
    }
  });

  test('of two who decide on one version, one is taken and the other is told', async () => {
    await using opened = await open();
    const other = await opened.another();
    const told = await commit(opened.storage, aStory(), [opening('bridge')]);
    const changes = [opened.storage, other].map((storage) => {
      const { told: _, ...change } = tell(told, [posting('Only one of us.')]);
      return storage.commit(change);
    });
    const results = await Promise.all(changes);
    assert.deepEqual(results.map((result) => result.type).toSorted(), ['committed', 'stale']);
  });

  test('of two who open under one address, one gets it', async () => {
    await using opened = await open();
    const other = await opened.another();
    const results = await Promise.all(
      [opened.storage, other].map((storage) => {
        const { told: _, ...change } = tell(aStory(), [opening('bridge')]);
        return storage.commit(change);
      }),
    );
    assert.deepEqual(results.map((result) => result.type).toSorted(), ['committed', 'slug-taken']);
  });

  test('one key sent twice at once is answered once, from whichever node', async () => {
    await using opened = await open();
    const other = await opened.another();
    const answer = {
      tokenId: 't',
      key: 'k',
      requestHash: 'h',
      status: 201,
      headers: {},
      body: '{}',
      at: '2026-02-03T21:00:00.000Z',
    };
    const results = await Promise.all(
      [opened.storage, other].map((storage, index) => {
        const { told: _, ...change } = tell(aStory(), [opening(`story-${index}`)]);
        return storage.commit({ ...change, answer });
      }),
    );
    assert.deepEqual(results.map((result) => result.type).toSorted(), ['answered', 'committed']);
    assert.equal(await opened.storage.position(), 1);
  });
}
