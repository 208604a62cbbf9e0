import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskSite, type DeskSite } from '../../../../../test/support/desk-site.ts';
import {
  identityProvider,
  oidcSettings,
  type Identity,
  type IdentityProvider,
} from '../../../../../test/support/identity-provider.ts';

/** Known before the port is: the provider is told where the desk is read. */
const ORIGIN = 'https://herald.example';
const CALLBACK = `${ORIGIN}/desk/api/session/sso/callback`;

async function withProvider() {
  const provider = await identityProvider(() => CALLBACK);
  const site = await deskSite({ baseUrl: ORIGIN, settings: oidcSettings(provider) });
  const end = async (): Promise<void> => {
    await site[Symbol.asyncDispose]();
    await provider[Symbol.asyncDispose]();
  };
  return { provider, site, [Symbol.asyncDispose]: end };
}

/** A browser with all the cookies it is given. */
function traveller(site: DeskSite) {
  const cookies = new Map<string, string>();
  const go = async (address: string) => {
    const path = address.replace(ORIGIN, '');
    const cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    const headers = { cookie, 'sec-fetch-site': 'cross-site' };
    const response = await fetch(`${site.url}${path}`, { redirect: 'manual', headers });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=', 2);
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return { status: response.status, location: response.headers.get('location') ?? '' };
  };
  const person = async () => {
    const browser = site.browser();
    browser.cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    return (await browser.ask('GET /session')).body.person;
  };
  return { go, person, cookies };
}

async function travels(site: DeskSite, provider: IdentityProvider, identity: Identity, to = '') {
  const browser = traveller(site);
  const out = await browser.go(`/desk/api/session/sso${to}`);
  assert.equal(out.status, 302);
  const back = await provider.vouches(out.location, identity);
  assert.ok(back.startsWith(CALLBACK), back);
  const { location } = await browser.go(back);
  return { browser, out, back, location };
}

const INES: Identity = { sub: 'u-1', email: 'Ines@Estuary.test', email_verified: true };

test('somebody invited enters by single sign-on, and is known by their subject from then on', async () => {
  await using house = await withProvider();
  const { provider, site } = house;
  const admin = await site.as('admin');
  assert.equal((await admin.ask('GET /session')).body.ways.sso, 'Estuary House');
  const body = { email: 'ines@estuary.test', name: 'Ines Vidal', role: 'editor' };
  assert.equal((await admin.ask('POST /invitations', { body })).status, 201);
  const first = await travels(site, provider, INES, '?to=/desk/stories%3Fonly=mine');
  const asked = new URL(first.out.location).searchParams;
  assert.equal(asked.get('code_challenge_method'), 'S256');
  assert.ok((asked.get('state') ?? '').length >= 43 && (asked.get('nonce') ?? '').length >= 43);
  assert.equal(first.location, `${ORIGIN}/desk/stories?only=mine`);
  const person = await first.browser.person();
  assert.deepEqual([person.email, person.role], ['ines@estuary.test', 'editor']);
  assert.deepEqual((await admin.ask('GET /invitations')).body.items, [], 'the invitation is used up');

  const moved = await travels(site, provider, { ...INES, email: 'ines@elsewhere.test' });
  assert.equal((await moved.browser.person()).id, person.id, 'the subject counts, not the address');
  const other = await travels(site, provider, { ...INES, sub: 'u-2' });
  assert.equal(other.location, `${ORIGIN}/desk/sign-in?sso=expired`, 'another subject with the same address');
  assert.equal(await other.browser.person(), null);
});

test('nobody enters uninvited, unverified or disabled', async () => {
  await using house = await withProvider();
  const { provider, site } = house;
  const admin = await site.as('admin');
  const refusedAs = async (identity: Identity): Promise<string> => {
    const { location, browser } = await travels(site, provider, identity);
    assert.equal(await browser.person(), null);
    return location.replace(`${ORIGIN}/desk/sign-in?sso=`, '');
  };
  assert.equal(await refusedAs({ sub: 'e', email: 'eve@evil.test', email_verified: true }), 'not-invited');
  const { person } = await site.as('editor');
  const known = { sub: 'k', email: person.email };
  assert.equal(await refusedAs({ ...known, email_verified: false }), 'unverified');
  assert.equal(await refusedAs(known), 'unverified');
  assert.equal(await refusedAs({ sub: 'none' }), 'unverified');
  await admin.ask(`PATCH /people/${person.id}`, { body: { disabled: true } });
  assert.equal(await refusedAs({ ...known, email_verified: true }), 'disabled');
});

test('the way back is this browser’s, once, and leads nowhere but to the desk', async () => {
  await using house = await withProvider();
  const { provider, site } = house;
  const { person } = await site.as('editor');
  const identity = { sub: 'k', email: person.email, email_verified: true };
  const leaving = await traveller(site).go('/desk/api/session/sso');
  const back = await provider.vouches(leaving.location, identity);
  const victim = traveller(site);
  assert.equal((await victim.go(back)).location, `${ORIGIN}/desk/sign-in?sso=expired`);
  assert.equal(await victim.person(), null, 'nobody is signed in to an account they did not set out for');

  const entered = await travels(site, provider, identity);
  assert.equal(entered.location, `${ORIGIN}/desk`);
  assert.equal((await entered.browser.go(entered.back)).location, `${ORIGIN}/desk/sign-in?sso=expired`);

  const astray = [
    'https://evil.test/desk',
    '//evil.test/desk',
    '/\\evil.test',
    '/desk/../stories/x',
    'desk',
    '/desk/api/session/sso',
    '/desk@evil.test',
    '/%2F/evil.test',
    'javascript:alert(1)',
  ];
  for (const to of astray) {
    const { location } = await travels(site, provider, identity, `?to=${encodeURIComponent(to)}`);
    assert.equal(location, `${ORIGIN}/desk`, to);
  }
});

test('a provider that is away is told of at the sign-in page; a forged answer too', async () => {
  const away = { OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'desk', OIDC_CLIENT_SECRET: 's' };
  await using dark = await deskSite({ baseUrl: ORIGIN, settings: away });
  const { location } = await traveller(dark).go('/desk/api/session/sso');
  assert.equal(location, `${ORIGIN}/desk/sign-in?sso=failed`);

  await using house = await withProvider();
  const { provider, site } = house;
  const browser = traveller(site);
  const out = await browser.go('/desk/api/session/sso');
  const state = new URL(out.location).searchParams.get('state');
  const forged = await browser.go(`${CALLBACK}?code=forged&state=${state}&iss=${provider.issuer}`);
  assert.equal(forged.location, `${ORIGIN}/desk/sign-in?sso=failed`);
  await using plain = await deskSite();
  assert.equal((await plain.browser().ask('GET /session/sso')).status, 404);
});
