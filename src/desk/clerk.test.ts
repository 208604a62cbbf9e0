import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPEN_STATUSES } from '../domain/desk/draft.ts';
import { newsroomOnSqlite as emptyNewsroom, type TestNewsroom } from '../../test/support/newsroom.ts';
import { hire, topWords, words } from '../../test/support/drafts.ts';
import { actOn } from '../commands/drafts/act.ts';
import { beginDraft } from '../commands/drafts/begin-draft.ts';
import { fileDraft } from '../commands/drafts/file-draft.ts';
import { publishDraft } from '../commands/drafts/publish-draft.ts';
import { scheduleDraft } from '../commands/drafts/schedule-draft.ts';
import { changeState } from '../commands/change-state.ts';
import { perform } from '../commands/perform.ts';
import { changeSite } from '../commands/change-site.ts';
import { performOnSite } from '../commands/perform-on-site.ts';
import type { Draft, DraftContent } from '../domain/desk/draft.ts';
import { newId } from '../domain/id.ts';
import type { PeopleWrite, WriteOf } from '../storage/desk/people-store.ts';
import { verify } from '../ops/verify.ts';
import { entriesOf } from './api/activity-entries.ts';
import { openClerk, type Clerk } from './clerk.ts';
import { draftAtHead } from './draft-at-head.ts';
import { seedOf } from './shared/draft-doc.ts';

const newsroomOnSqlite = async (): Promise<TestNewsroom> => {
  const newsroom = await emptyNewsroom();
  await hire(newsroom, 'edda');
  return newsroom;
};

const EDDA = { actor: 'person edda', personId: 'edda', name: 'Edda' };

const clerkOf = (newsroom: TestNewsroom, storage = newsroom.storage): Clerk =>
  openClerk({
    newsroom: { ...newsroom, storage },
    contentAtHead: draftAtHead(storage),
    onFault: (error) => assert.fail(String(error)),
  });

async function begun(newsroom: TestNewsroom, content: DraftContent, storyId?: string): Promise<Draft> {
  const id = newId(newsroom.clock.now());
  const made = await beginDraft(
    newsroom,
    EDDA,
    {
      id,
      storyId: storyId ?? newId(newsroom.clock.now()),
      kind: content.top ? 'top' : 'update',
      written: { content, seed: seedOf(content) },
    },
    seedOf,
  );
  assert.ok(made.type === 'begun', JSON.stringify(made));
  return made.draft;
}

async function story(newsroom: TestNewsroom): Promise<string> {
  const { id, storyId } = await begun(newsroom, topWords('No Deal'));
  const contentAtHead = draftAtHead(newsroom.storage);
  const done = await publishDraft(newsroom, EDDA, { draftId: id, version: 1, contentAtHead });
  assert.equal(done.type, 'published');
  return storyId;
}

async function scheduled(newsroom: TestNewsroom, draft: Draft, publishAt: string): Promise<Draft> {
  const done = await actOn(newsroom, EDDA, {
    draftId: draft.id,
    version: draft.version,
    verb: scheduleDraft(publishAt),
  });
  assert.ok(done.type === 'acted', JSON.stringify(done));
  return done.draft;
}

const NO_MORE = { personId: 'edda', write: null, publish: false };
const details = (set: WriteOf<'details'>['set']): PeopleWrite => ({
  write: 'details',
  personId: 'edda',
  set,
});

const IN_TIME = '2019-02-28T06:50:00.000Z';
const LATER = '2019-02-28T06:51:00.000Z';

test('what is scheduled goes out at its hour, as it stands then, and not before', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { storage, clock } = newsroom;
  const storyId = await story(newsroom);
  const draft = await scheduled(newsroom, await begun(newsroom, words('No agreement'), storyId), IN_TIME);
  const clerk = clerkOf(newsroom);
  clock.set('2019-02-28T06:49:59.999Z');
  await clerk.look();
  assert.equal((await storage.drafts.find(draft.id))?.status, 'scheduled');
  // Edited since it was scheduled, it goes out as edited.
  const edited = seedOf(words(' of any kind'));
  await storage.draftLog.append({
    draftId: draft.id,
    data: edited,
    by: 'rosa',
    into: OPEN_STATUSES,
    at: clock.now(),
  });
  clock.set(IN_TIME);
  await clerk.look();
  await clerk.close();
  const update = await storage.findUpdate(draft.id);
  assert.equal(update?.at, IN_TIME);
  assert.match(update?.title ?? '', /No agreement/);
  assert.match(update?.title ?? '', /of any kind/);
  const { status, publishedBy, late } = (await storage.drafts.find(draft.id))!;
  assert.deepEqual([status, publishedBy, late], ['published', 'edda', false]);
});

test('what fell due while the server was down goes out once, at once, and is marked as late', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { storage, clock } = newsroom;
  const storyId = await story(newsroom);
  const draft = await scheduled(newsroom, await begun(newsroom, words('No agreement'), storyId), IN_TIME);
  clock.set('2019-02-28T06:50:10.000Z');
  const clerks = [clerkOf(newsroom), clerkOf(newsroom), clerkOf(newsroom)];
  await Promise.all(clerks.map((clerk) => clerk.look()));
  await Promise.all(clerks.map((clerk) => clerk.close()));
  const found = await storage.drafts.find(draft.id);
  assert.deepEqual([found?.status, found?.late], ['published', true]);
  assert.equal(
    (await storage.findUpdate(draft.id))?.at,
    '2019-02-28T06:50:10.000Z',
    'when readers could see it',
  );
  assert.equal(await storage.position(), 2);
});

test('an edit that is scheduled as a correction goes out as one, with what was wrong', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { storage, clock } = newsroom;
  const storyId = await story(newsroom);
  const contentAtHead = draftAtHead(storage);
  const first = await begun(newsroom, words('Shares in Tokyo'), storyId);
  await publishDraft(newsroom, EDDA, { draftId: first.id, version: 1, contentAtHead });
  const content = words('Shares in Seoul');
  const id = newId(clock.now());
  const made = await beginDraft(
    newsroom,
    EDDA,
    {
      id,
      storyId,
      kind: 'edit',
      updateId: first.id,
      baseVersion: 1,
      written: { content, seed: seedOf(content) },
    },
    seedOf,
  );
  assert.ok(made.type === 'begun', JSON.stringify(made));
  const how = { as: 'correction', was: 'Shares in Tokyo', is: 'Shares in Seoul', note: null } as const;
  const edit = await scheduled(newsroom, made.draft, IN_TIME);
  const chosen = { draftId: id, version: edit.version, verb: scheduleDraft(IN_TIME, how) };
  assert.equal((await actOn(newsroom, EDDA, chosen)).type, 'acted');
  clock.set(IN_TIME);
  const clerk = clerkOf(newsroom);
  await clerk.look();
  await clerk.close();
  const [correction] = await storage.corrections(storyId);
  assert.deepEqual(
    [correction?.updateId, correction?.was, correction?.is, correction?.at],
    [first.id, how.was, how.is, IN_TIME],
  );
  assert.equal((await storage.findUpdate(first.id))?.title, 'Shares in Seoul');
  assert.equal((await verify(storage)).type, 'ok');
});

test('a story can be opened by the clock', async () => {
  await using newsroom = await newsroomOnSqlite();
  const draft = await scheduled(newsroom, await begun(newsroom, topWords('Polls close')), IN_TIME);
  newsroom.clock.set(IN_TIME);
  const clerk = clerkOf(newsroom);
  await clerk.look();
  await clerk.close();
  const at = await newsroom.storage.findStory({ slug: 'polls-close' });
  assert.deepEqual([at?.story.id, at?.story.openedAt], [draft.storyId, IN_TIME]);
});

test('what cannot go out is filed again, and editors see why; the others go out all the same', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { storage, clock } = newsroom;
  const [ended, live] = [await story(newsroom), await story(newsroom)];
  const late = await scheduled(newsroom, await begun(newsroom, words('Too late'), ended), IN_TIME);
  const empty = await scheduled(newsroom, await begun(newsroom, words('', ''), live), IN_TIME);
  const good = await scheduled(newsroom, await begun(newsroom, words('In time'), live), IN_TIME);
  await perform(newsroom, { actor: 'test', story: { id: ended }, verbs: [changeState('ended')] });
  clock.set(IN_TIME);
  const clerk = clerkOf(newsroom);
  await clerk.look();
  const told = async ({ id }: Draft): Promise<unknown[]> => {
    const { status, missed, publishAt, filedBy } = (await storage.drafts.find(id))!;
    return [status, missed, publishAt, filedBy];
  };
  assert.deepEqual(await told(late), ['filed', 'story-ended', null, 'edda']);
  assert.deepEqual(await told(empty), ['filed', 'invalid', null, 'edda']);
  assert.equal((await told(good))[0], 'published');
  const posts = await storage.desk.activity({ limit: 50, cursor: null, action: 'post' });
  const acts = await entriesOf(storage, posts.items);
  const bySchedule = [...acts.values()].filter(({ schedule }) => schedule !== null);
  assert.deepEqual(
    bySchedule.map(({ entry, schedule }) => [entry?.id, schedule?.at]),
    [[good.id, IN_TIME]],
    'the list tells that the server sent it',
  );
  const { items } = await storage.desk.activity({ limit: 50, cursor: null, action: 'miss-draft' });
  const why = items.map(({ subject, detail }) => [subject, detail?.['why']]);
  assert.deepEqual(
    new Set(why.map(String)),
    new Set([`draft ${late.id},story-ended`, `draft ${empty.id},invalid`]),
  );
  // Scheduled anew, the reason is gone.
  const again = await scheduled(newsroom, (await storage.drafts.find(empty.id))!, '2019-02-28T07:00:00.000Z');
  assert.equal(again.missed, null);
  await clerk.close();
});

test('nothing goes out by the right of somebody who has lost it since, and editors see why', async () => {
  const losing: [string, (newsroom: TestNewsroom, storyId: string) => PeopleWrite][] = [
    ['deactivated', () => details({ disabledAt: '2019-02-28T06:00:00.000Z' })],
    ['a reporter now', () => details({ role: 'reporter' })],
    ['not for this story', (_, storyId) => ({ write: 'grant', grant: { storyId, ...NO_MORE } })],
  ];
  for (const [how, lose] of losing) {
    await using newsroom = await newsroomOnSqlite();
    const { storage, clock } = newsroom;
    await hire(newsroom, 'ada', 'admin');
    const storyId = await story(newsroom);
    const draft = await scheduled(newsroom, await begun(newsroom, words('Whose?'), storyId), IN_TIME);
    const lost = await storage.people.change({ writes: [lose(newsroom, storyId)], activity: [] });
    assert.equal(lost.type, 'changed');
    clock.set(IN_TIME);
    const clerk = clerkOf(newsroom);
    await clerk.look();
    await clerk.close();
    const { status, missed, publishAt, filedBy } = (await storage.drafts.find(draft.id))!;
    assert.deepEqual([status, missed, publishAt, filedBy], ['filed', 'not-allowed', null, 'edda'], how);
    assert.equal(await storage.findUpdate(draft.id), null);
    const { items } = await storage.desk.activity({ limit: 9, cursor: null, action: 'miss-draft' });
    assert.deepEqual(items[0]?.detail?.['why'], 'not-allowed');
  }
});

test('a reporter who was given the right for the story schedules in it, until it is taken', async () => {
  await using newsroom = await emptyNewsroom();
  const { storage, clock } = newsroom;
  await hire(newsroom, 'edda', 'reporter');
  const storyId = await story(newsroom);
  const grant = { storyId, personId: 'edda', write: null, publish: true };
  await storage.people.change({ writes: [{ write: 'grant', grant }], activity: [] });
  const draft = await scheduled(newsroom, await begun(newsroom, words('Given'), storyId), IN_TIME);
  clock.set(IN_TIME);
  const clerk = clerkOf(newsroom);
  await clerk.look();
  await clerk.close();
  assert.equal((await storage.drafts.find(draft.id))?.status, 'published');
});

test('with four eyes, words that came in after it was scheduled keep it back: nobody else has seen them', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { storage, clock } = newsroom;
  const storyId = await story(newsroom);
  await performOnSite(newsroom, { actor: 'test', verb: changeSite({ fourEyes: true }) });
  const rosa = { actor: 'person rosa', personId: 'rosa' };
  const two = [];
  for (const title of ['Seen', 'Changed']) {
    const { id: draftId } = await begun(newsroom, words(title), storyId);
    const keeping = draftAtHead(storage);
    const filed = await actOn(newsroom, rosa, { draftId, verb: fileDraft(), keeping });
    assert.ok(filed.type === 'acted');
    two.push(await scheduled(newsroom, filed.draft, IN_TIME));
  }
  const [seen, changed] = two;
  const data = seedOf(words(' since'));
  await storage.draftLog.append({
    draftId: changed!.id,
    data,
    by: 'rosa',
    into: OPEN_STATUSES,
    at: clock.now(),
  });
  clock.set(IN_TIME);
  const clerk = clerkOf(newsroom);
  await clerk.look();
  await clerk.close();
  assert.equal((await storage.drafts.find(seen!.id))?.status, 'published');
  assert.equal((await storage.drafts.find(changed!.id))?.missed, 'four-eyes');
});

test('four eyes that were asked for since it was scheduled keep it back', async () => {
  await using newsroom = await newsroomOnSqlite();
  const storyId = await story(newsroom);
  const draft = await scheduled(newsroom, await begun(newsroom, words('Alone'), storyId), IN_TIME);
  await performOnSite(newsroom, { actor: 'test', verb: changeSite({ fourEyes: true }) });
  newsroom.clock.set(IN_TIME);
  const clerk = clerkOf(newsroom);
  await clerk.look();
  await clerk.close();
  assert.equal((await newsroom.storage.drafts.find(draft.id))?.missed, 'four-eyes');
  assert.equal((await verify(newsroom.storage)).type, 'ok');
});

test('one that breaks the clerk keeps no other from going out, and goes out when it breaks no more', async () => {
  await using newsroom = await newsroomOnSqlite();
  const { storage, clock } = newsroom;
  const storyId = await story(newsroom);
  const broken = await scheduled(newsroom, await begun(newsroom, words('Broken'), storyId), IN_TIME);
  const sound = await scheduled(newsroom, await begun(newsroom, words('Sound'), storyId), LATER);
  clock.set(LATER);
  const faults: unknown[] = [];
  let breaks = true;
  const atHead = draftAtHead(storage);
  const clerk = openClerk({
    newsroom,
    contentAtHead: async (draftId) => {
      if (breaks && draftId === broken.id) throw new Error('unreadable');
      return atHead(draftId);
    },
    onFault: (error) => faults.push(error),
  });
  await clerk.look();
  assert.equal((await storage.drafts.find(sound.id))?.status, 'published');
  assert.equal((await storage.drafts.find(broken.id))?.status, 'scheduled');
  assert.ok(faults.length > 0, 'the server’s log says so');
  breaks = false;
  await clerk.look();
  assert.equal((await storage.drafts.find(broken.id))?.status, 'published');
  await clerk.close();
});
