import assert from 'node:assert/strict';
import { test } from 'node:test';
import { putDraft } from '../../../../../test/support/desk-drafts.ts';
import { deskSite, type DeskSite, type SignedIn } from '../../../../../test/support/desk-site.ts';
import { typist } from '../../../../../test/support/room.ts';
import { emptyContent } from '../../../shared/draft-doc.ts';

const writes = async (site: DeskSite, who: SignedIn, draftId: string, words: string): Promise<void> => {
  using one = typist({ url: site.url, cookie: who.cookie }, draftId);
  one.types(words);
  await one.saved();
};

test('a draft is kept as it stands, with whose words were added, and read as it stood', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const { id } = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  await writes(site, edda, id, 'High water');
  const first = await edda.ask(`POST /drafts/${id}/versions`);
  assert.equal(first.body.content.title, 'High water');
  const again = await rosa.ask(`POST /drafts/${id}/versions`);
  assert.equal(again.body.id, first.body.id, 'nothing was written meanwhile');
  await writes(site, rosa, id, ' falls');
  const second = await rosa.ask(`POST /drafts/${id}/versions`);
  assert.deepEqual(second.body.by, [rosa.person.id]);
  const { versions } = (await edda.ask(`GET /drafts/${id}/versions`)).body;
  assert.deepEqual(
    versions.map((version: { id: string }) => version.id),
    [second.body.id, first.body.id],
  );
  assert.equal('content' in versions[0], false);
  const whole = await edda.ask(`GET /drafts/${id}/versions/${first.body.id}`);
  assert.equal(whole.body.content.title, 'High water');
  const other = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  assert.equal((await edda.ask(`GET /drafts/${other.id}/versions/${first.body.id}`)).status, 404);
});

test('a version is kept every five minutes of writing, and what it holds is made one', async () => {
  await using site = await deskSite();
  const edda = await site.as('editor');
  const { id } = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const { storage, clock } = site.newsroom;
  const keystrokes = 60;
  {
    using one = typist({ url: site.url, cookie: edda.cookie }, id);
    for (let key = 0; key < keystrokes; key += 1) {
      one.types('x');
      await one.saved();
    }
    clock.pass(6);
  }
  const kept = new Promise<void>((resolve) => {
    const look = async (): Promise<void> => {
      if ((await storage.drafts.versions(id, 1)).length > 0) resolve();
      else setImmediate(() => void look());
    };
    void look();
  });
  await kept;
  const [version] = await storage.drafts.versions(id, 1);
  assert.equal(version?.content.title, 'x'.repeat(keystrokes));
});
