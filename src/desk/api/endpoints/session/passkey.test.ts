import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joins, PASSWORD } from '../../../../../test/support/accounts.ts';
import { authenticator } from '../../../../../test/support/authenticator.ts';
import { deskSite, type DeskBrowser, type DeskSite } from '../../../../../test/support/desk-site.ts';

const ORIGIN = 'https://herald.example';
const EMAIL = 'ines@estuary.test';

async function withPasskey() {
  const site = await deskSite({ baseUrl: ORIGIN });
  const ines = await joins(site, EMAIL);
  const key = authenticator(ORIGIN);
  const options = await ines.ask('POST /account/passkeys/options', { body: { password: PASSWORD } });
  assert.equal(options.status, 200, options.text);
  const body = { name: 'Phone', response: key.registers(options.body) };
  const added = await ines.ask('POST /account/passkeys', { body });
  assert.deepEqual([added.status, added.body.name], [201, 'Phone'], added.text);
  const end = (): Promise<void> => site[Symbol.asyncDispose]() as Promise<void>;
  return { site, ines, key, body, options: options.body, [Symbol.asyncDispose]: end };
}

const challenge = async (site: DeskSite) => (await site.browser().ask('POST /session/passkey/options')).body;
const enter = (browser: DeskBrowser, response: object) =>
  browser.ask('POST /session/passkey', { body: { response } });

test('a passkey signs its owner in without an address, once a challenge', async () => {
  await using house = await withPasskey();
  const { site, key, options } = house;
  assert.equal(options.rp.id, 'herald.example');
  assert.equal(options.authenticatorSelection.userVerification, 'required');
  const asked = await challenge(site);
  assert.equal(asked.allowCredentials, undefined);
  const response = key.signs(asked);
  const phone = site.browser();
  const entered = await enter(phone, response);
  assert.deepEqual([entered.status, entered.body], [200, { state: 'signed-in' }], entered.text);
  assert.equal((await phone.ask('GET /account')).body.method, 'passkey');
  const replayed = await enter(site.browser(), response);
  assert.deepEqual([replayed.status, replayed.body.type.split('#')[1]], [410, 'link-spent']);
});

test('what another site had signed, a counter that went back, a foreign challenge and a key not ours are refused', async () => {
  await using house = await withPasskey();
  const { site, key, body } = house;
  const refused = async (response: object, status = 401) =>
    assert.equal((await enter(site.browser(), response)).status, status);
  await refused(key.signs(await challenge(site), { origin: 'https://heralds.example' }));
  await refused(authenticator(ORIGIN).signs(await challenge(site)));
  await refused(key.signs({ challenge: 'A'.repeat(43) }), 410);
  assert.equal((await enter(site.browser(), key.signs(await challenge(site), { counter: 9 }))).status, 200);
  await refused(key.signs(await challenge(site), { counter: 9 }));
  await refused(key.signs(await challenge(site), { counter: 3 }));
  await refused(body.response, 410);
  for (const nonsense of [{}, { id: 1, response: 2 }, { id: key.id, response: { clientDataJSON: '%%' } }])
    await refused(nonsense, 410);
});

test('a challenge to register is for whoever asked for it, once; a passkey is listed, named and removed', async () => {
  await using house = await withPasskey();
  const { site, ines, key, body } = house;
  assert.equal((await ines.ask('POST /account/passkeys', { body })).status, 410);
  const eve = await site.as('reporter');
  const options = await ines.ask('POST /account/passkeys/options', { body: { password: PASSWORD } });
  const stolen = { name: 'Mine now', response: authenticator(ORIGIN).registers(options.body) };
  assert.equal((await eve.ask('POST /account/passkeys', { body: stolen })).status, 410);
  assert.equal(
    (await ines.ask(`PATCH /account/passkeys/${key.id}`, { body: { name: 'Old phone' } })).status,
    204,
  );
  assert.equal((await eve.ask(`DELETE /account/passkeys/${key.id}`, { body: {} })).status, 204);
  const { items } = (await ines.ask('GET /account/passkeys')).body;
  assert.deepEqual(
    items.map(({ name }: { name: string }) => name),
    ['Old phone'],
    'another’s stays',
  );
  const gone = await ines.ask(`DELETE /account/passkeys/${key.id}`, { body: { password: PASSWORD } });
  assert.equal(gone.status, 204);
  assert.equal((await enter(site.browser(), key.signs(await challenge(site)))).status, 401);
});
