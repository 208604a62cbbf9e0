import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putDraft } from '../../../../../test/support/desk-drafts.ts';
import { deskSite } from '../../../../../test/support/desk-site.ts';
import { typist } from '../../../../../test/support/room.ts';
import { emptyContent, seedOf } from '../../../shared/draft-doc.ts';
import { draftAtHead } from '../../../draft-at-head.ts';

test('words that come by no room are in the draft, before everybody in it, and once', async () => {
  await using site = await deskSite();
  const edda = await site.as('editor');
  const { id } = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  using one = typist({ url: site.url, cookie: edda.cookie }, id);
  await one.until(() => one.link.known().link === 'open');
  const state = Buffer.from(seedOf({ ...emptyContent(), title: 'From the tunnel' })).toString('base64');
  const first = await edda.ask(`POST /drafts/${id}/words`, { body: { state } });
  assert.equal(first.body.content.title, 'From the tunnel');
  await one.until(() => one.title() === 'From the tunnel');
  const { logSeq: seq } = await draftAtHead(site.newsroom.storage)(id);
  assert.equal((await edda.ask(`POST /drafts/${id}/words`, { body: { state } })).status, 200);
  assert.equal((await draftAtHead(site.newsroom.storage)(id)).logSeq, seq);
  for (const bad of ['!', 'AAECAwQF', 'AQID']) {
    assert.equal((await edda.ask(`POST /drafts/${id}/words`, { body: { state: bad } })).status, 422, bad);
  }
});
