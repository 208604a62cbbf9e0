import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refusedDocuments } from '../domain/document/hostile.ts';
import { apiSite, type Answer, type ApiSite } from '../../test/support/api-site.ts';
import { editorAt } from '../../test/support/desk.ts';
import { rawRequest } from '../../test/support/raw-http.ts';
import { endpoints } from './endpoints.ts';
import { fields } from './hostile-fields.ts';
import {
  wrongBodies,
  wrongIfMatch,
  wrongKeys,
  wrongNames,
  wrongQueries,
  wrongTokens,
  wrongTypes,
  wrongValues,
} from './hostile.ts';
import { RIGHTS } from './rights.ts';

type Night = { site: ApiSite; id: string; mediaId: string; token: string; position: number };

/** A story with an update and an author; whoever asks is an admin. */
async function night(): Promise<Night & AsyncDisposable> {
  const site = await apiSite({ clockControl: { set: async () => assert.fail('the clock was set') } });
  const editor = editorAt(site.newsroom);
  await editor.opens();
  const id = await editor.posts('the-barrier-holds', 'Water over the quay.');
  const mediaId = await editor.takesPicture();
  const token = await site.token({ scope: 'admin' });
  const position = await site.newsroom.storage.position();
  return { site, id, mediaId, token, position, [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() };
}

const filled = (name: string, { id, mediaId }: Night, slug = 'the-barrier-holds'): string =>
  name
    .replace(' ', ' /api/v1')
    .replace('/authors/:slug', '/authors/ines-aguilar')
    .replace(':slug', slug)
    .replace('/media/:id', `/media/${mediaId}`)
    .replace(':id', id);

/** A problem that helps, from which nothing of the inside shows. */
function isPlainRefusal(
  { status, headers, text }: Pick<Answer, 'status' | 'headers' | 'text'>,
  what: string,
): void {
  assert.ok(status >= 400 && status < 500, `${what}: ${status} ${text.slice(0, 200)}`);
  assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/, what);
  isHelpful(text, status, what);
}

function isHelpful(text: string, status: number, what: string): void {
  const told = JSON.parse(text) as {
    status: number;
    detail: string;
    type: string;
    errors?: { pointer: string }[];
  };
  assert.equal(told.status, status, what);
  assert.match(told.type, /^\/api\/v1\/problems#[a-z-]+$/);
  assert.ok(told.detail.length > 10 && told.detail.endsWith('.'), `${what}: ${told.detail}`);
  assert.ok(text.length < 5000, `${what}: ${text.length} characters`);
  assert.doesNotMatch(
    text,
    /node_modules|node:|\.ts\b|\n {2,}at |SQLITE|FST_ERR|typebox|ajv|schema is/i,
    what,
  );
  for (const { pointer } of told.errors ?? []) assert.match(pointer, /^(\/[^/]*)*$/, what);
}

async function nothingChanged({ site, position }: Night): Promise<void> {
  assert.equal(await site.newsroom.storage.position(), position, 'the log is as it was');
}

/** What a field cannot do without. */
const NOBODY = '"mediaId":"01a20f41-25df-779b-a2a5-66107dc5978b"';
const BESIDE: Record<string, string[]> = {
  'photo/alt': [NOBODY],
  'photo/caption': [NOBODY],
  'photo/credit': [NOBODY],
  'summary/0/updateId': ['"text":"a"'],
  'navigation/0/href': ['"label":"a"'],
  'navigation/0/label': ['"href":"/"'],
};

/** The JSON of a body with one value put at a path. */
function withValue(good: Record<string, unknown>, path: string, value: string): string {
  const steps = path.split('/');
  const placed = steps.reduceRight((inner, step, depth) => {
    if (step === '0') return `[${inner}]`;
    const kept = depth > 0 ? [] : Object.entries(good).filter(([name]) => name !== step);
    const beside = depth === steps.length - 1 ? (BESIDE[path] ?? []) : [];
    const members = kept.map(([name, member]) => `${JSON.stringify(name)}:${JSON.stringify(member)}`);
    return `{${[...members, ...beside, `${JSON.stringify(step)}:${inner}`].join(',')}}`;
  }, value);
  return placed;
}

test('no wrong value in any field of any endpoint gets through', async (context) => {
  await using here = await night();
  let tried = 0;
  for (const [name, { good, fields: known }] of Object.entries(fields)) {
    for (const [path, kind] of Object.entries(known)) {
      for (const [what, value] of Object.entries(wrongValues[kind])) {
        const body = withValue(good, path, value);
        const answer = await here.site.ask(filled(name, here), { token: here.token, body });
        isPlainRefusal(answer, `${name} with ${what} as ${path}`);
        const [first] = answer.body.errors;
        const isWhole = what === 'a bottomless list';
        assert.ok(
          isWhole || first?.pointer.startsWith(`/${path}`),
          `${name} ${path}, ${what}: ${answer.text}`,
        );
        tried += 1;
      }
    }
  }
  await nothingChanged(here);
  context.diagnostic(`${tried} wrong values in fields`);
});

test('what a fault is told of is where it lies', async () => {
  await using here = await night();
  for (const [name, { good, fields: known }] of Object.entries(fields)) {
    for (const path of Object.keys(known)) {
      const body = withValue(good, path, '4711');
      const answer = await here.site.ask(filled(name, here), { token: here.token, body });
      assert.deepEqual(
        answer.body.errors.map(({ pointer }) => pointer),
        [`/${path}`],
        `${name} ${path}`,
      );
    }
  }
});

test('every field an endpoint takes is among those tried', () => {
  const members = (schema: unknown, path: string): string[] => {
    const { properties = {}, items } = schema as { properties?: Record<string, unknown>; items?: unknown };
    const own = Object.entries(properties).flatMap(([name, inner]) => [
      `${path}${name}`,
      ...members(inner, `${path}${name}/`),
    ]);
    return items ? [...own, `${path}0`, ...members(items, `${path}0/`)] : own;
  };
  // Those that take pictures are held to forms of their own in `media.test.ts`.
  for (const { at, body } of endpoints.filter(({ takes }) => takes === undefined)) {
    assert.deepEqual(
      body ? members(body, '').toSorted() : [],
      Object.keys(fields[at]?.fields ?? {}).toSorted(),
      at,
    );
  }
});

test('no wrong body gets through', async (context) => {
  await using here = await night();
  let tried = 0;
  for (const name of Object.keys(fields)) {
    for (const [what, bytes] of Object.entries(wrongBodies)) {
      const [method = '', path = ''] = filled(name, here).split(' ');
      const response = await fetch(here.site.url + path, {
        method,
        headers: { authorization: `Bearer ${here.token}`, 'content-type': 'application/json' },
        body: Buffer.from(bytes),
      });
      isPlainRefusal(
        { status: response.status, headers: response.headers, text: await response.text() },
        `${name}: ${what}`,
      );
      tried += 1;
    }
  }
  await nothingChanged(here);
  context.diagnostic(`${tried} wrong bodies`);
});

test('no document that the gate refuses gets through, and its fault is told where it lies', async (context) => {
  await using here = await night();
  const given = refusedDocuments.filter(([, document]) => document !== undefined);
  const ways: [string, string][] = [
    ['POST /stories/:slug/updates', 'document'],
    ['PATCH /stories/:slug', 'lead/document'],
  ];
  for (const [name, path] of ways) {
    for (const [what, document, pointer] of given) {
      const body = withValue({}, path, JSON.stringify(document));
      const answer = await here.site.ask(filled(name, here), { token: here.token, body });
      isPlainRefusal(answer, what);
      const told = answer.body.errors.map((error) => error.pointer);
      assert.ok(told.includes(`/${path}${pointer}`), `${what}: ${told.join(' ')}`);
    }
  }
  await nothingChanged(here);
  context.diagnostic(`${given.length * ways.length} wrong documents`);
});

test('no body comes in another form than JSON', async (context) => {
  await using here = await night();
  for (const name of Object.keys(fields)) {
    for (const type of wrongTypes) {
      const headers = { 'content-type': type };
      const answer = await here.site.ask(filled(name, here), {
        token: here.token,
        body: '{"headline":"a"}',
        headers,
      });
      isPlainRefusal(answer, `${name}: ${type}`);
      assert.equal(answer.status, 415, `${name}: ${type}`);
    }
  }
  await nothingChanged(here);
  context.diagnostic(`${Object.keys(fields).length * wrongTypes.length} wrong content types`);
});

test('an endpoint that takes no body refuses one', async (context) => {
  await using here = await night();
  for (const name of ['PUT /updates/:id/pin', 'DELETE /updates/:id/pin']) {
    for (const body of ['{}', '[]', 'null', '{"pinned":false}', '{', '"x"']) {
      isPlainRefusal(await here.site.ask(filled(name, here), { token: here.token, body }), `${name} ${body}`);
    }
  }
  await nothingChanged(here);
  context.diagnostic('12 bodies where none is taken');
});

test('no name in an address leads astray', async (context) => {
  await using here = await night();
  let tried = 0;
  for (const name of Object.keys(RIGHTS).filter((path) => path.includes(':'))) {
    for (const wrong of wrongNames) {
      const [method = '', path = ''] = name.split(' ');
      const body = JSON.stringify(fields[name]?.good ?? null);
      const request = [
        `${method} /api/v1${path.replace(/:\w+/, wrong)} HTTP/1.1`,
        'Host: here',
        `Authorization: Bearer ${here.token}`,
        'Connection: close',
        ...(fields[name]
          ? ['Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`]
          : []),
      ];
      const answer = await rawRequest(here.site.port, [
        `${request.join('\r\n')}\r\n\r\n${fields[name] ? body : ''}`,
      ]);
      assert.ok(
        answer.status >= 400 && answer.status < 500,
        `${name} ${wrong}: ${answer.status} ${answer.body}`,
      );
      isHelpful(answer.body, answer.status, `${name} ${wrong}`);
      assert.doesNotMatch(answer.head, /set-cookie/i);
      tried += 1;
    }
  }
  await nothingChanged(here);
  context.diagnostic(`${tried} wrong names in addresses`);
});

test('no wrong query gets through', async (context) => {
  await using here = await night();
  const lists = ['GET /stories', 'GET /stories/:slug/updates'];
  for (const name of lists) {
    for (const query of wrongQueries) {
      const answer = await here.site.ask(`${filled(name, here)}?${encodeURI(query).replaceAll('%25', '%')}`, {
        token: here.token,
      });
      isPlainRefusal(answer, `${name}?${query}`);
      assert.equal(answer.status, 400, `${name}?${query}`);
    }
  }
  const mixed = await here.site.ask(
    `${filled('GET /stories/:slug/updates', here)}?order=newest&cursor=b2xkZXN0IDE`,
  );
  assert.equal(mixed.body.errors[0]?.pointer, '/query/order');
  context.diagnostic(`${wrongQueries.length * lists.length + 1} wrong queries`);
});

test('no wrong header gets through', async (context) => {
  await using here = await night();
  let tried = 0;
  const refused = async (name: string, headers: Record<string, string>, status: number): Promise<void> => {
    const good = fields[name]?.good;
    const body = good && (name.includes('updates') ? { ...good, title: 'New' } : good);
    const answer = await here.site.ask(filled(name, here), {
      token: here.token,
      ...(good && { body }),
      headers,
    });
    const what = `${name} ${JSON.stringify(headers).slice(0, 100)}`;
    isPlainRefusal(answer, what);
    assert.equal(answer.status, status, what);
    tried += 1;
  };
  for (const { at, guarded, once } of endpoints) {
    if (guarded) for (const value of wrongIfMatch) await refused(at, { 'if-match': value }, 400);
    if (once) for (const value of wrongKeys) await refused(at, { 'idempotency-key': value }, 400);
    for (const value of wrongTokens) await refused(at, { authorization: value }, 401);
  }
  await nothingChanged(here);
  context.diagnostic(`${tried} wrong headers`);
});

const raw: [string, (head: string) => (string | Uint8Array)[], number][] = [
  ['a body that breaks off', (head) => [`${head}Content-Length: 100\r\n\r\n{"headline":`], 400],
  ['a body longer than it says', (head) => [`${head}Content-Length: 5\r\n\r\n{"headline":"New"}`], 400],
  ['chunks that are none', (head) => [`${head}Transfer-Encoding: chunked\r\n\r\nhello\r\n`], 400],
  ['a chunk of negative length', (head) => [`${head}Transfer-Encoding: chunked\r\n\r\n-5\r\n{}\r\n`], 400],
  [
    'a chunk beyond all bounds',
    (head) => [`${head}Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n{}`],
    400,
  ],
  ['chunks that never end', (head) => [`${head}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n`], 400],
  ['an encoding nobody knows', (head) => [`${head}Transfer-Encoding: gzip, chunked, x\r\n\r\n{}`], 400],
  [
    'two keys',
    (head) => [
      `${head}Idempotency-Key: a\r\nIdempotency-Key: b\r\nContent-Length: 18\r\n\r\n{"headline":"New"}`,
    ],
    400,
  ],
  [
    'a key with a NUL',
    (head) => [`${head}Idempotency-Key: a\0b\r\nContent-Length: 18\r\n\r\n{"headline":"New"}`],
    400,
  ],
  [
    'a key with a line break in it',
    (head) => [`${head}Idempotency-Key: a\nb\r\nContent-Length: 18\r\n\r\n{"headline":"New"}`],
    400,
  ],
  ['headers without end', (head) => [head, 'A: b\r\n'.repeat(5000), '\r\n'], 431],
  ['one endless header', (head) => [`${head}A: ${'b'.repeat(20_000)}\r\n\r\n`], 431],
  [
    'ten megabytes in chunks',
    (head) => [
      `${head}Transfer-Encoding: chunked\r\n\r\n`,
      ...Array.from({ length: 160 }, () => `10000\r\n${'x'.repeat(65_536)}\r\n`),
      '0\r\n\r\n',
    ],
    413,
  ],
];

for (const [what, pieces, status] of raw) {
  test(`${what} is answered ${status}, and nothing is opened`, async () => {
    await using here = await night();
    const head = [
      'POST /api/v1/stories HTTP/1.1',
      'Host: here',
      `Authorization: Bearer ${here.token}`,
      'Content-Type: application/json',
      'Connection: close',
    ];
    const answer = await rawRequest(here.site.port, pieces(`${head.join('\r\n')}\r\n`), {
      breaksOff: /breaks off|never end/.test(what),
    });
    assert.equal(answer.status, status, answer.body);
    isHelpful(answer.body, status, what);
    await nothingChanged(here);
  });
}

test('a method named in a header or a query is not obeyed', async () => {
  await using here = await night();
  const update = `GET /api/v1/updates/${here.id}`;
  for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override', '_method']) {
    const answer = await here.site.ask(update, { token: here.token, headers: { [name]: 'DELETE' } });
    assert.equal(answer.status, 200);
  }
  await nothingChanged(here);
});

test('a host named by who asks is in no address', async () => {
  await using here = await night();
  const answer = await rawRequest(here.site.port, [
    [
      'GET /api/v1/stories/the-barrier-holds HTTP/1.1',
      'Host: evil.example',
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-Proto: https',
      'Forwarded: host=evil.example',
      `Authorization: Bearer ${here.token}`,
      'Connection: close\r\n\r\n',
    ].join('\r\n'),
  ]);
  assert.equal(answer.status, 200);
  assert.doesNotMatch(answer.head + answer.body, /evil/);
});
