import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishDraft } from '../../commands/drafts/publish-draft.ts';
import type { Draft } from '../../domain/desk/draft.ts';
import { fold } from '../../domain/fold.ts';
import { SITE } from '../../domain/slug.ts';
import { picture } from '../../storage/contract/telling.ts';
import { editorAt } from '../../../test/support/desk.ts';
import { putDraft, topContent, updateContent } from '../../../test/support/desk-drafts.ts';
import { deskSite, type DeskSite } from '../../../test/support/desk-site.ts';
import { draftAtHead } from '../draft-at-head.ts';

/** The page's elements, without the folded filter: its names are of what is published. */
const mainOf = (html: string): string[] => {
  const main = /<main.*<\/main>/s.exec(html)?.[0] ?? '';
  return main.replace(/<details class="filters">.*?<\/details>/s, '').split(/(?=<)/);
};

/** Publishes for real what was previewed. */
async function publish({ newsroom }: DeskSite, { id: draftId, version, createdBy }: Draft): Promise<string> {
  const who = { actor: `person ${createdBy}`, personId: createdBy };
  const contentAtHead = draftAtHead(newsroom.storage);
  const done = await publishDraft(newsroom, who, { draftId, version, contentAtHead });
  assert.ok(done.type === 'published', JSON.stringify(done));
  return done.story.slug;
}

async function assertAsPublished(site: DeskSite, draft: Draft): Promise<void> {
  const editor = await site.as('editor');
  const preview = await editor.ask(`GET /drafts/${draft.id}/preview`);
  assert.equal(preview.status, 200, preview.text);
  const slug = await publish(site, draft);
  const page = await (await fetch(`${site.url}/stories/${slug}`)).text();
  const [previewed, published] = [mainOf(preview.text), mainOf(page)];
  const first = published.findIndex((element, at) => element !== previewed[at]);
  assert.deepEqual(previewed.slice(first, first + 3), published.slice(first, first + 3));
  assert.equal(previewed.length, published.length);
  assert.ok(published.length > 50);
}

test('the preview of an update, an edit, a top is the page readers get once it is published', async () => {
  await using site = await deskSite();
  const { newsroom } = site;
  const { person } = await site.as('editor');
  const desk = editorAt(newsroom);
  const { story } = await desk.opens();
  const id = await desk.posts(story.slug, 'Water at the wall.', { keyEvent: true });
  await desk.posts(story.slug, 'Boats are out.');
  newsroom.clock.pass(7);
  const of = { storyId: story.id, createdBy: person.id };
  const update = updateContent('The <wall> holds.', { title: 'It holds', author: 'Ines', keyEvent: true });
  await assertAsPublished(site, await putDraft(newsroom, { ...of, content: update }));
  newsroom.clock.pass(3);
  const edit = { kind: 'edit' as const, updateId: id, baseVersion: 1 };
  const mended = updateContent('Water at the gate.', { keyEvent: true });
  await assertAsPublished(site, await putDraft(newsroom, { ...of, ...edit, content: mended }));
  newsroom.clock.pass(3);
  const content = topContent('The barrier fails', 'Water is in the streets.');
  content.top!.summary = [{ text: 'It began at the gate.', updateId: id }];
  await assertAsPublished(site, await putDraft(newsroom, { ...of, kind: 'top', baseVersion: 1, content }));
});

test('a story still to be opened is previewed as it would be opened, its updates too', async () => {
  await using site = await deskSite();
  const { newsroom } = site;
  const editor = await site.as('editor');
  const createdBy = editor.person.id;
  const top = await putDraft(newsroom, { kind: 'top', createdBy, content: topContent('Pilots strike') });
  const content = updateContent('Planes stand still.');
  const update = await putDraft(newsroom, { storyId: top.storyId, createdBy, content });
  const together = await editor.ask(`GET /drafts/${update.id}/preview`);
  assert.match(together.text, /Pilots strike.*Planes stand still\./s);
  await assertAsPublished(site, top);
});

test('an edit of an old update is shown where it stands, and a version that moved on keeps nobody from looking', async () => {
  await using site = await deskSite();
  const { newsroom } = site;
  const editor = await site.as('editor');
  const desk = editorAt(newsroom);
  const { story } = await desk.opens();
  const id = await desk.posts(story.slug, 'Water at the wall.');
  for (let at = 0; at < 55; at += 1) await desk.posts(story.slug, `Update ${at}.`);
  const content = updateContent('Water at the gate.');
  const over = { storyId: story.id, kind: 'edit' as const, updateId: id, baseVersion: 7, content };
  const draft = await putDraft(newsroom, { ...over, createdBy: editor.person.id });
  const preview = await editor.ask(`GET /drafts/${draft.id}/preview`);
  assert.match(preview.text, /Water at the gate\./);
  assert.doesNotMatch(preview.text, /Water at the wall\./);
});

test('a preview runs no script, is framed by this site alone, is kept nowhere and changes nothing', async () => {
  await using site = await deskSite();
  const { newsroom } = site;
  const reporter = await site.as('reporter');
  const { story } = await editorAt(newsroom).opens();
  const content = updateContent('Nobody knows this yet.');
  const of = { storyId: story.id, createdBy: reporter.person.id, content };
  const draft = await putDraft(newsroom, { ...of, embargoUntil: '2030-01-01T00:00:00.000Z' });
  const preview = await reporter.ask(`GET /drafts/${draft.id}/preview`);
  assert.doesNotMatch(preview.text, /<script/);
  assert.equal(preview.headers.get('cache-control'), 'no-store');
  const policy = preview.headers.get('content-security-policy') ?? '';
  assert.match(policy, /frame-ancestors 'self'; sandbox allow-same-origin$/);
  assert.match(policy, /^default-src 'none'; style-src 'sha256-/);
  assert.equal((await newsroom.storage.findStory({ id: story.id }))?.seq, 1);
  assert.deepEqual(await newsroom.storage.drafts.find(draft.id), draft);
  const page = await (await fetch(`${site.url}/stories/${story.slug}`)).text();
  assert.doesNotMatch(page, /Nobody knows/);
  assert.equal((await site.browser().ask(`GET /drafts/${draft.id}/preview`)).status, 401);
  assert.equal((await reporter.ask(`GET /drafts/${story.id}/preview`)).status, 404);
});

test('what cannot be published cannot be previewed, and it is said why', async () => {
  await using site = await deskSite();
  const editor = await site.as('editor');
  const createdBy = editor.person.id;
  const draft = await putDraft(site.newsroom, { kind: 'top', createdBy, content: topContent('') });
  const refused = await editor.ask(`GET /drafts/${draft.id}/preview`);
  assert.equal(refused.status, 422);
  assert.equal(refused.body.errors[0].pointer, '/title');
  const framed = await editor.ask(`GET /drafts/${draft.id}/preview`, { headers: { accept: 'text/html' } });
  assert.equal(framed.status, 422);
  assert.match(framed.text, /must be one line/);
  assert.doesNotMatch(framed.text, /<script/);
  assert.match(framed.headers.get('content-security-policy') ?? '', /frame-ancestors 'self'/);
});

test('a picture readers cannot see yet is shown from the desk’s own address', async () => {
  await using site = await deskSite();
  const { newsroom } = site;
  const editor = await site.as('editor');
  const happening = picture();
  const at = newsroom.clock.now();
  const [row] = fold(
    { story: null, update: null, media: null },
    { storyId: SITE, seq: 1, at, recordedAt: at, happening },
  );
  assert.ok(row?.row === 'media');
  const held = { media: row.value, takenInBy: editor.person.id, version: 1, publishedAt: null };
  await newsroom.storage.commit({ logs: [], rows: [], activity: [], held: [{ held, expected: null }] });
  const { mediaId } = happening;
  const content = topContent('Pilots strike');
  content.top!.photo = { mediaId, alt: 'Planes.', caption: null, credit: null };
  const draft = await putDraft(newsroom, { kind: 'top', createdBy: editor.person.id, content });
  const { text } = await editor.ask(`GET /drafts/${draft.id}/preview`);
  assert.ok(text.includes(`src="/desk/api/media/${mediaId}/`), 'shown');
  assert.equal(text.includes(`"/media/${mediaId}/`), false);
});
