import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiSite, type ApiSite } from '../../test/support/api-site.ts';

const GOOD = {
  light: { accent: '#0b5a4a', live: '#b4121d' },
  dark: { accent: '#7fd6c0', live: '#ff8078' },
};

const filled = (scheme: object) => ({ ...scheme, ink: null, paper: null });

async function asAdmin(): Promise<{ site: ApiSite; token: string } & AsyncDisposable> {
  const site = await apiSite();
  const token = await site.token({ scope: 'admin' });
  return { site, token, [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() };
}

test('the settings can be read before anybody has written any, and each change leaves the others', async () => {
  await using admin = await asAdmin();
  const { site, token } = admin;
  const first = await site.ask('GET /api/v1/site');
  assert.equal(first.headers.get('etag'), '"0"');
  assert.deepEqual([first.body['name'], first.body['font'], first.body.version], ['Writethru', 'mixed', 0]);

  const changed = await site.ask('PATCH /api/v1/site', {
    token,
    body: {
      name: 'The Estuary',
      navigation: [{ label: 'City', href: '/sections/city' }],
      contact: 'desk@estuary.example',
    },
  });
  assert.deepEqual([changed.status, changed.body.version, changed.body.seq], [200, 1, 1]);
  await site.ask('PATCH /api/v1/site', { token, body: { colours: GOOD, lang: 'PT-br' } });
  const { body } = await site.ask('GET /api/v1/site');
  assert.deepEqual(body, {
    name: 'The Estuary',
    lang: 'pt-BR',
    zone: 'America/New_York',
    tagline: null,
    notice: null,
    logo: null,
    colours: { light: filled(GOOD.light), dark: filled(GOOD.dark) },
    font: 'mixed',
    navigation: [{ label: 'City', href: '/sections/city' }],
    contact: 'mailto:desk@estuary.example',
    fourEyes: false,
    version: 2,
    seq: 2,
  });
});

test('what is so already is no event, and its version stays', async () => {
  await using admin = await asAdmin();
  const { site, token } = admin;
  const body = { name: 'The Estuary' };
  await site.ask('PATCH /api/v1/site', { token, body });
  await site.ask('PUT /api/v1/authors/ines-aguilar', { token, body: { name: 'Ines Aguilar' } });
  const again = await site.ask('PATCH /api/v1/site', { token, body });
  assert.deepEqual([again.body.version, again.body.seq], [1, 2]);
});

test('colours that could not be read are refused where they stand, with both ratios', async () => {
  await using admin = await asAdmin();
  const { site, token } = admin;
  const faint = {
    light: { accent: '#8ab4f8', live: '#ffd6d6' },
    dark: { ...GOOD.dark, ink: '#444444', paper: '#222222' },
  };
  const refused = await site.ask('PATCH /api/v1/site', { token, body: { colours: faint, name: 'New' } });
  assert.equal(refused.status, 422);
  const told = Object.fromEntries(refused.body.errors.map(({ pointer, detail }) => [pointer, detail]));
  assert.deepEqual(Object.keys(told), ['/colours/light/accent', '/colours/light/live', '/colours/dark/ink']);
  assert.match(
    told['/colours/light/accent'] ?? '',
    /contrast of 1\.9\d?:1 on the light page, and needs 4\.5:1/,
  );
  assert.match(told['/colours/light/live'] ?? '', /needs 3:1/);
  assert.equal((await site.ask('GET /api/v1/site')).body['name'], 'Writethru', 'nothing of it was taken');
});

test('two who change the settings from one version do not overwrite each other', async () => {
  await using admin = await asAdmin();
  const { site, token } = admin;
  const first = (await site.ask('GET /api/v1/site')).headers.get('etag') ?? '';
  const [one, other] = await Promise.all(
    ['One', 'Other'].map((name) =>
      site.ask('PATCH /api/v1/site', { token, headers: { 'if-match': first }, body: { name } }),
    ),
  );
  assert.deepEqual(new Set([one!.status, other!.status]), new Set([200, 412]));
  const behind = one!.status === 412 ? one! : other!;
  assert.equal(behind.body['current'], 1);
  const next = { 'if-match': '"1"' };
  assert.equal(
    (await site.ask('PATCH /api/v1/site', { token, headers: next, body: { name: 'Third' } })).status,
    200,
  );
});

test('a retry with the same key changes the settings once', async () => {
  await using admin = await asAdmin();
  const { site, token } = admin;
  const send = () =>
    site.ask('PATCH /api/v1/site', { token, headers: { 'idempotency-key': 'k' }, body: { tagline: 'New' } });
  const [first, second] = [await send(), await send()];
  assert.equal(second.headers.get('idempotency-replayed'), 'true');
  assert.deepEqual([first.text, (await site.newsroom.storage.site()).seq], [second.text, 1]);
});

test('what cannot be is refused at its place', async () => {
  await using admin = await asAdmin();
  const { site, token } = admin;
  const cases: [object, string][] = [
    [{ zone: 'Mars/Olympus' }, '/zone'],
    [{ lang: 'no language' }, '/lang'],
    [{ navigation: [{ label: 'X', href: 'javascript:alert(1)' }] }, '/navigation/0/href'],
    [{ navigation: [{ label: 'X', href: '//evil.example' }] }, '/navigation/0/href'],
    [{ contact: 'javascript:alert(1)' }, '/contact'],
    [{ logo: 'logo.svg' }, '/logo'],
    [{ font: 'Comic Sans' }, '/font'],
    [{ colours: { light: { accent: 'red', live: '#b4121d' }, dark: GOOD.dark } }, '/colours'],
    [{ colours: { light: GOOD.light } }, '/colours'],
  ];
  for (const [body, pointer] of cases) {
    const { status, body: told } = await site.ask('PATCH /api/v1/site', { token, body });
    assert.ok(
      status >= 400 && status < 500 && told.errors.some((error) => error.pointer.startsWith(pointer)),
      JSON.stringify([body, told]),
    );
  }
});

test('a new story has the site’s language and zone where it says nothing else', async () => {
  await using admin = await asAdmin();
  const { site, token } = admin;
  await site.ask('PATCH /api/v1/site', { token, body: { lang: 'pt', zone: 'Europe/Lisbon' } });
  const opened = await site.ask('POST /api/v1/stories', { body: { headline: 'Ferry atrasado' } });
  const { body } = await site.ask(`GET /api/v1/stories/${opened.body.slug}`);
  assert.deepEqual([body['lang'], body['zone']], ['pt', 'Europe/Lisbon']);
});

test('a page is written, read, written over, listed and taken down', async () => {
  await using site = await apiSite();
  const put = (slug: string, body: object, headers = {}) =>
    site.ask(`PUT /api/v1/pages/${slug}`, { body, headers });
  const first = await put('about', { title: 'About us', markdown: 'We are *four*.' });
  assert.deepEqual([first.status, first.body.version, first.body.url], [200, 1, `${site.url}/pages/about`]);
  await put('privacy', { title: 'Privacy', markdown: 'None is kept.', inFooter: false, lang: 'de' });
  const { body } = await site.ask('GET /api/v1/pages/about');
  assert.deepEqual([body['html'], body['inFooter']], ['<p dir="auto">We are <em>four</em>.</p>', true]);
  const over = await put('about', { title: 'About us', document: body['document'] }, { 'if-match': '"1"' });
  assert.deepEqual([over.body.version, over.body.seq], [1, 2], 'the same words are no event');
  assert.equal((await put('about', { title: 'About', markdown: 'Us.' }, { 'if-match': '"9"' })).status, 412);
  const listed = await site.ask('GET /api/v1/pages?limit=1');
  const rest = await site.ask(`GET /api/v1/pages?limit=1&cursor=${listed.body.next}`);
  assert.deepEqual(
    [listed.body.items[0]?.slug, rest.body.items[0]?.slug, rest.body.next],
    ['about', 'privacy', null],
  );
  assert.equal(
    (await site.ask('DELETE /api/v1/pages/about', { headers: { 'if-match': '"2"' } })).status,
    412,
  );
  assert.equal((await site.ask('DELETE /api/v1/pages/about')).status, 200);
  for (const call of ['GET', 'DELETE']) {
    const gone = await site.ask(`${call} /api/v1/pages/about`);
    assert.deepEqual([gone.status, gone.body.type], [404, '/api/v1/problems#unknown-page']);
  }
});

test('a page needs an address, a title and a text', async () => {
  await using site = await apiSite();
  const put = async (slug: string, body: object) =>
    (await site.ask(`PUT /api/v1/pages/${slug}`, { body })).status;
  const good = { title: 'A', markdown: 'b' };
  assert.equal(await put('About', good), 422);
  assert.equal(await put('a%2Fb', good), 422);
  assert.equal(await put('about', { title: 'A' }), 422);
  assert.equal(await put('about', { title: 'A', markdown: ' ' }), 422);
  assert.equal(await put('about', { ...good, title: ' ' }), 422);
  assert.equal(await put(encodeURIComponent('über-uns'), good), 200);
  assert.equal((await site.ask('GET /api/v1/pages?limit=1')).body.items[0]?.slug, 'über-uns');
});
