import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite } from '../../../../../test/support/desk-site.ts';
import {
  begin,
  openedStory,
  posted,
  problem,
  publish,
  published,
  words,
} from '../../../../../test/support/drafts.ts';
import { verify } from '../../../../ops/verify.ts';
import { instantOf, millisecondsOf } from '../../../../domain/time.ts';
import type { Draft } from '../../../../domain/desk/draft.ts';

test('an edit begins with what is published, one at a time, and goes out as an edit, a small edit or a correction', async () => {
  await using site = await deskSite();
  const [editor, other] = [await site.as('editor'), await site.as('editor')];
  const { storyId } = await openedStory(editor);
  const { updateId } = await posted(editor, storyId, words('Lunch is off', 'At noon.', { author: 'Ines' }));
  const edit = { kind: 'edit' as const, storyId, updateId };
  const first = (await begin(editor, edit)).body.draft;
  assert.deepEqual(
    [first.content.title, first.content.author, first.baseVersion],
    ['Lunch is off', 'Ines', 1],
  );
  const second = await begin(other, edit);
  assert.deepEqual([second.status, second.body.draft.id], [200, first.id], 'the one that is open');
  const nothing = published(await publish(editor, first));
  assert.equal(nothing.seq, 2, 'what says the same is no event');
  const content = words('Lunch is off', 'At one.', { author: 'Ines', keyEvent: true });
  const base = { ...edit, content, baseVersion: 1 };
  const correction = (await begin(other, base)).body.draft;
  const how = { as: 'correction', was: 'noon', is: 'one' };
  const { seq, url } = published(await publish(other, correction, { how }));
  assert.equal(seq, 4, 'a correction, and a key event');
  assert.match(await (await fetch(url)).text(), /At one/);
  const unsaid = (await begin(editor, { ...base, baseVersion: 3, content: words('Lunch is off') })).body
    .draft;
  const refused = await publish(editor, unsaid, { how: { ...how, was: ' ' } });
  assert.equal(refused.body.errors[0].pointer, '/how/was');
  const small = await publish(editor, unsaid, { how: { as: 'small-edit' } });
  assert.equal(published(small).seq, 6, 'and no key event any more');
  assert.equal((await verify(site.newsroom.storage)).type, 'ok');
});

test('an edit over words that were changed meanwhile is not published until its writer has taken them in', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { storyId } = await openedStory(editor);
  const { updateId } = await posted(editor, storyId, words('Lunch is off'));
  const edit = { kind: 'edit' as const, storyId, updateId };
  const mine = (await begin(editor, edit)).body.draft;
  await site.newsroom.storage.commit(await editedByApi(site, updateId!));
  const refused = await publish(editor, mine);
  assert.deepEqual([problem(refused), refused.body.current], ['412 stale-version', 2]);
  const ahead = await editor.ask(`PUT /drafts/${mine.id}/base`, { body: { version: 1, baseVersion: 3 } });
  assert.equal(problem(ahead), '422 invalid');
  const taken = await editor.ask(`PUT /drafts/${mine.id}/base`, { body: { version: 1, baseVersion: 2 } });
  assert.equal(taken.body.version, 2);
  published(await publish(editor, taken.body, { how: { as: 'edit' } }));
  const top = (await begin(editor, { kind: 'top', storyId })).body.draft;
  await editor.ask(`PATCH /stories/${storyId}/details`, { body: { section: 'City' } });
  const written = (await begin(editor, { kind: 'top', storyId })).body.draft;
  assert.equal(written.id, top.id);
  published(await publish(editor, top));
  const at = await site.newsroom.storage.findStory({ id: storyId });
  assert.equal(at?.story.section, 'City', 'a top says nothing of what it did not change');
});

async function editedByApi(site: Awaited<ReturnType<typeof deskSite>>, updateId: string) {
  const { perform } = await import('../../../../commands/perform.ts');
  const { editUpdate } = await import('../../../../commands/edit-update.ts');
  const done = await perform(site.newsroom, {
    actor: 'token 1',
    story: { updateId },
    verbs: [editUpdate(updateId, { title: 'Lunch is on' })],
  });
  assert.equal(done.type, 'played');
  return { logs: [], rows: [], activity: [] };
}

test('over what a scheduled edit stands is its editor’s to say: a reporter cannot let it overwrite what was published since', async () => {
  await using site = await deskSite();
  const [editor, reporter] = [await site.as('editor'), await site.as('reporter')];
  const { storyId } = await openedStory(editor);
  const { updateId } = await posted(editor, storyId, words('Ten hurt'));
  const { draft } = (
    await begin(editor, { storyId, kind: 'edit', updateId, content: words('Ten are hurt'), baseVersion: 1 })
  ).body;
  const publishAt = instantOf(millisecondsOf(site.newsroom.clock.now()) + 600_000);
  const scheduled = await editor.ask(`PUT /drafts/${draft.id}/schedule`, {
    body: { version: draft.version, publishAt },
  });
  assert.equal(scheduled.status, 200, scheduled.text);
  const { version } = scheduled.body as Draft;
  const body = { version, baseVersion: 1 };
  assert.equal(problem(await reporter.ask(`PUT /drafts/${draft.id}/base`, { body })), '403 not-allowed');
  assert.equal((await editor.ask(`PUT /drafts/${draft.id}/base`, { body })).status, 200);
});
