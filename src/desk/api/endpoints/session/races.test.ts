import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { test } from 'node:test';
import { codeOf, enrols, joins, PASSWORD, tokenOf } from '../../../../../test/support/accounts.ts';
import { deskSite, type DeskSite, type SignedIn } from '../../../../../test/support/desk-site.ts';
import { begin, openedStory, words } from '../../../../../test/support/drafts.ts';
import { newsroomOnSqlite, type TestNewsroom } from '../../../../../test/support/newsroom.ts';

const EMAIL = 'ines@estuary.test';
const NEXT = 'three dry herrings';
const signInAs = (site: DeskSite, password: string) =>
  site.browser().ask('POST /session', { body: { email: EMAIL, password } });

/** A newsroom whose next answer about somebody's credentials is held until it is let go: so long may argon2 take. */
async function slowAtPasswords() {
  const real = await newsroomOnSqlite();
  const { people } = real.storage;
  let hold: { asked: () => void; go: Promise<void> } | null = null;
  const credentials: typeof people.credentials = async (personId) => {
    const kept = await people.credentials(personId);
    const held = hold;
    hold = null;
    held?.asked();
    await held?.go;
    return kept;
  };
  const newsroom: TestNewsroom = {
    ...real,
    storage: { ...real.storage, people: { ...people, credentials } },
  };
  const meanwhile = async <T>(asking: () => Promise<T>, act: () => Promise<unknown>): Promise<T> => {
    const [asked, go] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    hold = { asked: asked.resolve, go: go.promise };
    const answer = asking();
    // An answer that comes before is one that never asked.
    await Promise.race([asked.promise, answer.then(() => assert.fail('it never looked at a password'))]);
    await act();
    go.resolve();
    return answer;
  };
  return { newsroom, meanwhile, [Symbol.asyncDispose]: () => real[Symbol.asyncDispose]() };
}

const sessionsOf = async ({ newsroom }: DeskSite, { person }: SignedIn): Promise<number> =>
  (await newsroom.storage.sessions.list(person.id, newsroom.clock.now())).length;

test('a sign-in by the old password that ends after the change of password opens nothing', async () => {
  await using slow = await slowAtPasswords();
  await using site = await deskSite({ newsroom: slow.newsroom });
  const ines = await joins(site, EMAIL);
  const change = { body: { password: PASSWORD, next: NEXT } };
  const late = await slow.meanwhile(
    () => signInAs(site, PASSWORD),
    async () => assert.equal((await ines.ask('PUT /account/password', change)).status, 204),
  );
  assert.deepEqual([late.status, late.headers.getSetCookie()], [401, []]);
  assert.equal(await sessionsOf(site, ines), 1);
  assert.equal((await signInAs(site, NEXT)).status, 200);
});

test('a sign-in that began before the second factor was turned on does without it no more', async () => {
  await using slow = await slowAtPasswords();
  await using site = await deskSite({ newsroom: slow.newsroom });
  const ines = await joins(site, EMAIL);
  const late = await slow.meanwhile(
    () => signInAs(site, PASSWORD),
    () => enrols(site, ines),
  );
  assert.equal(late.status, 401);
  assert.equal((await signInAs(site, PASSWORD)).body.state, 'second-factor');
});

test('no ticket to the code outlives the password it came by, and nobody let out comes in', async () => {
  await using slow = await slowAtPasswords();
  await using site = await deskSite({ newsroom: slow.newsroom });
  const [admin, ines] = [await site.as('admin'), await joins(site, EMAIL)];
  const { secret } = await enrols(site, ines);
  const change = { body: { password: PASSWORD, next: NEXT } };
  const late = await slow.meanwhile(
    () => signInAs(site, PASSWORD),
    () => ines.ask('PUT /account/password', change),
  );
  assert.deepEqual([late.status, late.body.ticket], [401, undefined]);
  const { ticket } = (await signInAs(site, NEXT)).body;
  const body = { ticket, code: codeOf(site, secret) };
  const out = await slow.meanwhile(
    () => site.browser().ask('POST /session/second-factor', { body }),
    () => admin.ask(`PATCH /people/${ines.person.id}`, { body: { disabled: true } }),
  );
  assert.equal(out.status, 401, out.text);
  await admin.ask(`PATCH /people/${ines.person.id}`, { body: { disabled: false } });
  assert.equal(await sessionsOf(site, ines), 0);
});

test('a stolen session that was about to set a password of its own is too late once the owner has', async () => {
  await using slow = await slowAtPasswords();
  await using site = await deskSite({ newsroom: slow.newsroom });
  const ines = await joins(site, EMAIL);
  const thief = site.browser();
  await thief.ask('POST /session', { body: { email: EMAIL, password: PASSWORD } });
  const late = await slow.meanwhile(
    () => thief.ask('PUT /account/password', { body: { password: PASSWORD, next: 'nine green canoes' } }),
    () => ines.ask('PUT /account/password', { body: { password: PASSWORD, next: NEXT } }),
  );
  assert.deepEqual([late.status, late.body.type?.split('#')[1]], [401, 'signed-out']);
  assert.equal((await signInAs(site, NEXT)).status, 200);
  assert.equal((await ines.ask('GET /account')).status, 200);
});

test('one code of the app, and one recovery code, let one in of all who send them at once', async () => {
  await using site = await deskSite();
  await using node = await deskSite({ newsroom: site.newsroom });
  const ines = await joins(site, EMAIL);
  const { secret, codes } = await enrols(site, ines);
  for (const code of [codeOf(site, secret), codes[0]!]) {
    const tickets: string[] = [];
    for (let n = 0; n < 4; n += 1) tickets.push((await signInAs(site, PASSWORD)).body.ticket);
    const answers = await Promise.all(
      tickets.map((ticket, n) =>
        [site, node][n % 2]!.browser().ask('POST /session/second-factor', { body: { ticket, code } }),
      ),
    );
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    assert.deepEqual(statuses, [200, 401, 401, 401], code);
  }
  assert.equal(await site.newsroom.storage.people.recoveryCodesLeft(ines.person.id), codes.length - 1);
});

test('of two who are invited to one address at once one link opens, and one account is made', async () => {
  await using site = await deskSite();
  const [ada, adam] = [await site.as('admin'), await site.as('admin')];
  const body = { email: EMAIL, name: 'Ines', role: 'editor' };
  const made = await Promise.all([ada, adam].map((admin) => admin.ask('POST /invitations', { body })));
  const opened = await Promise.all(
    made.map((one) =>
      site.browser().ask(`POST /links/${tokenOf(one.body.link)}`, { body: { password: PASSWORD } }),
    ),
  );
  assert.deepEqual(
    opened.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 410],
  );
});

/** Sends the head and half of the body, does something, then sends the rest; the status of the answer. */
async function halfway(
  site: DeskSite,
  { cookie }: SignedIn,
  [method, path]: [string, string],
  body: object,
  act: () => Promise<unknown>,
): Promise<number> {
  const text = JSON.stringify(body);
  const half = text.length >> 1;
  const headers = {
    cookie,
    origin: site.url,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    // The answer to it says that the head was read, and its sender let in.
    expect: '100-continue',
  };
  const request = http.request(`${site.url}/desk/api${path}`, { method, headers });
  request.flushHeaders();
  await once(request, 'continue');
  request.write(text.slice(0, half));
  await act();
  const answered = once(request, 'response') as Promise<[http.IncomingMessage]>;
  request.end(text.slice(half));
  const [response] = await answered;
  response.resume();
  return response.statusCode ?? 0;
}

test('a role that is lowered, a session that is ended, while a request is still on its way: it does nothing', async () => {
  await using site = await deskSite();
  const [admin, editor, other] = [await site.as('admin'), await site.as('editor'), await site.as('editor')];
  const { storyId } = await openedStory(editor);
  const first = (await begin(editor, { storyId, content: words('Lunch') })).body.draft;
  const publication: [string, string] = ['POST', `/drafts/${first.id}/publication`];
  const lowered = await halfway(site, editor, publication, { version: 1 }, () =>
    admin.ask(`PATCH /people/${editor.person.id}`, { body: { role: 'reporter' } }),
  );
  assert.equal(lowered, 403);
  const ended = await halfway(site, other, publication, { version: 1 }, () => other.ask('DELETE /session'));
  assert.equal(ended, 401);
  assert.equal((await site.newsroom.storage.drafts.find(first.id))?.status, 'draft');
  const third = await site.as('editor');
  assert.equal(await halfway(site, third, publication, { version: 1 }, async () => undefined), 200);
});
