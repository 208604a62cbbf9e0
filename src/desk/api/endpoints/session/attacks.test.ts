import assert from 'node:assert/strict';
import { test } from 'node:test';
import { joins, PASSWORD, tokenOf } from '../../../../../test/support/accounts.ts';
import { deskSite, type DeskSite } from '../../../../../test/support/desk-site.ts';
import { chosenId, openedStory } from '../../../../../test/support/drafts.ts';
import { editorAt } from '../../../../../test/support/desk.ts';
import { firstAdminLink } from '../../../../commands/people/first-admin.ts';

const EMAIL = 'ines@estuary.test';
const signInAs = (site: DeskSite, email: string, password: string) =>
  site.browser().ask('POST /session', { body: { email, password } });

test('a session that somebody planted in a browser is not the one its owner signs in with', async () => {
  await using site = await deskSite();
  await joins(site, EMAIL);
  const mallory = await site.as('reporter');
  const ines = site.browser();
  ines.cookie = mallory.cookie;
  await ines.ask('POST /session', { body: { email: EMAIL, password: PASSWORD } });
  assert.notEqual(ines.cookie, mallory.cookie);
  assert.equal((await ines.ask('GET /session')).body.person.email, EMAIL);
  assert.equal((await mallory.ask('GET /session')).body.person, null, 'what was planted opens nothing');

  const made = site.browser();
  made.cookie = `writethru=${'A'.repeat(43)}`;
  await made.ask('POST /session', { body: { email: EMAIL, password: PASSWORD } });
  assert.notEqual(made.cookie, `writethru=${'A'.repeat(43)}`, 'a token is never the browser’s to choose');
});

test('the cookie is no script’s, goes with no other site’s forms, and on https is bound to its host', async () => {
  for (const baseUrl of ['http://127.0.0.1:PORT', 'https://herald.example']) {
    await using site = await deskSite({ baseUrl });
    await joins(site, EMAIL);
    const [cookie = ''] = (await signInAs(site, EMAIL, PASSWORD)).headers.getSetCookie();
    const [pair = '', ...attributes] = cookie.split('; ');
    const isHttps = baseUrl.startsWith('https:');
    assert.match(pair, isHttps ? /^__Host-writethru=[\w-]{43}$/ : /^writethru=[\w-]{43}$/);
    const due = ['Path=/', 'Max-Age=2592000', 'HttpOnly', 'SameSite=Lax', ...(isHttps ? ['Secure'] : [])];
    assert.deepEqual(attributes, due);
  }
});

test('what another site’s page asks for is refused, whoever’s cookie comes with it', async () => {
  await using site = await deskSite();
  const admin = await site.as('admin');
  const body = { email: 'eve@evil.test', name: 'Eve', role: 'admin' };
  const foreign: Record<string, string | null>[] = [
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.test' },
    { 'sec-fetch-site': 'same-site', origin: 'https://blog.evil.test' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': null, origin: 'https://evil.test' },
    { 'sec-fetch-site': null, origin: 'null' },
    { 'sec-fetch-site': null, origin: null },
  ];
  for (const headers of foreign) {
    for (const call of ['POST /invitations', 'POST /session', 'DELETE /session']) {
      const { status, body: told } = await admin.ask(call, {
        headers,
        ...(call.startsWith('POST') && { body }),
      });
      assert.deepEqual([status, told.type?.split('#')[1]], [403, 'foreign-origin'], JSON.stringify(headers));
    }
  }
  assert.deepEqual((await admin.ask('GET /invitations')).body.items, []);
  assert.notEqual((await admin.ask('GET /session')).body.person, null);
});

test('of two who open a link at the same instant, on two nodes, one is let in', async () => {
  await using site = await deskSite();
  await using node = await deskSite({ newsroom: site.newsroom });
  const admin = await site.as('admin');
  const made = await admin.ask('POST /invitations', { body: { email: EMAIL, name: 'Ines', role: 'editor' } });
  const open = (at: DeskSite) =>
    at.browser().ask(`POST /links/${tokenOf(made.body.link)}`, { body: { password: PASSWORD } });
  const answers = await Promise.all([open(site), open(node), open(site), open(node)]);
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 410, 410, 410],
  );
  const people = await site.newsroom.storage.people.list();
  assert.equal(people.filter(({ email }) => email === EMAIL).length, 1);
});

test('tries at one account wait, longer each time, and never for ever', async () => {
  await using site = await deskSite();
  await joins(site, EMAIL);
  for (let tries = 0; tries < 5; tries += 1)
    assert.equal((await signInAs(site, EMAIL, 'wrong wrong wrong')).status, 401);
  let longest = 0;
  for (let tries = 0; tries < 12; tries += 1) {
    const held = await signInAs(site, EMAIL, PASSWORD);
    assert.deepEqual([held.status, held.body.type.split('#')[1]], [429, 'too-many-attempts']);
    const wait = Number(held.headers.get('retry-after'));
    assert.ok(wait >= longest && wait <= 300, `${wait} s after ${longest} s`);
    longest = wait;
    site.newsroom.clock.pass(wait / 60);
    assert.equal((await signInAs(site, EMAIL, 'wrong wrong wrong')).status, 401);
  }
  assert.equal(longest, 300);
  site.newsroom.clock.pass(5);
  assert.equal((await signInAs(site, EMAIL, PASSWORD)).status, 200);
  const { items } = (await (await site.as('admin')).ask('GET /activity?limit=50')).body;
  const told = items.filter(({ action }: { action: string }) => action === 'sign-in-failed');
  assert.equal(told.length, 1, 'told once, not with every try');
});

test('a clock that is set back locks nobody out for as long as it was', async () => {
  await using site = await deskSite();
  await joins(site, EMAIL);
  for (let tries = 0; tries < 6; tries += 1) await signInAs(site, EMAIL, 'wrong wrong wrong');
  site.newsroom.clock.pass(-180);
  const held = await signInAs(site, EMAIL, PASSWORD);
  assert.equal(held.status, 429, 'what was wrong before counts all the same');
  const wait = Number(held.headers.get('retry-after'));
  assert.ok(wait <= 300, `${wait} s`);
  site.newsroom.clock.pass(wait / 60);
  assert.equal((await signInAs(site, EMAIL, PASSWORD)).status, 200);
});

test('many tries at once are no more than five', async () => {
  await using site = await deskSite();
  await joins(site, EMAIL);
  const answers = await Promise.all(
    Array.from({ length: 25 }, (_, n) => signInAs(site, EMAIL, `a guess that is wrong ${n}`)),
  );
  const looked = answers.filter(({ status }) => status === 401).length;
  assert.equal(looked, 5);
});

test('one address that tries at many accounts waits; another address does not', async () => {
  await using site = await deskSite({ settings: { TRUSTED_PROXIES: '127.0.0.1' } });
  const from = (address: string, n: number) =>
    site.browser().ask('POST /password-resets', {
      body: { email: `somebody${n}@estuary.test` },
      headers: { 'x-forwarded-for': address },
    });
  let last = await from('203.0.113.9', 0);
  for (let n = 1; n < 40 && last.status === 202; n += 1) last = await from('203.0.113.9', n);
  assert.equal(last.status, 429);
  assert.ok(Number(last.headers.get('retry-after')) > 0);
  assert.equal((await from('203.0.113.10', 50)).status, 202);
  site.newsroom.clock.pass(1);
  assert.equal((await from('203.0.113.9', 51)).status, 202);
});

/** All of an answer but when it was given. */
const plain = ({ status, text, headers }: { status: number; text: string; headers: Headers }) => {
  const kept = [...headers].filter(([name]) => !['date', 'content-length'].includes(name));
  return JSON.stringify([status, text, kept]);
};

test('nobody learns from an answer who works here', async () => {
  await using site = await deskSite();
  const ines = await joins(site, EMAIL);
  const admin = await site.as('admin');
  const gone = await joins(site, 'gone@estuary.test');
  await admin.ask(`PATCH /people/${gone.person.id}`, { body: { disabled: true } });
  assert.ok(ines.person);
  for (let n = 0; n < 7; n += 1) {
    const known = plain(await signInAs(site, EMAIL, 'wrong wrong wrong'));
    assert.equal(plain(await signInAs(site, 'nobody@estuary.test', 'wrong wrong wrong')), known);
    assert.equal(plain(await signInAs(site, 'gone@estuary.test', PASSWORD)), known);
  }
  const reset = (email: string) => site.browser().ask('POST /password-resets', { body: { email } });
  const known = plain(await reset(EMAIL));
  assert.match(known, /^\[202/);
  for (const email of ['nobody@estuary.test', 'gone@estuary.test', 'no address'])
    assert.equal(plain(await reset(email)), known);
});

test('a stolen cookie opens nothing once its owner has signed out, or changed the password elsewhere', async () => {
  await using site = await deskSite();
  await using node = await deskSite({ newsroom: site.newsroom });
  const ines = await joins(site, EMAIL);
  const thief = node.browser();
  thief.cookie = ines.cookie;
  assert.equal((await thief.ask('GET /people')).status, 200);
  const out = await ines.ask('DELETE /session');
  assert.deepEqual([out.status, ines.cookie], [204, '']);
  assert.equal((await thief.ask('GET /people')).status, 401);

  const [phone, laptop] = [site.browser(), site.browser()];
  for (const browser of [phone, laptop])
    await browser.ask('POST /session', { body: { email: EMAIL, password: PASSWORD } });
  thief.cookie = phone.cookie;
  assert.equal((await thief.ask('GET /people')).status, 200);
  const changed = await laptop.ask('PUT /account/password', {
    body: { password: PASSWORD, next: 'three dry herrings' },
  });
  assert.equal(changed.status, 204, changed.text);
  assert.equal((await thief.ask('GET /people')).status, 401);
  assert.equal((await laptop.ask('GET /people')).status, 200);
});

test('what one person filed on a device goes out under no other’s name, who signed in there meanwhile', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const { storyId } = await openedStory(edda);
  const body = { id: chosenId(), storyId, kind: 'update' };
  const headers = { 'x-as': rosa.person.id };
  assert.equal((await edda.ask('POST /drafts', { body, headers })).status, 401);
  assert.equal((await edda.ask(`GET /drafts/${body.id}`)).status, 404);
  const made = await rosa.ask('POST /drafts', { body, headers });
  assert.deepEqual([made.status, made.body.draft?.createdBy], [201, rosa.person.id]);
});

test('another role, or the door, holds at the next step, on every node; the last admin keeps both', async () => {
  await using site = await deskSite();
  await using node = await deskSite({ newsroom: site.newsroom });
  const admin = await site.as('admin');
  const editor = await site.as('editor');
  const elsewhere = node.browser();
  elsewhere.cookie = editor.cookie;
  assert.equal((await elsewhere.ask('GET /activity')).status, 200);
  const change = (id: string, body: object) => admin.ask(`PATCH /people/${id}`, { body });
  assert.equal((await change(editor.person.id, { role: 'reporter' })).body.role, 'reporter');
  assert.equal((await elsewhere.ask('GET /activity')).status, 403);
  assert.equal((await change(editor.person.id, { disabled: true })).status, 200);
  assert.equal((await elsewhere.ask('GET /people')).status, 401);
  assert.equal((await change(editor.person.id, { disabled: false })).status, 200);
  assert.equal((await elsewhere.ask('GET /people')).status, 401, 'old sessions stay ended');
  for (const body of [{ role: 'editor' }, { disabled: true }]) {
    const kept = await change(admin.person.id, body);
    assert.deepEqual([kept.status, kept.body.type.split('#')[1]], [409, 'last-admin']);
  }
});

test('links that an admin made for others, and kept, open nothing once they are an admin no more', async () => {
  for (const change of [{ role: 'editor' }, { disabled: true }]) {
    await using site = await deskSite();
    const [admin, rogue, editor] = [await site.as('admin'), await site.as('admin'), await site.as('editor')];
    const back = { email: 'back@evil.test', name: 'Back Again', role: 'admin' };
    const invited = await rogue.ask('POST /invitations', { body: back });
    const reset = await rogue.ask(`POST /people/${editor.person.id}/reset`);
    const kept = await admin.ask('POST /invitations', { body: { ...back, email: EMAIL } });
    const changed = await admin.ask(`PATCH /people/${rogue.person.id}`, { body: change });
    assert.equal(changed.status, 200, changed.text);
    const open = async ({ body }: { body: { link: string } }): Promise<number> => {
      const opening = { body: { password: PASSWORD } };
      return (await site.browser().ask(`POST /links/${tokenOf(body.link)}`, opening)).status;
    };
    assert.deepEqual([await open(invited), await open(reset), await open(kept)], [410, 410, 200]);
  }
});

test('an editor cannot give a right that was taken from them, nor themselves', async () => {
  await using site = await deskSite();
  const opened = await editorAt(site.newsroom).opens({ headline: 'Here' });
  const story = opened.events[0]!.storyId;
  const [admin, editor, reporter] = [
    await site.as('admin'),
    await site.as('editor'),
    await site.as('reporter'),
  ];
  const grant = (by: typeof admin, to: typeof admin, body: object) =>
    by.ask(`PUT /stories/${story}/grants/${to.person.id}`, { body });
  assert.equal((await grant(editor, reporter, { write: null, publish: true })).status, 200);
  assert.equal((await grant(admin, editor, { write: null, publish: false })).status, 200);
  assert.equal((await grant(editor, editor, { write: null, publish: true })).status, 403);
  assert.equal((await grant(editor, reporter, { write: null, publish: true })).status, 403);
  assert.equal((await grant(reporter, reporter, { write: null, publish: true })).status, 403);
  const { items } = (await admin.ask(`GET /stories/${story}/grants`)).body;
  assert.equal(items.length, 2);
});

test('a link that makes the first admin makes no second', async () => {
  await using site = await deskSite();
  const [first, left] = [await firstAdminLink(site.newsroom), await firstAdminLink(site.newsroom)];
  const body = { email: 'ada@estuary.test', name: 'Ada Moran', password: PASSWORD };
  const ada = site.browser();
  assert.equal((await ada.ask(`GET /links/${first}`)).body.kind, 'first-admin');
  assert.equal((await ada.ask(`POST /links/${first}`, { body: { password: PASSWORD } })).status, 422);
  assert.equal((await ada.ask(`POST /links/${first}`, { body })).status, 200);
  assert.equal((await ada.ask('GET /session')).body.person.role, 'admin');
  const eve = { ...body, email: 'eve@evil.test', name: 'Eve' };
  assert.equal((await site.browser().ask(`POST /links/${left}`, { body: eve })).status, 410);
  assert.equal(await firstAdminLink(site.newsroom), null);
});
