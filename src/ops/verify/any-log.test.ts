import assert from 'node:assert/strict';
import { after as afterAll, test } from 'node:test';
import fc from 'fast-check';
import { freshDatabase } from '../../../test/support/postgres.ts';
import type { Happening } from '../../domain/event.ts';
import {
  after,
  aStory,
  aTop,
  commit,
  opening,
  posting,
  someId,
  text,
  type Told,
} from '../../storage/contract/telling.ts';
import { reusing, type Open } from '../../storage/contract/opened.ts';
import { homeOn } from '../../storage/postgres/opened.ts';
import { inline } from '../../storage/sqlite/opened.ts';
import { verify } from '../verify.ts';
import { runs } from '../../../test/support/runs.ts';

/** Any text a command may write: all of Unicode but NUL and halves of characters. */
const words = fc
  .string({ unit: 'binary', maxLength: 30 })
  .map((each) => each.toWellFormed().replaceAll('\0', ''));
const maybe = fc.option(words);
const flag = fc.boolean();
const top = fc
  .record({
    headline: words,
    dek: maybe,
    credit: maybe,
    byline: fc.array(words, { maxLength: 3 }),
    lead: words,
  })
  .map(({ lead, ...rest }) => aTop({ ...rest, lead: text(lead) }));
const instant = fc.integer({ min: -100_000, max: 100_000 }).map(after);

/** A happening that can follow whatever stands; `id` names an update that was posted before it. */
type Following = (id: string) => Happening;

const onUpdate: fc.Arbitrary<Following> = fc.oneof(
  fc
    .record({
      kind: fc.constantFrom('edit', 'small-edit' as const),
      title: maybe,
      author: maybe,
      analysis: flag,
      body: words,
    })
    .map(({ body, ...rest }): Following => (updateId) => ({ ...rest, updateId, body: text(body) })),
  fc
    .record({ was: words, is: words, note: maybe, title: maybe, body: words })
    .map(({ body, ...rest }): Following => (updateId) => ({
      kind: 'correction',
      ...rest,
      updateId,
      correctionId: someId(),
      body: text(body),
    })),
  words.map((reason): Following => (updateId) => ({ kind: 'retraction', updateId, reason })),
  flag.map((marked): Following => (updateId) => ({ kind: 'key-event', updateId, marked })),
  fc.constantFrom('pin', 'unpin' as const).map((kind): Following => (updateId) => ({ kind, updateId })),
);

const onStory: fc.Arbitrary<Following> = fc.oneof(
  top.map((each): Following => () => ({ kind: 'top', top: each })),
  fc.record({ was: maybe, is: words, note: maybe }).map((told): Following => () => ({
    kind: 'story-correction',
    correctionId: someId(),
    ...told,
  })),
  fc.nat(5).map((n): Following => () => ({ kind: 'slug', slug: `bridge-${n}` })),
  fc
    .record({ state: fc.constantFrom('live', 'paused', 'ended' as const), until: fc.option(instant) })
    .map((state): Following => () => ({ kind: 'state', ...state })),
  fc
    .record({ lang: words, zone: words, placeZone: maybe, section: maybe })
    .map((details): Following => () => ({ kind: 'details', ...details })),
  fc.option(fc.integer({ min: 1, max: 50 })).map((sourceSeq): Following => () => ({
    kind: 'translation',
    of: sourceSeq === null ? null : someId(),
    sourceSeq,
  })),
  fc
    .record({ sourceSeq: fc.integer({ min: 1, max: 50 }), correctedAt: instant })
    .map((stale): Following => () => ({ kind: 'translation-stale', ...stale })),
  fc
    .array(fc.record({ storyId: words, slug: words, lang: words }), { maxLength: 3 })
    .map((others): Following => () => ({ kind: 'translations', others })),
);

const post = fc
  .record({ title: maybe, author: maybe, timeKnown: flag, keyEvent: flag, analysis: flag, body: words })
  .map(({ body, ...rest }) => ({ body, rest }));

type Step = { commit: boolean; at: string; update: number; happening: Following | null };

const step: fc.Arbitrary<Step> = fc.record({
  commit: flag,
  at: instant,
  update: fc.nat(20),
  happening: fc.oneof(
    { weight: 3, arbitrary: onUpdate },
    { weight: 2, arbitrary: onStory },
    {
      weight: 3,
      arbitrary: post.map(
        ({ body, rest }): Following =>
          () =>
            posting(body, rest),
      ),
    },
  ),
});

async function anyLog(opened: Awaited<ReturnType<Open>>, steps: Step[], erased: number[]): Promise<number> {
  const { storage, execute } = opened;
  const first = posting('First.');
  let told: Told = await commit(storage, aStory(), [opening('bridge'), first]);
  await commit(storage, aStory(), [opening('strike')]);
  const posted = [first.updateId];
  let waiting: Happening[] = [];
  for (const { happening, update, commit: now, at } of steps) {
    const next = happening?.(posted[update % posted.length]!) ?? posting('Nothing new.');
    if (next.kind === 'post') posted.push(next.updateId);
    waiting.push(next);
    if (!now) continue;
    told = await commit(storage, told, waiting, { at });
    waiting = [];
  }
  if (waiting.length > 0) told = await commit(storage, told, waiting);
  const seqs = [...new Set(erased.map((n) => (n % told.seq) + 1))];
  const where = `story_id = '${told.storyId}' AND seq IN (${[0, ...seqs].join(', ')})`;
  await execute(`UPDATE events SET payload = NULL, salt = NULL WHERE ${where}`);
  return seqs.length;
}

const postgres = reusing(async () => homeOn(await freshDatabase()));
afterAll(postgres.end);

const RUNS: { engine: string; open: Open; numRuns: number }[] = [
  { engine: 'SQLite', open: inline, numRuns: runs(80) },
  { engine: 'PostgreSQL', open: postgres.open, numRuns: runs(30) },
];

for (const { engine, open, numRuns } of RUNS) {
  test(`any log, told in any commits and erased anywhere, folds to the rows it wrote on ${engine}`, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 30 }),
        fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(40), { maxLength: 6 })),
        async (steps, erased) => {
          await using opened = await open();
          const holes = await anyLog(opened, steps, erased);
          const verified = await verify(opened.storage);
          const events = steps.length + 3;
          assert.deepEqual(
            { ...verified, head: '' },
            { type: 'ok', stories: 2, events, head: '', erased: holes },
          );
        },
      ),
      { numRuns },
    );
  });
}

test('a log longer than a page is read page by page', async () => {
  await using opened = await inline();
  const posts = Array.from({ length: 1203 }, (_, n) => posting(`Line ${n}.`));
  const { storyId } = await commit(opened.storage, aStory(), [opening('long'), ...posts]);
  const progress: number[] = [];
  const verified = await verify(opened.storage, { onProgress: (done) => progress.push(done) });
  assert.equal(verified.type === 'ok' && verified.events, 1204);
  assert.deepEqual(progress, [500, 1000, 1204]);
  await opened.execute(`DELETE FROM events WHERE story_id = '${storyId}' AND seq = 1100`);
  const found = await verify(opened.storage);
  assert.deepEqual(found, { type: 'differs', what: 'event', story: 'long', seq: 1100, field: 'seq' });
});
