import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { OPEN_STATUSES } from '../../domain/desk/draft.ts';
import { hire, topWords, words } from '../../../test/support/drafts.ts';
import { handClock } from '../../../test/support/newsroom.ts';
import { freshDatabase } from '../../../test/support/postgres.ts';
import { openClerk } from '../../desk/clerk.ts';
import { draftAtHead } from '../../desk/draft-at-head.ts';
import { seedOf } from '../../desk/shared/draft-doc.ts';
import type { Draft, DraftContent } from '../../domain/desk/draft.ts';
import { newId } from '../../domain/id.ts';
import { verify } from '../../ops/verify.ts';
import { homeOn } from '../../storage/postgres/opened.ts';
import { besideWriter } from '../../storage/sqlite/opened.ts';
import { reusing, type Open } from '../../storage/contract/opened.ts';
import type { Newsroom } from '../perform.ts';
import { actOn } from './act.ts';
import { beginDraft } from './begin-draft.ts';
import { publishDraft } from './publish-draft.ts';
import { scheduleDraft } from './schedule-draft.ts';

const [EDDA, ROSA] = ['edda', 'rosa'].map((name) => ({ actor: `person ${name}`, personId: name, name })) as [
  { actor: string; personId: string; name: string },
  { actor: string; personId: string; name: string },
];
const START = '2019-02-28T03:55:00.000Z';
const HOUR = '2019-02-28T06:50:00.000Z';

/** Two threads on one SQLite, or two nodes on one PostgreSQL, with clocks that agree. */
async function twoNodes(open: Open) {
  const opened = await open();
  const clock = handClock(START);
  const nodes = [opened.storage, await opened.another()].map((storage): Newsroom => ({ storage, clock }));
  return { opened, clock, nodes: nodes as [Newsroom, Newsroom] };
}

async function begun(newsroom: Newsroom, content: DraftContent, storyId?: string): Promise<Draft> {
  const kind = content.top ? ('top' as const) : ('update' as const);
  const id = newId(START);
  const asked = { id, storyId: storyId ?? newId(START), kind, written: { content, seed: seedOf(content) } };
  const made = await beginDraft(newsroom, EDDA, asked, seedOf);
  assert.ok(made.type === 'begun', JSON.stringify(made));
  return made.draft;
}

const publishes = (newsroom: Newsroom, who: typeof EDDA, draftId: string) =>
  publishDraft(newsroom, who, { draftId, version: 1, contentAtHead: draftAtHead(newsroom.storage) });

function onEach(open: Open): void {
  test('two who press Publish at once, each on another node, make one event', async () => {
    const { opened, nodes } = await twoNodes(open);
    await using _ = opened;
    const [one, two] = nodes;
    for (const content of [topWords('No Deal'), words('Lunch'), words('Dinner')]) {
      const [top] = await one.storage.listStories({ limit: 1, cursor: null }).then(({ items }) => items);
      const { id } = await begun(one, content, content.top ? undefined : top?.story.id);
      const outcomes = await Promise.all([publishes(one, EDDA, id), publishes(two, ROSA, id)]);
      const kinds = outcomes.map(({ type }) => type);
      assert.deepEqual(new Set(kinds), new Set(['published', 'draft-moved']), kinds.join());
      const winner = kinds[0] === 'published' ? EDDA : ROSA;
      const moved = outcomes.find((outcome) => outcome.type === 'draft-moved');
      assert.equal(moved?.current?.publishedBy, winner.personId);
    }
    assert.equal(await one.storage.position(), 3);
    assert.equal((await verify(one.storage)).type, 'ok');
  });

  test('a publication waits for keys that are struck on another node, and has them', async () => {
    const { opened, nodes } = await twoNodes(open);
    await using _ = opened;
    const [one, two] = nodes;
    const { id } = await begun(one, topWords('No Deal'));
    const reads = draftAtHead(one.storage);
    let struck = 0;
    const contentAtHead = async (draftId: string) => {
      const head = await reads(draftId);
      if (struck < 3) {
        struck += 1;
        const data = seedOf(words(` ${struck}!`));
        await two.storage.draftLog.append({ draftId, data, by: 'rosa', into: OPEN_STATUSES, at: START });
      }
      return head;
    };
    const done = await publishDraft(one, EDDA, { draftId: id, version: 1, contentAtHead });
    assert.ok(done.type === 'published', done.type);
    for (const key of ['1!', '2!', '3!'])
      assert.ok(done.story.top.headline.includes(key), done.story.top.headline);
    assert.equal(done.draft.logSeq, 4);
  });

  test('of clerks on two nodes one publishes what is due', async () => {
    const { opened, nodes, clock } = await twoNodes(open);
    await using _ = opened;
    await hire(nodes[0], 'edda');
    const drafts = [await begun(nodes[0], topWords('One')), await begun(nodes[0], topWords('Two'))];
    for (const { id: draftId } of drafts)
      assert.equal((await actOn(nodes[0], EDDA, { draftId, verb: scheduleDraft(HOUR) })).type, 'acted');
    clock.set(HOUR);
    const clerks = nodes.map((newsroom) =>
      openClerk({
        newsroom,
        contentAtHead: draftAtHead(newsroom.storage),
        onFault: (error) => assert.fail(String(error)),
      }),
    );
    await Promise.all(clerks.map((clerk) => clerk.look()));
    await Promise.all(clerks.map((clerk) => clerk.close()));
    assert.equal(await nodes[0].storage.position(), 2);
    for (const { id } of drafts) {
      const { status, missed } = (await nodes[1].storage.drafts.find(id))!;
      assert.deepEqual([status, missed], ['published', null]);
    }
  });
}

for (const [name, make] of [
  ['two threads on SQLite', besideWriter],
  ['two nodes on PostgreSQL', async () => homeOn(await freshDatabase())],
] as const) {
  describe(name, () => {
    const { open, end } = reusing(make);
    after(end);
    onEach(open);
  });
}
