import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPEN_STATUSES } from '../../domain/desk/draft.ts';
import fc from 'fast-check';
import { hire, topWords, words } from '../../../test/support/drafts.ts';
import { newsroomOnSqlite, type TestNewsroom } from '../../../test/support/newsroom.ts';
import { openClerk } from '../../desk/clerk.ts';
import { draftAtHead } from '../../desk/draft-at-head.ts';
import { seedOf } from '../../desk/shared/draft-doc.ts';
import { happeningOf } from '../../domain/event.ts';
import { newId } from '../../domain/id.ts';
import { instantOf, millisecondsOf } from '../../domain/time.ts';
import { verify } from '../../ops/verify.ts';
import { changeState } from '../change-state.ts';
import { perform } from '../perform.ts';
import { actOn, type DraftVerb } from './act.ts';
import { beginDraft } from './begin-draft.ts';
import { embargoDraft, liftEmbargo } from './embargo-draft.ts';
import { fileDraft, takeBackDraft } from './file-draft.ts';
import { publishDraft } from './publish-draft.ts';
import { scheduleDraft, unscheduleDraft } from './schedule-draft.ts';
import { restoreDraft, trashDraft } from './trash-draft.ts';
import { runs } from '../../../test/support/runs.ts';

const STEPS = [
  'file',
  'take-back',
  'schedule',
  'unschedule',
  'embargo',
  'lift',
  'trash',
  'restore',
  'publish',
  'type',
  'clerk',
  'end',
  'live',
] as const;

/** By how much the clock may be set back at once, minutes. */
const SET_BACK = 2;

const later = (instant: string, minutes: number): string =>
  instantOf(millisecondsOf(instant) + minutes * 60_000);

type Step = { step: (typeof STEPS)[number]; draft: number; who: number; stale: boolean; minutes: number };

const anyStep: fc.Arbitrary<Step> = fc.record({
  step: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...STEPS) },
    { weight: 3, arbitrary: fc.constantFrom(...(['publish', 'clerk', 'schedule', 'embargo'] as const)) },
  ),
  draft: fc.nat(3),
  who: fc.nat(1),
  stale: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  // Clocks may be set back, also while the clerk is publishing.
  minutes: fc.integer({ min: -SET_BACK, max: 20 }),
});

const PEOPLE = ['edda', 'rosa'].map((name) => ({ actor: `person ${name}`, personId: name, name }));

/** Plays a night at the desk; how many drafts went out in it. The clerk looks by himself as well, whenever he likes. */
async function play(newsroom: TestNewsroom, steps: Step[]): Promise<number> {
  const { storage, clock } = newsroom;
  const contentAtHead = draftAtHead(storage);
  for (const { name } of PEOPLE) await hire(newsroom, name);
  const storyId = newId(clock.now());
  const ids = Array.from({ length: 4 }, () => newId(clock.now()));
  for (const [index, id] of ids.entries()) {
    const content = index === 0 ? topWords('No Deal') : words(`Words of ${index}`);
    const written = { content, seed: seedOf(content) };
    const kind = index === 0 ? ('top' as const) : ('update' as const);
    assert.equal(
      (await beginDraft(newsroom, PEOPLE[0]!, { id, storyId, kind, written }, seedOf)).type,
      'begun',
    );
  }
  const clerk = openClerk({ newsroom, contentAtHead, onFault: (error) => assert.fail(String(error)) });
  for (const { step, draft: which, who: whom, stale, minutes } of steps) {
    clock.pass(minutes);
    const [draftId, who] = [ids[which]!, PEOPLE[whom]!];
    const before = (await storage.drafts.find(draftId))!;
    const version = before.version - (stale && before.version > 1 ? 1 : 0);
    const does = async (verb: DraftVerb): Promise<unknown> =>
      actOn(newsroom, who, { draftId, version, verb });
    switch (step) {
      case 'file':
        await does(fileDraft());
        break;
      case 'take-back':
        await does(takeBackDraft());
        break;
      case 'schedule':
        await does(scheduleDraft(later(clock.now(), 10)));
        break;
      case 'unschedule':
        await does(unscheduleDraft());
        break;
      case 'embargo':
        await does(embargoDraft(later(clock.now(), 8)));
        break;
      case 'lift':
        await does(liftEmbargo());
        break;
      case 'trash':
        await does(trashDraft());
        break;
      case 'restore':
        await does(restoreDraft());
        break;
      case 'type':
        await storage.draftLog.append({
          draftId,
          data: seedOf(words('!')),
          by: who.name,
          into: OPEN_STATUSES,
          at: clock.now(),
        });
        break;
      case 'publish':
        await publishDraft(newsroom, who, { draftId, version, contentAtHead });
        break;
      case 'clerk':
        await clerk.look();
        break;
      case 'end':
      case 'live': {
        const verbs = [changeState(step === 'end' ? 'ended' : 'live')];
        await perform(newsroom, { actor: who.actor, story: { id: storyId }, verbs });
      }
    }
  }
  await clerk.close();
  return onceEach(newsroom, storyId, ids);
}

/** What stands published was published by one event, after its embargo, and nothing else was; how many there are. */
async function onceEach({ storage }: TestNewsroom, storyId: string, ids: string[]): Promise<number> {
  const published = new Map<string, number | null>();
  const embargoes = new Map<number | null, string>();
  for (const id of ids) {
    const draft = (await storage.drafts.find(id))!;
    if (draft.status !== 'published') continue;
    published.set(id, draft.publishedSeq);
    if (draft.embargoUntil !== null) embargoes.set(draft.publishedSeq, draft.embargoUntil);
  }
  const told: [string, number][] = [];
  for (const event of await storage.events(storyId, 0, 1000)) {
    const embargo = embargoes.get(event.seq);
    assert.ok(
      embargo === undefined || embargo <= later(event.recordedAt, SET_BACK),
      'embargoed words went out',
    );
    const happening = happeningOf(event);
    if (happening?.kind === 'open') told.push([ids[0]!, event.seq]);
    if (happening?.kind === 'post') told.push([happening.updateId, event.seq]);
  }
  assert.deepEqual(new Map(told), published);
  assert.equal(told.length, published.size);
  assert.equal((await verify(storage)).type, 'ok');
  return published.size;
}

test('whatever is done with drafts, none goes out twice, none before its embargo ends, and the log tells all', async () => {
  let published = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 40 }), async (steps) => {
      await using newsroom = await newsroomOnSqlite();
      published += await play(newsroom, steps);
    }),
    { numRuns: runs(100) },
  );
  assert.ok(published > 3, `only ${published} drafts were published`);
});
