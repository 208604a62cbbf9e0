import assert from 'node:assert/strict';
import { test } from 'node:test';
import { between } from '../../../../test/support/between.ts';
import { putDraft } from '../../../../test/support/desk-drafts.ts';
import { deskSite } from '../../../../test/support/desk-site.ts';
import { typist } from '../../../../test/support/room.ts';
import { emptyContent } from '../../shared/draft-doc.ts';

test('on a line that says nothing it is soon told that words are kept here; when it comes after all they go out', async () => {
  await using site = await deskSite();
  await using tunnel = await between(Number(new URL(site.url).port));
  const out = Promise.withResolvers<void>();
  tunnel.meddle = () => ({ hold: out.promise });
  const rosa = await site.as('reporter');
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: rosa.person.id });
  using typing = typist({ url: tunnel.url, origin: site.url, cookie: rosa.cookie }, draft.id);
  typing.types('From the tunnel');
  assert.equal(typing.link.known().link, 'trying');
  await typing.until(() => typing.link.known().link === 'lost');
  assert.equal(typing.link.known().unsaved, 1);
  out.resolve();
  await typing.saved();
});
