import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import pino from 'pino';
import { StorageUnavailable } from '../domain/errors.ts';
import { rawRequest } from '../../test/support/raw-http.ts';
import { createServer, type ServerOptions } from './server.ts';

type Site = AsyncDisposable & { url: string; port: number; log: Record<string, unknown>[]; server: Server };

/** A server with a few routes of its own, and all it logs. */
async function site(options: Partial<ServerOptions> = {}): Promise<Site> {
  const log: Record<string, unknown>[] = [];
  const stream = { write: (line: string) => log.push(JSON.parse(line) as Record<string, unknown>) };
  const server = createServer({
    baseUrl: 'http://127.0.0.1',
    trustedProxies: [],
    maxBody: 2048,
    log: pino({ level: 'debug', base: null }, stream),
    ...options,
  });
  server.get('/page', async () => 'hello');
  server.get('/long', async () => 'on and on '.repeat(2_000_000));
  server.get('/address', (request, reply) => reply.send({ ip: request.ip }));
  server.get('/named/:slug', (request, reply) => reply.send(request.params));
  server.get('/named/:slug.json', (request, reply) => reply.send(request.params));
  server.post('/words', (request, reply) => reply.send({ read: request.body ?? null }));
  server.get('/stream', (_, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n');
  });
  server.get('/broken', async () => {
    throw new Error('the password is hunter2');
  });
  server.get('/away', async () => {
    throw new StorageUnavailable('the disk is full');
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    log,
    server: server.server,
    [Symbol.asyncDispose]: () => server.close(),
  };
}

const problem = async (response: Response) => {
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  return (await response.json()) as { type: string; status: number; detail: string };
};

test('every answer, a refusal too, carries the headers that keep a page to itself', async () => {
  await using here = await site();
  for (const path of ['/page', '/nowhere', '/broken', '/away', '/named/%zz', `/named/${'x'.repeat(2000)}`]) {
    const { headers } = await fetch(here.url + path);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(
      policy,
      /default-src 'none'.*require-trusted-types-for 'script'; trusted-types writethru$/,
      path,
    );
    assert.doesNotMatch(policy, /unsafe/);
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.ok(headers.get('referrer-policy') && headers.get('permissions-policy'));
    assert.equal(headers.get('strict-transport-security'), null);
    assert.equal(headers.get('x-powered-by'), null);
  }
});

test('https is made to stick only where the site is known by https', async () => {
  await using here = await site({ baseUrl: 'https://news.example.org' });
  const { headers } = await fetch(`${here.url}/page`);
  assert.match(headers.get('strict-transport-security') ?? '', /^max-age=\d+$/);
});

test('an address that is not there is 404; one that is, by a wrong method, 405 with the right ones', async () => {
  await using here = await site();
  assert.equal((await problem(await fetch(`${here.url}/nowhere`))).type, '/api/v1/problems#not-found');
  const wrong: [string, string, string][] = [
    ['DELETE', '/page', 'GET, HEAD'],
    ['GET', '/words', 'POST'],
    ['PUT', '/named/no-deal?x=1', 'GET, HEAD'],
    ['OPTIONS', '/words', 'POST'],
    ['PROPFIND', '/page', 'GET, HEAD'],
  ];
  for (const [method, path, allow] of wrong) {
    const response = await fetch(here.url + path, { method });
    assert.equal(response.status, 405, `${method} ${path}`);
    assert.equal(response.headers.get('allow'), allow);
    assert.equal((await problem(response)).status, 405);
  }
});

test('a name before .json is not mistaken for a page’s', async () => {
  await using here = await site();
  assert.deepEqual(await (await fetch(`${here.url}/named/no-deal.json`)).json(), { slug: 'no-deal' });
  assert.deepEqual(await (await fetch(`${here.url}/named/no-deal`)).json(), { slug: 'no-deal' });
});

test('a fault of ours shows a reference and nothing else; the log has the rest', async () => {
  await using here = await site();
  const response = await fetch(`${here.url}/broken`);
  const text = await response.text();
  assert.equal(response.status, 500);
  assert.doesNotMatch(text, /hunter2|Error|at /);
  const reference = /reference ([0-9a-f]{10})/.exec(text)?.[1];
  const line = here.log.find((entry) => entry.reference === reference);
  assert.match(JSON.stringify(line), /hunter2/);
});

test('storage that is away is 503 with when to come back', async () => {
  await using here = await site();
  const response = await fetch(`${here.url}/away`);
  assert.equal(response.status, 503);
  assert.equal(response.headers.get('retry-after'), '5');
  assert.match((await problem(response)).detail, /the disk is full/);
});

const asPage: ServerOptions['problemPage'] = async ({ detail }, _, reply) =>
  reply.code(418).type('text/html').send(`<p>${detail}</p>`);

test('who asks for a page gets the problem as one, outside the API', async () => {
  await using here = await site({ problemPage: asPage });
  const ask = (path: string, accept: string) => fetch(here.url + path, { headers: { accept } });
  const page = await ask('/nowhere', 'text/html,*/*;q=0.8');
  assert.equal(await page.text(), '<p>There is nothing at this address.</p>');
  assert.equal(page.status, 418);
  assert.equal((await ask('/nowhere', 'text/event-stream')).status, 404);
  assert.equal((await ask('/api/nowhere', 'text/html')).status, 404);
});

test('a page that breaks over telling a problem leaves the problem told', async () => {
  await using here = await site({ problemPage: () => Promise.reject(new Error('no template')) });
  const response = await fetch(`${here.url}/nowhere`, { headers: { accept: 'text/html' } });
  assert.equal(response.status, 404);
  assert.equal((await problem(response)).type, '/api/v1/problems#not-found');
});

test('who a reader is comes from a proxy only where the operator named it', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'evil.example' };
  await using alone = await site();
  assert.deepEqual(await (await fetch(`${alone.url}/address`, { headers })).json(), { ip: '127.0.0.1' });
  await using behind = await site({ trustedProxies: ['127.0.0.1'] });
  assert.deepEqual(await (await fetch(`${behind.url}/address`, { headers })).json(), { ip: '203.0.113.9' });
});

test('the log tells what was asked and how it went, never by whom or with what', async () => {
  await using here = await site({ trustedProxies: ['127.0.0.1'] });
  await fetch(`${here.url}/words?q=private-matter`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer wt_s3cret',
      'content-type': 'application/json',
      'x-forwarded-for': '203.0.113.9',
    },
    body: '{"mail":"ines@example.org"}',
  });
  const told = here.log.filter(({ msg }) => msg === 'answered');
  assert.deepEqual([told[0]?.method, told[0]?.path, told[0]?.status], ['POST', '/words', 200]);
  assert.doesNotMatch(JSON.stringify(told), /203\.0\.113|127\.0\.0\.1|s3cret|private-matter|ines@/);
});

const bodies: [string, Record<string, string>, string | Uint8Array, number][] = [
  ['JSON', { 'content-type': 'application/json' }, '{"a":1}', 200],
  ['JSON that says UTF-8', { 'content-type': 'application/json; charset=UTF-8' }, '{"a":1}', 200],
  ['no body at all', { 'content-type': 'application/json' }, '', 200],
  ['JSON in Latin-1', { 'content-type': 'application/json; charset=latin1' }, '{"a":1}', 415],
  ['JSON as text', { 'content-type': 'text/plain' }, '{"a":1}', 415],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'a=1', 415],
  ['XML', { 'content-type': 'application/xml' }, '<a/>', 415],
  ['something of no type', { 'content-type': '' }, '{"a":1}', 415],
  ['something of a garbled type', { 'content-type': 'json' }, '{"a":1}', 415],
  ['something larger than is taken', { 'content-type': 'application/json' }, `"${'x'.repeat(3000)}"`, 413],
  ['bytes that are no text', { 'content-type': 'application/json' }, Uint8Array.of(0xff, 0xfe), 400],
];

for (const [what, headers, body, status] of bodies) {
  test(`a request with ${what} is answered ${status}`, async () => {
    await using here = await site();
    const response = await fetch(`${here.url}/words`, { method: 'POST', headers, body: Buffer.from(body) });
    assert.equal(response.status, status);
    if (status !== 200) assert.equal((await problem(response)).status, status);
  });
}

const garbled: [string, string | Uint8Array, number][] = [
  ['not HTTP at all', 'hello\r\n\r\n', 400],
  ['a TLS greeting', Uint8Array.of(0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3), 400],
  ['a method nobody knows', 'FETCH /page HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['no Host', 'GET /page HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['a header without a colon', 'GET /page HTTP/1.1\r\nHost: x\r\nnonsense\r\n\r\n', 400],
  ['a NUL in a header', 'GET /page HTTP/1.1\r\nHost: x\r\nA: b\0c\r\n\r\n', 400],
  ['a NUL in the address', 'GET /pa\0ge HTTP/1.1\r\nHost: x\r\n\r\n', 400],
  ['two lengths', 'POST /words HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}', 400],
  [
    'a length beside chunks',
    'POST /words HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['a length that is none', 'POST /words HTTP/1.1\r\nHost: x\r\nContent-Length: two\r\n\r\n{}', 400],
  [
    'chunks that are none',
    'POST /words HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n',
    400,
  ],
  [
    'a chunk shorter than it says',
    'POST /words HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{}\r\n0\r\n\r\n',
    400,
  ],
  [
    'a body that breaks off',
    'POST /words HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"a":',
    400,
  ],
  ['headers without end', `GET /page HTTP/1.1\r\nHost: x\r\n${'A: bcdefgh\r\n'.repeat(3000)}\r\n`, 431],
  ['an address without end', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, 431],
  ['an address too long', `GET /${'x'.repeat(9000)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`, 414],
  ['half a percent sign', 'GET /named/%e4 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400],
];

for (const [what, bytes, status] of garbled) {
  test(`${what} on the socket is answered ${status}, in words`, async () => {
    await using here = await site();
    const answer = await rawRequest(here.port, [bytes], { breaksOff: what.endsWith('breaks off') });
    assert.equal(answer.status, status);
    const told = JSON.parse(answer.body) as { status: number; detail: string };
    assert.equal(told.status, status);
    assert.ok(told.detail.length > 10);
    assert.doesNotMatch(answer.body, /node:|\.ts|\n {4}at /);
    assert.equal((await fetch(`${here.url}/page`)).status, 200, 'and the next reader is served');
  });
}

test('old HTTP without a Host is served', async () => {
  await using here = await site();
  assert.equal((await rawRequest(here.port, ['GET /page HTTP/1.0\r\n\r\n'])).status, 200);
});

test('nonsense sent into an open stream ends it, with nothing written between its events', async () => {
  await using here = await site();
  const socket = net.connect(here.port, '127.0.0.1');
  socket.write('GET /stream HTTP/1.1\r\nHost: x\r\n\r\n');
  let received = '';
  while (!received.includes('data: 1')) received += String((await once(socket, 'data'))[0]);
  socket.on('data', (more) => (received += String(more)));
  socket.write('nonsense\r\n\r\n');
  await once(socket, 'close');
  assert.match(received, /^HTTP\/1\.1 200 /);
  assert.doesNotMatch(received, /problem| 400 /);
});

test('who takes nothing of an answer is let go; who takes it slowly is not', async () => {
  await using here = await site({ stalled: 100 });
  const connected = once(here.server, 'connection') as Promise<[Socket]>;
  const never = net.connect(here.port, '127.0.0.1').pause();
  never.on('error', () => undefined).write('GET /long HTTP/1.1\r\nHost: a\r\n\r\n');
  const [socket] = await connected;
  if (!socket.closed) await once(socket, 'close');
  never.destroy();
  const slowly = net.connect(here.port, '127.0.0.1');
  slowly.write('GET /long HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  let came = 0;
  for await (const bytes of slowly) {
    came += (bytes as Buffer).length;
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.ok(came > 20_000_000, `${came} bytes`);
});
