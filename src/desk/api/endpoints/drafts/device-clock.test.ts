/* oxlint-disable unicorn/no-thenable -- the wire's word for what is to come of a draft; nobody awaits it */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite } from '../../../../../test/support/desk-site.ts';
import { begin, openedStory, published, publish, words } from '../../../../../test/support/drafts.ts';
import { instantOf, millisecondsOf } from '../../../../domain/time.ts';

const HOUR = 3_600_000;

test('a device whose clock is an hour wrong moves no schedule, no stamp and no session', async () => {
  for (const off of [HOUR, -HOUR]) {
    await using site = await deskSite();
    const { clock, storage } = site.newsroom;
    const by = (minutes: number): string => instantOf(millisecondsOf(clock.now()) + off + minutes * 60_000);
    const editor = await site.as('editor');
    const { storyId } = await openedStory(editor);
    const filedAt = by(0);
    const { body } = await begin(editor, { storyId, content: words('Lunch'), then: 'file', filedAt });
    // Ahead: no later than it came in. Behind: as its writer has it, for tunnels are long.
    assert.equal(body.draft.filedAt, off > 0 ? clock.now() : filedAt);
    const { draft, seq } = published(await publish(editor, body.draft));
    const [mark] = await storage.storyMarks(storyId, seq - 1, 1);
    assert.deepEqual([mark?.at, draft.publishedBy], [clock.now(), editor.person.id], 'stamped by the server');
    const later = (await begin(editor, { storyId, content: words('Dinner') })).body.draft;
    // What is to come by a clock an hour behind is past by the server’s: it says so and moves nothing.
    const wanted = by(10);
    const set = await editor.ask(`PUT /drafts/${later.id}/schedule`, {
      body: { version: later.version, publishAt: wanted },
    });
    if (off > 0) assert.equal(set.body.publishAt, wanted, 'the instant that was chosen');
    else assert.equal(set.status, 422, set.text);
    assert.equal((await editor.ask('GET /session')).body.person.id, editor.person.id);
  }
});
