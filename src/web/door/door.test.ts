import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import { test } from 'node:test';
import { openDoor, type Patience, type Way } from './door.ts';

const FINISHED = Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\n');

const kept: Way = ({ target }) =>
  target === '/kept' ? Promise.resolve(Buffer.concat([FINISHED, Buffer.from('kept')])) : null;

/** A server behind a door: `/kept` is answered there, `/stream` becomes a stream, all else is told by `node:http`. */
async function site({
  way = () => null,
  patience = { first: 60_000, between: 60_000 },
}: { way?: Way; patience?: Patience } = {}) {
  const told: string[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      told.push(`${request.method} ${request.url} ${body}`);
      response.end(`node: ${request.method} ${request.url} ${body}`);
    });
  });
  const streams: Socket[] = [];
  const stream: Way = async ({ target }) => {
    if (target !== '/stream') return null;
    return (socket) => {
      streams.push(socket);
      socket.write('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nbeat');
    };
  };
  const door = openDoor(server, [way, kept, stream], patience);
  const connected: Socket[] = [];
  server.on('connection', (socket: Socket) => connected.push(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    told,
    streams,
    door,
    server,
    /** Resolves once so many bytes of the newest connection have been read. */
    async heard(bytes: number) {
      while ((connected.at(-1)?.bytesRead ?? 0) < bytes)
        await new Promise((resolve) => setImmediate(resolve));
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      door.close();
      server.closeAllConnections();
      for (const socket of streams) socket.destroy();
      await closed;
    },
  };
}

/** A connection; `until` resolves with all that came once it holds the words. */
async function connect(port: number, options: Partial<net.TcpNetConnectOpts> = {}) {
  const socket = net.connect({ port, host: '127.0.0.1', ...options });
  await once(socket, 'connect');
  let read = '';
  socket.setEncoding('latin1').on('data', (text: string) => (read += text));
  const closed = once(socket, 'close');
  socket.on('error', () => undefined);
  return {
    socket,
    closed,
    asks: (target: string, more = '') => socket.write(`GET ${target} HTTP/1.1\r\nHost: a\r\n${more}\r\n`),
    async until(words: string): Promise<string> {
      while (!read.includes(words)) {
        if (socket.closed) throw new Error(`the connection ended after: ${read}`);
        await Promise.race([once(socket, 'data'), closed]);
      }
      return read;
    },
    [Symbol.dispose]: () => socket.destroy(),
  };
}

test('on one connection what is kept is answered at the door and all else behind it, each in its turn', async () => {
  await using at = await site();
  using reader = await connect(at.port);
  reader.asks('/kept');
  assert.equal(await reader.until('kept'), `${FINISHED.toString()}kept`);
  reader.asks('/kept');
  await reader.until('keptHTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nkept');
  assert.deepEqual(at.told, []);
  reader.asks('/other');
  await reader.until('node: GET /other');
  reader.asks('/kept');
  assert.match(await reader.until('node: GET /kept'), /node: GET \/other [^]*node: GET \/kept/);
});

test('what came in parts, with a body, or several at once is whole behind the door', async () => {
  await using at = await site();
  using slow = await connect(at.port);
  slow.socket.write('GET /ke');
  await at.heard(7);
  slow.socket.write('pt HTTP/1.1\r\nHost: a\r\n\r\n');
  await slow.until('node: GET /kept');
  using posting = await connect(at.port);
  posting.socket.write('POST /kept HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nwords');
  await posting.until('node: POST /kept words');
  using hasty = await connect(at.port);
  hasty.socket.write('GET /one HTTP/1.1\r\nHost: a\r\n\r\nGET /two HTTP/1.1\r\nHost: a\r\n\r\n');
  assert.match(await hasty.until('node: GET /two'), /node: GET \/one[^]*node: GET \/two/);
});

test('who asks on before the answer is there gets both, in their order', async () => {
  const ready = Promise.withResolvers<void>();
  const way: Way = ({ target }) =>
    target === '/late' ? ready.promise.then(() => Buffer.concat([FINISHED, Buffer.from('late')])) : null;
  await using at = await site({ way });
  using reader = await connect(at.port);
  reader.asks('/late');
  await at.heard(1);
  reader.asks('/after');
  await new Promise((resolve) => reader.socket.write('', resolve));
  ready.resolve();
  assert.match(
    await reader.until('node: GET /after'),
    /^HTTP\/1.1 200 OK[^]*\r\n\r\nlateHTTP[^]*node: GET \/after/,
  );
});

const unsure: Way = ({ target }) => {
  if (target === '/stale') return Promise.resolve(null);
  return target === '/broken' ? Promise.reject(new Error('away')) : null;
};

test('an answer that turns out not to be right any more is given behind the door; so is one that broke', async () => {
  await using at = await site({ way: unsure });
  for (const target of ['/stale', '/broken']) {
    using reader = await connect(at.port);
    reader.asks(target);
    await reader.until(`node: GET ${target}`);
  }
});

test('a connection that is to be closed is closed behind its answer', async () => {
  await using at = await site();
  using reader = await connect(at.port);
  reader.asks('/kept', 'Connection: close\r\n');
  await reader.closed;
  assert.equal(await reader.until('kept'), `${FINISHED.toString()}kept`);
});

test('a stream has its connection for itself: what its reader says on is not heard', async () => {
  await using at = await site();
  using reader = await connect(at.port);
  reader.asks('/stream');
  await reader.until('beat');
  reader.asks('/kept');
  reader.asks('/other');
  at.streams[0]!.write('still a stream');
  assert.doesNotMatch(await reader.until('still a stream'), /kept|node:/);
  assert.deepEqual(at.told, []);
});

test('who asks nothing is told so, and who asks no more is let go', async () => {
  await using at = await site({ patience: { first: 0, between: 0 } });
  using silent = await connect(at.port);
  using content = await connect(at.port);
  content.asks('/kept');
  await content.until('kept');
  await Promise.all([silent.closed, content.closed]);
  assert.match(await silent.until('408'), /^HTTP\/1.1 408 /);
  assert.doesNotMatch(await content.until('kept'), /408/);
});

test('who leaves without a word, or breaks off in the middle, leaves nothing behind', async () => {
  await using at = await site();
  using polite = await connect(at.port, { allowHalfOpen: true });
  polite.socket.end();
  await polite.closed;
  using rude = await connect(at.port);
  rude.asks('/kept');
  rude.socket.resetAndDestroy();
  await rude.closed;
  using half = await connect(at.port, { allowHalfOpen: true });
  half.asks('/other');
  half.socket.end();
  await half.until('node: GET /other');
  const count = (): Promise<number> =>
    new Promise((resolve, reject) => {
      at.server.getConnections((error, open) => (error ? reject(error) : resolve(open)));
    });
  while ((await count()) > 0) await new Promise((resolve) => setImmediate(resolve));
  assert.equal(await count(), 0);
});

/** More than the system takes for somebody who reads nothing. */
const LARGE = Buffer.alloc(16 * 1024 * 1024);
const large: Way = async ({ target }) =>
  target === '/large'
    ? Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\ncontent-length: ${LARGE.length}\r\n\r\n`), LARGE])
    : null;

/** Asks for more than can be sent without its being read, and reads nothing. */
async function reluctant(at: Awaited<ReturnType<typeof site>>, more: string, options = {}) {
  const served = once(at.server, 'connection') as Promise<[Socket]>;
  const reader = await connect(at.port, options);
  reader.socket.pause();
  reader.asks('/large', more);
  const [socket] = await served;
  while (socket.writableLength === 0) await new Promise((resolve) => setImmediate(resolve));
  return { reader, socket };
}

test('who does not take an answer is let go, whether or not the connection was to be closed behind it', async () => {
  await using at = await site({ way: large, patience: { first: 60_000, between: 50 } });
  for (const more of ['', 'Connection: close\r\n']) {
    const { reader, socket } = await reluctant(at, more);
    using _ = reader;
    if (!socket.closed) await once(socket, 'close');
    assert.ok(socket.destroyed);
  }
});

test('who says no more, and does not take what was said, is let go', async () => {
  await using at = await site({ way: large, patience: { first: 60_000, between: 50 } });
  const { reader, socket } = await reluctant(at, '', { allowHalfOpen: true });
  using _ = reader;
  reader.socket.end();
  if (!socket.closed) await once(socket, 'close');
  assert.ok(socket.destroyed);
});

test('who takes a long answer piece by piece has the whole of it, and is heard on', async () => {
  await using at = await site({ way: large });
  const { reader } = await reluctant(at, '');
  using _ = reader;
  let came = 0;
  reader.socket.on('data', (text: string) => (came += text.length));
  reader.socket.resume();
  while (came < LARGE.length) await once(reader.socket, 'data');
  reader.asks('/other');
  await reader.until('node: GET /other');
});

test('a server that closes cuts off who has still to take what was said', async () => {
  await using at = await site({ way: large });
  const { reader, socket } = await reluctant(at, 'Connection: close\r\n');
  using _ = reader;
  at.door.close();
  assert.ok(!socket.destroyed);
  at.door.cut();
  assert.ok(socket.destroyed);
});

test('as the server closes those who ask nothing are let go at once', async () => {
  await using at = await site();
  using silent = await connect(at.port);
  using content = await connect(at.port);
  content.asks('/kept');
  await content.until('kept');
  at.door.close();
  await Promise.all([silent.closed, content.closed]);
  assert.ok(silent.socket.destroyed && content.socket.destroyed);
});
