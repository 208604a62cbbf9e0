import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as Y from 'yjs';
import { putDraft, updateContent } from '../../../../../test/support/desk-drafts.ts';
import { deskSite } from '../../../../../test/support/desk-site.ts';
import { typist } from '../../../../../test/support/room.ts';
import { emptyContent, partsOf, seedOf } from '../../../shared/draft-doc.ts';
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

test('two people who take a quote’s paragraphs one each leave a draft that everybody can search and open', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const { body } = updateContent('The quay is closed.');
  const quote = { type: 'blockquote' as const, content: [...body.content, ...body.content] };
  const content = updateContent('', {
    title: 'Bridges',
    body: { ...body, content: [...body.content, quote] },
  });
  const { id } = await putDraft(site.newsroom, { content, createdBy: edda.person.id });
  const { rows } = await site.newsroom.storage.draftLog.since(id, 0);
  for (const [index, one] of [edda, rosa].entries()) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, rows[0]!.data);
    (partsOf(doc).body.get(1) as Y.XmlElement).delete(index, 1);
    const state = Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
    assert.equal((await one.ask(`POST /drafts/${id}/words`, { body: { state } })).status, 200);
  }
  assert.deepEqual((await edda.ask(`GET /drafts/${id}`)).body.content.body, body);
  const { status, text } = await edda.ask('GET /search?q=Bridges');
  assert.equal(status, 200, text);
  assert.match(text, /The quay is closed/);
});
