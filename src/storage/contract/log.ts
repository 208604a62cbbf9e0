import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventHash, NO_HASH, payloadHash } from '../../domain/chain.ts';
import { happeningOf, type LoggedEvent } from '../../domain/event.ts';
import { DEFAULT_SITE } from '../../domain/site.ts';
import { SITE } from '../../domain/slug.ts';
import type { Open } from './opened.ts';
import { after, aStory, commit, opening, posting, someId, tell, topping } from './telling.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** The hashes a log must have, from its metadata and payload hashes alone. */
function chainOf(events: LoggedEvent[]): string[] {
  let hash = NO_HASH;
  return events.map((event) => (hash = eventHash(hash, event)));
}

export function logContract(open: Open): void {
  test('a story’s events are numbered 1, 2, 3 … without gaps, whatever else is written', async () => {
    await using opened = await open();
    const { storage } = opened;
    let bridge = aStory();
    let strike = aStory();
    bridge = await commit(storage, bridge, [opening('bridge')]);
    strike = await commit(storage, strike, [opening('strike'), posting('Trains stand still.')]);
    bridge = await commit(storage, bridge, [
      posting('Divers are on their way.'),
      posting('One lane may open.'),
    ]);
    strike = await commit(storage, strike, [posting('Talks go on.')]);
    const events = await storage.events(bridge.storyId, 0, 10);
    assert.deepEqual(
      events.map((event) => event.seq),
      [1, 2, 3],
    );
    assert.deepEqual(
      (await storage.events(strike.storyId, 0, 10)).map((event) => event.seq),
      [1, 2, 3],
    );
    assert.deepEqual(
      events.map((event) => event.kind),
      ['open', 'post', 'post'],
    );
  });

  test('all logs share one order: positions 1, 2, 3 … as they were committed', async () => {
    await using opened = await open();
    const { storage } = opened;
    let bridge = await commit(storage, aStory(), [opening('bridge')]);
    const strike = await commit(storage, aStory(), [opening('strike'), posting('Trains stand still.')]);
    bridge = await commit(storage, bridge, [posting('Divers are on their way.')]);
    const marks = await storage.marks(0, 10);
    assert.deepEqual(
      marks.map((mark) => mark.position),
      [1, 2, 3, 4],
    );
    assert.deepEqual(
      marks.map((mark) => [mark.storyId, mark.seq]),
      [
        [bridge.storyId, 1],
        [strike.storyId, 1],
        [strike.storyId, 2],
        [bridge.storyId, 2],
      ],
    );
    assert.equal(await storage.position(), 4);
  });

  test('a follower reads on from any number, a page at a time', async () => {
    await using opened = await open();
    const { storage } = opened;
    const told = await commit(storage, aStory(), [
      opening('bridge'),
      ...numbers(9).map((n) => posting(`Line ${n}.`)),
    ]);
    assert.deepEqual(
      (await storage.events(told.storyId, 4, 3)).map((event) => event.seq),
      [5, 6, 7],
    );
    assert.deepEqual(
      (await storage.storyMarks(told.storyId, 8, 100)).map((mark) => mark.seq),
      [9, 10],
    );
    assert.deepEqual(
      (await storage.marks(9, 100)).map((mark) => mark.position),
      [10],
    );
    assert.deepEqual(await storage.events(told.storyId, 10, 5), []);
    assert.equal((await storage.events(told.storyId, 0, Infinity)).length, 10);
  });

  test('an event keeps both clocks: when it took effect and when it was written', async () => {
    await using opened = await open();
    const { storage } = opened;
    const told = await commit(storage, aStory(), [opening('bridge')], {
      at: after(-86_400),
      recordedAt: after(5),
    });
    const [event] = await storage.events(told.storyId, 0, 1);
    assert.equal(event?.at, after(-86_400));
    assert.equal(event?.recordedAt, after(5));
    assert.equal((await storage.findStory({ id: told.storyId }))?.lastAt, after(-86_400));
  });

  test('an event can be read back whole, and its mark tells the same without the words', async () => {
    await using opened = await open();
    const { storage } = opened;
    const post = posting('Divers are on their way.', { title: 'Divers', keyEvent: true });
    const { told, ...change } = tell(aStory(), [opening('bridge'), post]);
    const result = await storage.commit(change);
    const events = await storage.events(told.storyId, 0, 10);
    assert.deepEqual(events.map(happeningOf), [opening('bridge'), post]);
    const marks = events.map(({ storyId, seq, position, at, kind, updateId }) => ({
      storyId,
      seq,
      position,
      at,
      kind,
      updateId,
    }));
    assert.deepEqual(result, { type: 'committed', events: marks });
    assert.deepEqual(await storage.storyMarks(told.storyId, 0, 10), marks);
    assert.equal(marks[1]?.updateId, post.updateId);
  });

  test('anyone can recompute the chain of hashes from the events', async () => {
    await using opened = await open();
    const { storage } = opened;
    let told = await commit(storage, aStory(), [opening('bridge'), posting('One.'), posting('Two.')]);
    told = await commit(storage, told, [topping({ headline: 'Bridge reopens' })]);
    const events = await storage.events(told.storyId, 0, 10);
    assert.deepEqual(
      chainOf(events),
      events.map((event) => event.hash),
    );
    for (const event of events)
      assert.equal(event.payloadHash, payloadHash(event.salt ?? '', event.payload ?? ''));
    assert.equal(new Set(events.map((event) => event.salt)).size, 4, 'every event has a salt of its own');
    const head = { storyId: told.storyId, seq: 4, hash: events[3]?.hash };
    assert.deepEqual(await storage.heads('', 10), [head]);
  });

  test('a story taken in elsewhere, after other stories, keeps its hashes', async () => {
    await using here = await open();
    await using there = await open();
    const told = await commit(here.storage, aStory(), [opening('bridge'), posting('One.')]);
    const exported = await here.storage.events(told.storyId, 0, 10);
    await commit(there.storage, aStory(), [opening('strike'), posting('Trains stand still.')]);
    const { told: _, ...change } = tell(
      aStory(told.storyId),
      exported.map((event) => happeningOf(event)!),
    );
    const events = change.logs[0]!.events.map((event, index) => ({ ...event, salt: exported[index]!.salt! }));
    await there.storage.commit({ ...change, logs: [{ storyId: told.storyId, expectedVersion: 0, events }] });
    const taken = await there.storage.events(told.storyId, 0, 10);
    assert.deepEqual(
      taken.map((event) => event.hash),
      exported.map((event) => event.hash),
    );
    assert.deepEqual(
      taken.map((event) => event.position),
      [3, 4],
    );
  });

  test('words erased by law leave the chain whole and the hole visible, and the log goes on', async () => {
    await using opened = await open();
    const { storage } = opened;
    let told = await commit(storage, aStory(), [opening('bridge'), posting('A name.'), posting('Two.')]);
    await opened.execute(
      `UPDATE events SET payload = NULL, salt = NULL WHERE story_id = '${told.storyId}' AND seq = 2`,
    );
    told = await commit(storage, told, [posting('Three.')]);
    const events = await storage.events(told.storyId, 0, 10);
    assert.deepEqual(
      chainOf(events),
      events.map((event) => event.hash),
    );
    assert.equal(happeningOf(events[1]!), null);
    assert.deepEqual(
      events.map((event) => event.seq),
      [1, 2, 3, 4],
    );
  });

  test('the site is a log too, and posts do not move it', async () => {
    await using opened = await open();
    const { storage } = opened;
    assert.deepEqual({ ...(await storage.site()), lastAt: '' }, { site: DEFAULT_SITE, seq: 0, lastAt: '' });
    const author = { slug: 'ines-okafor', name: 'Ines Okafor', role: 'Night editor', bio: null };
    await commit(storage, aStory(SITE), [
      { kind: 'site', name: 'The Estuary' },
      { kind: 'author', ...author },
    ]);
    await commit(storage, aStory(), [opening('bridge'), posting('One.')]);
    const named = { ...DEFAULT_SITE, name: 'The Estuary', version: 1 };
    assert.deepEqual(await storage.site(), { site: named, seq: 2, lastAt: after(2) });
    assert.deepEqual(await storage.author('ines-okafor'), author);
    const events = await storage.events(SITE, 0, 10);
    assert.deepEqual(
      chainOf(events),
      events.map((event) => event.hash),
    );
    assert.equal(await storage.findStory({ slug: SITE }), null, 'it is no story to read');
    assert.equal(await storage.findStory({ id: SITE }), null);
  });

  test('one commit may carry several logs: one story ends and the next opens', async () => {
    await using opened = await open();
    const { storage } = opened;
    const first = await commit(storage, aStory(), [opening('bridge')]);
    const ending = tell(first, [{ kind: 'state', state: 'ended', until: null }]);
    const next = tell(aStory(), [opening('bridge-day-2')]);
    const result = await storage.commit({
      logs: [...ending.logs, ...next.logs],
      rows: [...ending.rows, ...next.rows],
      activity: [],
    });
    assert.deepEqual(result.type === 'committed' && result.events.map((event) => event.position), [2, 3]);
    assert.equal((await storage.findStory({ slug: 'bridge' }))?.story.state, 'ended');
    assert.equal((await storage.findStory({ slug: 'bridge-day-2' }))?.story.state, 'live');
  });

  test('the heads of all logs can be paged through', async () => {
    await using opened = await open();
    const ids = Array.from({ length: 5 }, someId);
    for (const [index, id] of ids.entries())
      await commit(opened.storage, aStory(id), [opening(`story-${index}`)]);
    const first = await opened.storage.heads('', 3);
    const rest = await opened.storage.heads(first.at(-1)!.storyId, 3);
    assert.deepEqual(
      [...first, ...rest].map((head) => head.storyId),
      ids,
    );
  });
}
