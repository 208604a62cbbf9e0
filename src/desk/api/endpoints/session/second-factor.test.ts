import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, enrols, joins, PASSWORD, tokenOf } from '../../../../../test/support/accounts.ts';
import { deskSite, type DeskSite } from '../../../../../test/support/desk-site.ts';

const EMAIL = 'ines@estuary.test';

async function ticketOf(site: DeskSite): Promise<string> {
  const entered = await site.browser().ask('POST /session', { body: { email: EMAIL, password: PASSWORD } });
  assert.equal(entered.body.state, 'second-factor', entered.text);
  assert.deepEqual(entered.headers.getSetCookie(), [], 'nobody is signed in yet');
  return entered.body.ticket;
}

test('with a second factor the password alone opens nothing; its code does, once', async () => {
  await using site = await deskSite();
  const { secret, codes } = await enrols(site, await joins(site, EMAIL));
  assert.equal(new Set(codes).size, 10);
  const code = codeOf(site, secret);
  const [laptop, phone] = [site.browser(), site.browser()];
  const first = await laptop.ask('POST /session/second-factor', {
    body: { ticket: await ticketOf(site), code },
  });
  assert.deepEqual([first.status, first.body], [200, { state: 'signed-in' }]);
  assert.equal((await laptop.ask('GET /account')).body.method, 'password+totp');
  const replayed = await phone.ask('POST /session/second-factor', {
    body: { ticket: await ticketOf(site), code },
  });
  assert.deepEqual([replayed.status, phone.cookie], [401, '']);
  assert.match(replayed.body.type, /#wrong-code$/);
});

test('who came as far as the code by a password that was changed since comes no further', async () => {
  await using site = await deskSite();
  const ines = await joins(site, EMAIL);
  const { secret } = await enrols(site, ines);
  const ticket = await ticketOf(site);
  const changed = await ines.ask('PUT /account/password', {
    body: { password: PASSWORD, next: 'three dry herrings' },
  });
  assert.equal(changed.status, 204, changed.text);
  site.newsroom.clock.pass(1);
  const entered = await site.browser().ask('POST /session/second-factor', {
    body: { ticket, code: codeOf(site, secret) },
  });
  assert.equal(entered.status, 410, entered.text);
});

test('one code given to two nodes at the same instant opens one of them', async () => {
  await using site = await deskSite();
  await using node = await deskSite({ newsroom: site.newsroom });
  const { secret } = await enrols(site, await joins(site, EMAIL));
  const tickets = [await ticketOf(site), await ticketOf(site)];
  const code = codeOf(site, secret);
  const answers = await Promise.all(
    [site, node].map((at, n) =>
      at.browser().ask('POST /session/second-factor', { body: { ticket: tickets[n], code } }),
    ),
  );
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 401],
  );
});

test('a recovery code opens once, and a ticket too', async () => {
  await using site = await deskSite();
  const ines = await joins(site, EMAIL);
  const [code = ''] = (await enrols(site, ines)).codes;
  const ticket = await ticketOf(site);
  const take = (body: object) => site.browser().ask('POST /session/second-factor', { body });
  assert.equal((await take({ ticket, code: ` ${code.toUpperCase()} ` })).status, 200);
  assert.equal((await take({ ticket: await ticketOf(site), code })).status, 401);
  const spent = await take({ ticket, code });
  assert.deepEqual([spent.status, spent.body.type.split('#')[1]], [410, 'link-spent']);
  assert.equal((await ines.ask('GET /account')).body.recoveryCodesLeft, 9);
});

test('a link for a new password does not get past the second factor', async () => {
  await using site = await deskSite();
  const admin = await site.as('admin');
  const ines = await joins(site, EMAIL);
  const { secret } = await enrols(site, ines);
  const made = await admin.ask(`POST /people/${ines.person.id}/reset`);
  assert.equal(made.status, 201, made.text);
  const phone = site.browser();
  const opened = await phone.ask(`POST /links/${tokenOf(made.body.link)}`, {
    body: { password: 'three dry herrings' },
  });
  assert.deepEqual([opened.body.state, phone.cookie], ['second-factor', '']);
  assert.equal((await ines.ask('GET /account')).status, 401, 'where they were signed in, they are no more');
  const { ticket } = opened.body;
  const entered = await phone.ask('POST /session/second-factor', {
    body: { ticket, code: codeOf(site, secret) },
  });
  assert.equal(entered.status, 200, entered.text);
});

test('the second factor is turned on and off by the password, and its QR code is what the app reads', async () => {
  await using site = await deskSite();
  const ines = await joins(site, EMAIL);
  assert.equal((await ines.ask('POST /account/totp', { body: {} })).status, 422);
  const wrong = await ines.ask('POST /account/totp', { body: { password: 'seven wet heron' } });
  assert.deepEqual([wrong.status, wrong.body.errors[0].pointer], [422, '/password']);
  const begun = await ines.ask('POST /account/totp', { body: { password: PASSWORD } });
  const { uri, secret, qr } = begun.body;
  assert.match(uri, /^otpauth:\/\/totp\/Writethru:ines%40estuary\.test\?/);
  assert.equal(new URL(uri).searchParams.get('secret'), secret);
  assert.match(qr.path, /^(M\d+ \d+h\d+v1h-\d+z)+$/);
  assert.equal((await ines.ask('GET /account')).body.secondFactor, false, 'not before its first code');
  await enrols(site, ines);
  assert.equal((await ines.ask('GET /account')).body.secondFactor, true);
  assert.equal((await ines.ask('DELETE /account/totp', { body: { password: PASSWORD } })).status, 204);
  const { secondFactor, recoveryCodesLeft } = (await ines.ask('GET /account')).body;
  assert.deepEqual([secondFactor, recoveryCodesLeft], [false, 0]);
});
