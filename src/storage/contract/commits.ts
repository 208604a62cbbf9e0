import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Change, Storage } from '../storage.ts';
import type { Open, Opened } from './opened.ts';
import { after, aStory, commit, opening, posting, someId, tell } from './telling.ts';

const anAnswer = (key: string, answer: Partial<Answer> = {}): Answer => ({
  tokenId: someId(),
  key,
  requestHash: 'aa55',
  status: 201,
  headers: { location: '/stories/bridge', etag: '"1"' },
  body: '{"id":"1","note":"“quoted”"}',
  at: after(1),
  ...answer,
});

const TABLES = [
  'logs',
  'events',
  'stories',
  'slugs',
  'tops',
  'updates',
  'corrections',
  'bylines',
  'activity',
  'answers',
  'imports',
];

async function everything({ execute }: Opened): Promise<unknown[]> {
  const tables: unknown[] = [];
  for (const table of TABLES) tables.push(await execute(`SELECT * FROM ${table} ORDER BY 1, 2`));
  return tables;
}

async function refusesWhole(opened: Opened, change: Change, error = /constraint/i): Promise<void> {
  const before = await everything(opened);
  await assert.rejects(opened.storage.commit(change), error);
  assert.deepEqual(await everything(opened), before, 'nothing of it is written');
}

/** Imports bytes, always the same, as a new story. */
async function take(storage: Storage, slug: string) {
  const { told, ...change } = tell(aStory(), [opening(slug)]);
  const imported = { digest: 'd1'.repeat(32), storyId: told.storyId, at: after(1) };
  return { storyId: told.storyId, result: await storage.commit({ ...change, imported }) };
}

export function commitsContract(open: Open): void {
  test('a change that breaks in its middle has changed nothing, and the next one is taken', async () => {
    await using opened = await open();
    const told = await commit(opened.storage, aStory(), [opening('bridge')]);
    const { told: next, ...change } = tell(told, [posting('One.'), posting('Two.')]);
    const activity = [
      {
        id: someId(),
        at: after(2),
        actor: 'token 1',
        action: 'post',
        storyId: told.storyId,
        seq: 2,
        subject: null,
        detail: null,
      },
    ];
    const broken = change.rows.map((row) =>
      row.row === 'update' && row.value.seq === 3
        ? { ...row, value: { ...row.value, at: null as unknown as string } }
        : row,
    );
    await refusesWhole(opened, { ...change, activity, rows: broken, answer: anAnswer('k') });
    await refusesWhole(opened, { ...change, activity: [...activity, ...activity] });
    assert.equal((await opened.storage.commit({ ...change, activity })).type, 'committed');
    assert.equal((await opened.storage.findStory({ id: told.storyId }))?.seq, next.seq);
  });

  test('a change decided on a log that has moved on is refused with where the log is now', async () => {
    await using opened = await open();
    const told = await commit(opened.storage, aStory(), [opening('bridge')]);
    await commit(opened.storage, told, [posting('One.')]);
    const { told: _, ...late } = tell(told, [posting('Another.')]);
    const before = await everything(opened);
    assert.deepEqual(await opened.storage.commit(late), { type: 'stale', storyId: told.storyId, current: 2 });
    const early = { ...late, logs: [{ ...late.logs[0]!, expectedVersion: 7 }] };
    assert.deepEqual(await opened.storage.commit(early), {
      type: 'stale',
      storyId: told.storyId,
      current: 2,
    });
    assert.deepEqual(await everything(opened), before);
  });

  test('an expected version alone guards a log that the change does not write', async () => {
    await using opened = await open();
    const bridge = await commit(opened.storage, aStory(), [opening('bridge')]);
    const { told: _, ...change } = tell(aStory(), [opening('strike')]);
    const guard = { storyId: bridge.storyId, expectedVersion: 0, events: [] };
    assert.deepEqual(await opened.storage.commit({ ...change, logs: [guard, ...change.logs] }), {
      type: 'stale',
      storyId: bridge.storyId,
      current: 1,
    });
  });

  test('an address another story has, or ever had, is refused', async () => {
    await using opened = await open();
    const bridge = await commit(opened.storage, aStory(), [
      opening('bridge'),
      { kind: 'slug', slug: 'harbour-bridge' },
    ]);
    const before = await everything(opened);
    for (const slug of ['bridge', 'harbour-bridge']) {
      const { told: _, ...change } = tell(aStory(), [opening(slug)]);
      assert.deepEqual(await opened.storage.commit(change), {
        type: 'slug-taken',
        slug,
        storyId: bridge.storyId,
      });
    }
    assert.deepEqual(await everything(opened), before);
  });

  test('two stories of one change cannot have one address', async () => {
    await using opened = await open();
    const first = tell(aStory(), [opening('bridge')]);
    const second = tell(aStory(), [opening('bridge')]);
    const change = {
      logs: [...first.logs, ...second.logs],
      rows: [...first.rows, ...second.rows],
      activity: [],
    };
    const refusal = { type: 'slug-taken', slug: 'bridge', storyId: first.told.storyId };
    assert.deepEqual(await opened.storage.commit(change), refusal);
    assert.equal(await opened.storage.position(), 0);
  });

  test('a story may take back an address it had', async () => {
    await using opened = await open();
    const slugs = ['harbour-bridge', 'bridge'].map((slug) => ({ kind: 'slug' as const, slug }));
    const told = await commit(opened.storage, aStory(), [opening('bridge'), ...slugs]);
    assert.equal((await opened.storage.findStory({ slug: 'harbour-bridge' }))?.story.slug, 'bridge');
    assert.equal((await opened.storage.findStory({ slug: 'bridge' }))?.story.id, told.storyId);
  });

  test('a retry is given the first answer, word for word, and nothing is written twice', async () => {
    await using opened = await open();
    const told = await commit(opened.storage, aStory(), [opening('bridge')]);
    const answer = anAnswer('retry-me');
    const { told: next, ...change } = tell(told, [posting('One.')]);
    assert.equal((await opened.storage.commit({ ...change, answer })).type, 'committed');
    assert.deepEqual(await opened.storage.answers.find(answer.tokenId, 'retry-me'), answer);
    const { told: _, ...again } = tell(next, [posting('One.')]);
    const other = { ...answer, body: 'another', requestHash: 'bb' };
    assert.deepEqual(await opened.storage.commit({ ...again, answer: other }), { type: 'answered', answer });
    assert.deepEqual(
      await opened.storage.commit({ ...change, answer }),
      { type: 'answered', answer },
      'rather than stale',
    );
    assert.equal(await opened.storage.position(), 2);
    const elsewhere = { ...answer, tokenId: someId() };
    assert.equal(
      (await opened.storage.commit({ ...again, answer: elsewhere })).type,
      'committed',
      'keys are per token',
    );
  });

  test('an answer can be kept with a change that writes no event', async () => {
    await using opened = await open();
    const answer = anAnswer('nothing-changed', { status: 200, headers: {} });
    const result = await opened.storage.commit({ logs: [], rows: [], activity: [], answer });
    assert.deepEqual(result, { type: 'committed', events: [] });
    assert.deepEqual(await opened.storage.answers.find(answer.tokenId, answer.key), answer);
  });

  test('the same bytes are imported once', async () => {
    await using opened = await open();
    const first = await take(opened.storage, 'bridge');
    assert.equal(first.result.type, 'committed');
    const second = await take(opened.storage, 'bridge-again');
    assert.deepEqual(second.result, { type: 'already-imported', storyId: first.storyId });
    assert.equal(await opened.storage.importedStory('d1'.repeat(32)), first.storyId);
    assert.equal(await opened.storage.importedStory('00'), null);
  });

  test('who did what is written in the commit it tells of', async () => {
    await using opened = await open();
    const { told, ...change } = tell(aStory(), [opening('bridge')]);
    const entry = {
      id: someId(),
      at: after(1),
      actor: 'cli',
      action: 'open',
      storyId: told.storyId,
      seq: 1,
      subject: null,
      detail: { words: 0 },
    };
    await opened.storage.commit({ ...change, activity: [entry] });
    const rows = await opened.execute('SELECT id, at, actor, action, story_id, seq FROM activity');
    assert.deepEqual(
      rows.map((row) => ({ ...row })),
      [{ id: entry.id, at: entry.at, actor: 'cli', action: 'open', story_id: told.storyId, seq: 1 }],
    );
  });

  test('an update of one story is never taken over by another', async () => {
    await using opened = await open();
    const post = posting('One.');
    const bridge = await commit(opened.storage, aStory(), [opening('bridge'), post]);
    const { told: _, ...change } = tell(aStory(), [opening('copy'), post]);
    await refusesWhole(opened, change, /belongs to another story/);
    assert.equal((await opened.storage.findUpdate(post.updateId))?.storyId, bridge.storyId);
  });

  test('a retracted update takes its corrections with it', async () => {
    await using opened = await open();
    const { storage } = opened;
    const post = posting('Forty cars.');
    const fix = {
      kind: 'correction' as const,
      updateId: post.updateId,
      correctionId: someId(),
      note: null,
      title: null,
    };
    let told = await commit(storage, aStory(), [
      opening('bridge'),
      post,
      { ...fix, was: 'Forty cars', is: 'Fourteen cars', body: post.body },
      { kind: 'story-correction', correctionId: someId(), was: 'north', is: 'south', note: 'The pier.' },
    ]);
    assert.deepEqual(
      (await storage.corrections(told.storyId)).map((correction) => correction.was),
      ['Forty cars', 'north'],
    );
    told = await commit(storage, told, [
      { kind: 'retraction', updateId: post.updateId, reason: 'It was another bridge.' },
    ]);
    assert.deepEqual(
      (await storage.corrections(told.storyId)).map((correction) => correction.was),
      ['north'],
    );
    const update = await storage.findUpdate(post.updateId);
    assert.equal(update?.status, 'retracted');
    assert.doesNotMatch(JSON.stringify(update), /cars/);
  });

  test('a long night is imported in one commit', async () => {
    await using opened = await open();
    const posts = Array.from({ length: 700 }, (_, index) => posting(`Line ${index}.`));
    const told = await commit(opened.storage, aStory(), [opening('long'), ...posts]);
    assert.equal((await opened.storage.findStory({ id: told.storyId }))?.story.updateCount, 700);
    assert.equal((await opened.storage.marks(0, 1000)).length, 701);
  });
}
