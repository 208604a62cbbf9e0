import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiSite, type ApiSite } from '../../test/support/api-site.ts';
import { half } from '../../test/support/pictures.ts';
import { editorAt } from '../../test/support/desk.ts';
import { SCOPES } from '../domain/token.ts';
import { endpoints } from './endpoints.ts';
import { RIGHTS, type EndpointName } from './rights.ts';

test('every endpoint has its line in the table of rights, and every line its endpoint', () => {
  assert.deepEqual(endpoints.map(({ at }) => at).toSorted(), Object.keys(RIGHTS).toSorted());
});

/** A body that would be taken, where one is. */
const BODIES: Partial<Record<EndpointName, object>> = {
  'POST /stories': { headline: 'New' },
  'PATCH /stories/:slug': { dek: 'New.' },
  'POST /stories/:slug/corrections': { was: 'a', is: 'b' },
  'POST /stories/:slug/updates': { markdown: 'New.' },
  'PATCH /updates/:id': { title: 'New' },
  'POST /updates/:id/corrections': { was: 'a', is: 'b' },
  'POST /updates/:id/retraction': { reason: 'New.' },
  'PATCH /media/:id': { caption: 'New.' },
  'PUT /authors/:slug': { name: 'Ines Aguilar' },
  'PATCH /site': { tagline: 'New' },
  'PUT /pages/:slug': { title: 'New', markdown: 'New.' },
  'PUT /clock': { now: '2019-02-28T05:00:00Z', running: false },
};

const PNG = await half(4, 4).png().toBuffer();

type Night = { site: ApiSite; slug: string; id: string };

/** A fresh update each time: what is retracted by one token is not there for the next. */
async function call(
  { site, slug }: Omit<Night, 'id'>,
  name: EndpointName,
  token: string | null,
): Promise<number> {
  const at = name.includes('/authors/') ? 'ines-aguilar' : slug;
  // What one token takes down is not there for the next.
  if (name.includes('/pages/'))
    await site.ask(`PUT /api/v1/pages/${slug}`, { body: BODIES['PUT /pages/:slug'] });
  const editor = editorAt(site.newsroom);
  const isOfMedia = name.includes('/media');
  const id = isOfMedia ? await editor.takesPicture() : await editor.posts(slug, 'Water over the quay.');
  const [method, path = ''] = name.split(' ');
  const filled = `/api/v1${path.replace(':slug', at).replace(':id', id)}`;
  const body = BODIES[name];
  const bytes = name === 'POST /media' && PNG;
  const upload = bytes && { bytes, headers: { 'content-type': 'image/png' } };
  return (await site.ask(`${method} ${filled}`, { token, ...(body && { body }), ...upload })).status;
}

const names = Object.keys(RIGHTS) as EndpointName[];

test('each scope may do what the table says, and nothing else, at every endpoint', async () => {
  await using site = await apiSite({ clockControl: { set: async () => undefined } });
  await editorAt(site.newsroom).opens();
  await site.ask('PUT /api/v1/authors/ines-aguilar', { body: BODIES['PUT /authors/:slug'] });
  const night = { site, slug: 'the-barrier-holds' };
  let tried = 0;
  for (const scope of SCOPES) {
    const token = await site.token({ scope });
    for (const name of names) {
      const may = SCOPES.indexOf(scope) >= SCOPES.indexOf(RIGHTS[name].scope);
      const status = await call(night, name, token);
      assert.equal(may ? status < 300 : status === 403, true, `${scope} at ${name}: ${status}`);
      tried += 1;
    }
  }
  for (const token of [null, 'nonsense', `wt_${'A'.repeat(43)}`]) {
    for (const name of names) {
      assert.equal(await call(night, name, token), 401, name);
      tried += 1;
    }
  }
  assert.equal(tried, names.length * 6);
});

test('a token for one story reaches that story and neither another nor the site', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens({ headline: 'Ours' });
  await editor.opens({ headline: 'Theirs' });
  const token = await site.token({ scope: 'admin', story: 'ours' });
  for (const name of names) {
    const own = await call({ site, slug: 'ours' }, name, token);
    const other = await call({ site, slug: 'theirs' }, name, token);
    if (RIGHTS[name].of === 'story') assert.deepEqual([own < 300, other], [true, 403], name);
    else assert.deepEqual([own, other], [403, 403], name);
  }
  await site.ask('PATCH /api/v1/stories/ours', { body: { slug: 'ours-renamed' } });
  assert.equal(
    (await site.ask('GET /api/v1/stories/ours', { token })).status,
    200,
    'by its former address too',
  );
});

test('a token for one story learns nothing of others, not even whether there are any', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens({ headline: 'Ours' });
  await editor.opens({ headline: 'Theirs' });
  const id = await editor.posts('theirs', 'Water over the quay.');
  const token = await site.token({ story: 'ours' });
  const [there, nowhere] = await Promise.all([
    site.ask('GET /api/v1/stories/theirs', { token }),
    site.ask('GET /api/v1/stories/nowhere', { token }),
  ]);
  assert.equal(there.text, nowhere.text);
  const unknown = '01a20f41-25df-779b-a2a5-66107dc5978b';
  const answers = await Promise.all(
    [id, unknown].map((one) => site.ask(`GET /api/v1/updates/${one}`, { token })),
  );
  assert.equal(answers[0]?.text, answers[1]?.text);
});

test('a token for one story makes it no translation of another: that would write there, and tell whether it is there', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens({ headline: 'Theirs' });
  await editor.opens({ headline: 'Ours', lang: 'de' });
  const token = await site.token({ scope: 'admin', story: 'ours' });
  const position = await site.newsroom.storage.position();
  const answers = [];
  for (const translationOf of ['theirs', 'nowhere', null])
    answers.push(await site.ask('PATCH /api/v1/stories/ours', { token, body: { translationOf } }));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [403, 403, 403],
  );
  assert.equal(answers[0]?.text, answers[1]?.text);
  assert.equal(await site.newsroom.storage.position(), position);
  const linked = await site.ask('PATCH /api/v1/stories/ours', { body: { translationOf: 'theirs' } });
  assert.equal(linked.status, 200);
});

test('a refusal asks for what is needed, and a refused request leaves no trace', async () => {
  await using site = await apiSite();
  await editorAt(site.newsroom).opens();
  const reader = await site.token({ scope: 'read' });
  const position = await site.newsroom.storage.position();
  const body = { headline: 'Not mine to write' };
  const none = await site.ask('POST /api/v1/stories', { token: null, body });
  const wrong = await site.ask('POST /api/v1/stories', { token: `${reader.slice(0, -1)}!`, body });
  const low = await site.ask('POST /api/v1/stories', { token: reader, body });
  assert.equal(none.headers.get('www-authenticate'), 'Bearer realm="writethru"');
  assert.match(wrong.headers.get('www-authenticate') ?? '', /error="invalid_token"/);
  assert.match(low.headers.get('www-authenticate') ?? '', /error="insufficient_scope", scope="write"/);
  assert.match(low.body.detail, /scope "write"; this one's is "read"/);
  assert.equal(await site.newsroom.storage.position(), position);
});

test('a revoked token is refused from the next request on', async () => {
  await using site = await apiSite();
  const { storage, clock } = site.newsroom;
  const token = await site.token({ name: 'lost' });
  assert.equal((await site.ask('GET /api/v1/stories', { token })).status, 200);
  const lost = (await storage.tokens.list()).find(({ name }) => name === 'lost');
  assert.ok(lost);
  await storage.tokens.revoke(lost.id, clock.now());
  assert.equal((await site.ask('GET /api/v1/stories', { token })).status, 401);
});

test('who has no token has no body read: a refusal comes before all parsing', async () => {
  await using site = await apiSite();
  const refused = await site.ask('POST /api/v1/stories', { token: null, body: 'not { json' });
  assert.equal(refused.status, 401);
});
