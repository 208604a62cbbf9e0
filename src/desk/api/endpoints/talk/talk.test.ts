import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '../../../../domain/id.ts';
import { editorAt } from '../../../../../test/support/desk.ts';
import { putDraft, updateContent } from '../../../../../test/support/desk-drafts.ts';
import { deskSite } from '../../../../../test/support/desk-site.ts';
import type { StoryWire } from '../../../shared/wire.ts';

const NOWHERE = '00000000-0000-7000-8000-000000000000';

test('a note is said beside a story, names a colleague, and is read by them', async () => {
  await using site = await deskSite();
  const [reporter, editor] = [await site.as('reporter'), await site.as('editor')];
  const { story } = await editorAt(site.newsroom).opens();
  const body = { text: 'Call the mayor.', mentions: [reporter.person.id, reporter.person.id] };
  const said = await editor.ask(`POST /stories/${story.id}/notes`, { body });
  assert.equal(said.status, 201);
  assert.deepEqual(said.body.mentions, [reporter.person.id]);

  const mentioned = (await reporter.ask('GET /mentions')).body;
  assert.equal(mentioned.unread, 1);
  assert.equal(mentioned.items[0].byName, editor.person.name);
  assert.equal(mentioned.items[0].storyHeadline, story.top.headline);
  assert.deepEqual((await reporter.ask('POST /mentions/read', { body: {} })).body, { read: 1 });
  assert.equal((await reporter.ask('GET /mentions')).body.unread, 0);
  assert.equal((await editor.ask('GET /mentions')).body.items.length, 0);

  const notes = (await reporter.ask(`GET /stories/${story.id}/notes`)).body;
  assert.deepEqual(notes.items, [said.body]);
  assert.equal(notes.names[editor.person.id], editor.person.name);
});

test('who said a note may change it, and nobody else; anybody may settle it', async () => {
  await using site = await deskSite();
  const [reporter, editor] = [await site.as('reporter'), await site.as('editor')];
  const { story } = await editorAt(site.newsroom).opens();
  const { id } = (await editor.ask(`POST /stories/${story.id}/notes`, { body: { text: 'Call.' } })).body;
  assert.equal((await reporter.ask(`PATCH /notes/${id}`, { body: { text: 'Do not.' } })).status, 403);
  site.newsroom.clock.pass(1);
  const changed = await editor.ask(`PATCH /notes/${id}`, { body: { text: 'Call now.' } });
  assert.equal(changed.body.text, 'Call now.');
  assert.equal(changed.body.editedAt, site.newsroom.clock.now());
  const settled = await reporter.ask(`PUT /notes/${id}/settled`);
  assert.equal(settled.body.settledBy, reporter.person.id);
  assert.equal((await editor.ask(`DELETE /notes/${id}/settled`)).body.settledBy, null);
  assert.equal((await editor.ask(`PUT /notes/${NOWHERE}/settled`)).status, 404);
});

test('a note of a draft stands beside that draft; a retry says nothing twice', async () => {
  await using site = await deskSite();
  const reporter = await site.as('reporter');
  const { story } = await editorAt(site.newsroom).opens();
  const content = updateContent('Boats are out.');
  const draft = await putDraft(site.newsroom, { storyId: story.id, content, createdBy: reporter.person.id });
  const body = { id: newId(site.newsroom.clock.now()), draftId: draft.id, text: 'Which boats?' };
  const once = await reporter.ask(`POST /stories/${story.id}/notes`, { body });
  const twice = await reporter.ask(`POST /stories/${story.id}/notes`, { body });
  assert.deepEqual(twice.body, once.body);
  await reporter.ask(`POST /stories/${story.id}/notes`, { body: { text: 'Of the story.' } });
  const beside = (await reporter.ask(`GET /stories/${story.id}/notes?draftId=${draft.id}`)).body;
  assert.deepEqual(beside.items, [once.body]);
  assert.equal((await reporter.ask(`GET /stories/${story.id}/notes`)).body.items.length, 2);
});

test('the last handover note is told with the story until it is settled', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { story } = await editorAt(site.newsroom).opens();
  const body = { kind: 'handover', text: 'Day shift: the mayor speaks at nine.' };
  const { id } = (await editor.ask(`POST /stories/${story.id}/notes`, { body })).body;
  const told: StoryWire = (await editor.ask(`GET /stories/${story.id}`)).body;
  assert.equal(told.handover?.id, id);
  assert.equal(told.names[editor.person.id], editor.person.name);
  await editor.ask(`PUT /notes/${id}/settled`);
  assert.equal((await editor.ask(`GET /stories/${story.id}`)).body.handover, null);
});

test('what cannot be noted is refused in a sentence', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const { story } = await editorAt(site.newsroom).opens();
  const refused: [object, number][] = [
    [{ text: '' }, 422],
    [{ text: '  \n ' }, 422],
    [{ text: 'a'.repeat(5001) }, 400],
    [{ text: 'a', mentions: [NOWHERE] }, 422],
    [{ text: 'a', mentions: Array.from({ length: 21 }, () => NOWHERE) }, 400],
    [{ text: 'a', draftId: NOWHERE }, 404],
    [{ text: 'a', kind: 'shout' }, 400],
    [{ text: 'a', by: NOWHERE }, 400],
  ];
  for (const [body, status] of refused) {
    const answer = await editor.ask(`POST /stories/${story.id}/notes`, { body });
    assert.equal(answer.status, status, JSON.stringify(body).slice(0, 80));
    assert.ok(answer.body.detail.length > 10);
  }
  assert.equal((await editor.ask(`POST /stories/${NOWHERE}/notes`, { body: { text: 'a' } })).status, 404);
});
