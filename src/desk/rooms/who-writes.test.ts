import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as Y from 'yjs';
import { putDraft, topContent } from '../../../test/support/desk-drafts.ts';
import { deskSite } from '../../../test/support/desk-site.ts';
import { at, leftWith, typist } from '../../../test/support/room.ts';
import { LEFT } from '../shared/room-wire.ts';
import { emptyContent } from '../shared/draft-doc.ts';
import { draftAtHead } from '../draft-at-head.ts';

test('who may read a draft and not write in it sees every word and adds none', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const grant = { storyId: draft.storyId, personId: rosa.person.id, write: false, publish: null };
  await site.newsroom.storage.people.change({ writes: [{ write: 'grant', grant }], activity: [] });
  using one = typist(at(site, edda), draft.id);
  using two = typist(at(site, rosa), draft.id);
  await two.until(() => two.link.known().link === 'open');
  assert.equal(two.link.known().mayWrite, false);
  two.types('not this');
  one.types('but this');
  await two.until(() => two.title().includes('but this'));
  assert.equal((await draftAtHead(site.newsroom.storage)(draft.id)).content.title, 'but this');
});

test('what was given or taken, and the door, hold at once in rooms on every thread', async () => {
  await using site = await deskSite();
  await using other = await deskSite({ newsroom: site.newsroom });
  const [admin, rosa] = [await site.as('admin'), await site.as('reporter')];
  const { person } = rosa;
  const draft = await putDraft(site.newsroom, {
    kind: 'top',
    content: topContent('Hers'),
    createdBy: person.id,
  });
  using typing = typist(at(other, rosa), draft.id);
  await typing.until(() => typing.link.known().link === 'open');
  const grant = async (write: boolean | null) => {
    const body = { write, publish: null };
    const done = await admin.ask(`PUT /stories/${draft.storyId}/grants/${person.id}`, { body });
    assert.equal(done.status, 200, done.text);
  };
  await grant(false);
  await typing.until(() => !typing.link.known().mayWrite);
  await grant(null);
  await typing.until(() => typing.link.known().mayWrite);
  const done = await admin.ask(`PATCH /people/${person.id}`, { body: { disabled: true } });
  assert.equal(done.status, 200, done.text);
  await typing.until(() => typing.link.known().link === 'signed-out');
});

test('once a draft is to go out by itself, only who may say so writes in it: the others see it at once', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: rosa.person.id });
  using one = typist(at(site, edda), draft.id);
  using two = typist(at(site, rosa), draft.id);
  two.types('Filed');
  await two.saved();
  const publishAt = new Date(Date.parse(site.newsroom.clock.now()) + 600_000).toISOString();
  const asked = { body: { version: 1, publishAt } };
  assert.equal((await edda.ask(`PUT /drafts/${draft.id}/schedule`, asked)).status, 200);
  await two.until(() => !two.link.known().mayWrite);
  two.types(' and more');
  one.types(' by Edda');
  await one.saved();
  const content = async () => (await draftAtHead(site.newsroom.storage)(draft.id)).content.title;
  assert.equal(await content(), 'Filed by Edda');
  const state = Buffer.from(Y.encodeStateAsUpdate(two.doc)).toString('base64');
  const refused = await rosa.ask(`POST /drafts/${draft.id}/words`, { body: { state } });
  assert.equal(refused.status, 403);
  assert.equal((await edda.ask(`DELETE /drafts/${draft.id}/schedule?version=2`)).status, 200);
  await two.until(() => two.link.known().mayWrite);
});

test('the door: no session, somebody else’s, no draft, another site’s page, another upgrade', async () => {
  await using site = await deskSite();
  const edda = await site.as('editor');
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const here = at(site, edda);
  assert.equal((await leftWith({ ...here, cookie: '' }, draft.id)).code, LEFT.signedOut);
  const asAnother = await leftWith(here, draft.id, () => undefined, `?as=${draft.id}`);
  assert.equal(asAnother.code, LEFT.signedOut);
  assert.equal((await leftWith(here, draft.storyId)).code, LEFT.unknownDraft);
  await assert.rejects(leftWith({ ...here, origin: 'https://evil.test' }, draft.id), /403/);
  await assert.rejects(leftWith(here, 'no-id'), /404/);
  const h2c = await fetch(`${site.url}/healthz`, { headers: { upgrade: 'h2c' } }).catch(() => null);
  assert.ok(h2c === null || h2c.status === 200, 'other upgrades are answered as if they asked for none');
});

test('not one word of a reporter comes into a draft after it was scheduled, however fast they type', async () => {
  await using site = await deskSite();
  await using other = await deskSite({ newsroom: site.newsroom });
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: rosa.person.id });
  using two = typist(at(other, rosa), draft.id);
  two.types('Filed');
  await two.saved();
  const publishAt = new Date(Date.parse(site.newsroom.clock.now()) + 600_000).toISOString();
  const asked = { body: { version: 1, publishAt } };
  const typing = new AbortController();
  const scheduling = edda.ask(`PUT /drafts/${draft.id}/schedule`, asked).finally(() => typing.abort());
  for (let words = 0; words < 1000 && !typing.signal.aborted; words += 1) {
    two.types('.');
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { status, body } = await scheduling;
  assert.equal(status, 200);
  two.types('!');
  await two.until(() => two.link.known().link === 'open' && !two.link.known().mayWrite);
  const { content, logSeq } = await draftAtHead(site.newsroom.storage)(draft.id);
  assert.equal(logSeq, body.scheduledSeq);
  assert.ok(!content.title.endsWith('!'));
  assert.ok(two.link.known().unsaved > 0, 'they have their words');
  assert.equal((await edda.ask(`DELETE /drafts/${draft.id}/schedule?version=2`)).status, 200);
  await two.until(() => two.link.known().mayWrite);
  await two.saved();
  assert.equal((await draftAtHead(site.newsroom.storage)(draft.id)).content.title, two.title());
});
