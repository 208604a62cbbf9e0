import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite } from '../../../../../test/support/desk-site.ts';

test('somebody invited chooses a password by a link that opens once, and signs in by it', async () => {
  await using site = await deskSite();
  const ada = await site.as('admin');
  const made = await ada.ask('POST /invitations', {
    body: { email: 'Ines@Estuary.test', name: 'Ines Vidal', role: 'reporter' },
  });
  assert.deepEqual([made.status, made.body.mailed], [201, false], made.text);
  const token = String(made.body.link).split('/').at(-1);
  const ines = site.browser();
  const told = await ines.ask(`GET /links/${token}`);
  assert.deepEqual(
    [told.body.state, told.body.kind, told.body.email, told.body.name],
    ['good', 'invitation', 'ines@estuary.test', 'Ines Vidal'],
  );
  const weak = await ines.ask(`POST /links/${token}`, { body: { password: 'inesvidal2019' } });
  assert.deepEqual([weak.status, weak.body.errors[0].pointer], [422, '/password']);
  const password = 'seven wet herons';
  const opened = await ines.ask(`POST /links/${token}`, { body: { password, name: 'Inés Vidal' } });
  assert.deepEqual([opened.status, opened.body], [200, { state: 'signed-in' }], opened.text);
  assert.equal((await ines.ask('GET /session')).body.person.name, 'Inés Vidal');

  const again = await site.browser().ask(`POST /links/${token}`, { body: { password } });
  assert.equal(again.status, 410);
  assert.match(again.body.detail, /used before/);
  assert.equal((await site.browser().ask(`GET /links/${token}`)).body.state, 'used');

  const phone = site.browser();
  const entered = await phone.ask('POST /session', { body: { email: 'INES@estuary.test', password } });
  assert.deepEqual([entered.status, entered.body.state], [200, 'signed-in']);
  assert.equal((await phone.ask('GET /session')).body.person.email, 'ines@estuary.test');
});
