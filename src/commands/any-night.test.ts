import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyDocument } from '../domain/document/arbitrary.ts';
import { newId } from '../domain/id.ts';
import type { StoryState } from '../domain/story.ts';
import { verify } from '../ops/verify.ts';
import { newsroomOnSqlite, type TestNewsroom } from '../../test/support/newsroom.ts';
import { changeDetails } from './change-details.ts';
import { changeSlug } from './change-slug.ts';
import { changeState } from './change-state.ts';
import { correctStory } from './correct-story.ts';
import { correctUpdate } from './correct-update.ts';
import { editUpdate } from './edit-update.ts';
import { markKeyEvent } from './mark-key-event.ts';
import { openStory } from './open-story.ts';
import { perform } from './perform.ts';
import { pinUpdate, unpinUpdate } from './pin-update.ts';
import { postUpdate } from './post-update.ts';
import { recordAuthor } from './record-author.ts';
import { retractUpdate } from './retract-update.ts';
import type { Verb } from './verb.ts';
import { writeTop } from './write-top.ts';
import { runs } from '../../test/support/runs.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const flag = fc.boolean();

/** A verb on some update: `id` names one that was posted, or none at all. */
type OnUpdate = (id: string, fresh: string) => Verb;

const onUpdate: fc.Arbitrary<OnUpdate> = fc.oneof(
  fc.record({ title: fc.option(words), body: anyDocument, small: flag }).map(
    (input): OnUpdate =>
      (id) =>
        editUpdate(id, input),
  ),
  fc.record({ was: words, is: words, note: fc.option(words), body: anyDocument }).map(
    (input): OnUpdate =>
      (id, fresh) =>
        correctUpdate(id, fresh, input),
  ),
  words.map(
    (reason): OnUpdate =>
      (id) =>
        retractUpdate(id, reason),
  ),
  flag.map(
    (marked): OnUpdate =>
      (id) =>
        markKeyEvent(id, marked),
  ),
  fc.constant<OnUpdate>((id) => pinUpdate(id)),
  fc.constant<OnUpdate>((id) => unpinUpdate(id)),
  words.map(
    (text): OnUpdate =>
      (id) =>
        writeTop({ summary: [{ text, updateId: id }] }),
  ),
);

const onStory: fc.Arbitrary<OnUpdate> = fc.oneof(
  fc.record({ title: fc.option(words), body: anyDocument, keyEvent: flag, analysis: flag }).map(
    (input): OnUpdate =>
      (_, fresh) =>
        postUpdate(fresh, input),
  ),
  fc.record({ headline: words, dek: fc.option(words), lead: anyDocument }).map(
    (input): OnUpdate =>
      () =>
        writeTop(input),
  ),
  fc.constantFrom<StoryState>('live', 'paused', 'ended').map(
    (state): OnUpdate =>
      () =>
        changeState(state),
  ),
  fc.constantFrom('a', 'b', 'river', 'talks', 'Not A Slug').map(
    (slug): OnUpdate =>
      () =>
        changeSlug(slug),
  ),
  fc.constantFrom('Europe/Berlin', 'Asia/Ho_Chi_Minh', 'Nowhere').map(
    (zone): OnUpdate =>
      () =>
        changeDetails({ zone }),
  ),
  fc.record({ was: words, is: words }).map(
    (input): OnUpdate =>
      (_, fresh) =>
        correctStory(fresh, input),
  ),
);

type Step = { verb: OnUpdate; story: number; update: number; minutes: number };

const step: fc.Arbitrary<Step> = fc.record({
  verb: fc.oneof({ weight: 3, arbitrary: onStory }, { weight: 2, arbitrary: onUpdate }),
  story: fc.nat(1),
  update: fc.nat(20),
  // A machine's clock may be set back in the middle of the night.
  minutes: fc.integer({ min: -30, max: 90 }),
});

async function play(newsroom: TestNewsroom, steps: Step[]): Promise<number> {
  const opened = await Promise.all(
    ['River', 'Talks'].map((headline) => openStory(newsroom, { actor: 'test', input: { headline } })),
  );
  const stories = opened.map((each) => (each.type === 'played' ? each.story.id : assert.fail(each.type)));
  const posted: string[] = [];
  let played = 0;
  for (const { verb, story, update, minutes } of steps) {
    newsroom.clock.pass(minutes);
    const fresh = newId(newsroom.clock.now());
    const id = posted[update % (posted.length + 1)] ?? fresh;
    const order = {
      actor: 'test',
      story: { id: stories[story]! },
      updateIds: [id],
      verbs: [verb(id, fresh)],
    };
    const outcome = await perform(newsroom, order);
    if (outcome.type !== 'played') continue;
    played += outcome.events.length;
    if (outcome.events.some(({ happening }) => happening.kind === 'post')) posted.push(fresh);
  }
  await recordAuthor(newsroom, 'test', { name: 'Mara Okafor', role: `Night editor ${steps.length}` });
  return played + 3;
}

test('whatever is done in a night, by whatever clock, folding its log gives the rows that stand', async () => {
  let events = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      await using newsroom = await newsroomOnSqlite();
      const played = await play(newsroom, steps);
      const verified = await verify(newsroom.storage);
      assert.equal(verified.type, 'ok', JSON.stringify(verified));
      assert.equal(verified.type === 'ok' && verified.events, played);
      events += played;
    }),
    { numRuns: runs(40) },
  );
  assert.ok(events > 40, `only ${events} events were tried`);
});
