import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite } from '../../../../../test/support/desk-site.ts';

test('the desk tells who is signed in, and how one can sign in where nobody is', async () => {
  await using site = await deskSite();
  const ada = await site.as('editor');
  const signedIn = await ada.ask('GET /session');
  assert.deepEqual([signedIn.status, signedIn.body.person], [200, ada.person]);
  assert.ok(signedIn.body.may.includes('publish-update'));
  const nobody = await site.browser().ask('GET /session');
  assert.deepEqual([nobody.status, nobody.body.person, nobody.body.may], [200, null, []]);
  assert.equal(nobody.body.ways.password, true);
});

test('a session ends twelve hours after it was last seen, and thirty days after it began', async () => {
  await using site = await deskSite();
  const { clock } = site.newsroom;
  const ada = await site.as('editor');
  const isIn = async (): Promise<boolean> => (await ada.ask('GET /session')).body.person !== null;
  for (let hours = 0; hours < 30 * 24 - 11; hours += 11) {
    clock.pass(11 * 60);
    assert.equal(await isIn(), true, `${hours} hours on`);
  }
  clock.pass(11 * 60);
  assert.equal(await isIn(), false, 'thirty days on');

  const eve = await site.as('editor');
  clock.pass(12 * 60);
  assert.equal((await eve.ask('GET /session')).body.person, null, 'twelve hours unseen');
});
