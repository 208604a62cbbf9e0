import assert from 'node:assert/strict';
import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';
import { mock, test } from 'node:test';
import { descriptorOf, DirectWriter } from './direct.ts';

type Pair = { ours: Socket; theirs: Socket };

/** A server, and what comes to it: our end and theirs. */
async function listening(): Promise<AsyncDisposable & { connection(): Promise<Pair> }> {
  const sockets = new Set<Socket>();
  const server = net.createServer((socket) => sockets.add(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    async connection() {
      const theirs = net.connect(port, '127.0.0.1').on('error', () => undefined);
      sockets.add(theirs);
      const [ours] = (await once(server, 'connection')) as [Socket];
      return { ours, theirs };
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function allOf(theirs: Socket): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of theirs) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

test('what is written arrives whole and in order, also where the reader takes nothing for a while', async () => {
  await using server = await listening();
  const { ours, theirs } = await server.connection();
  theirs.pause();
  const writer = new DirectWriter(ours);
  const said: Buffer[] = [];
  const say = (bytes: Buffer): boolean => {
    said.push(bytes);
    return writer.write(bytes);
  };
  // Corked, as while the answer's head is still to go out.
  ours.cork();
  ours.write('head');
  say(Buffer.from(' first'));
  ours.uncork();
  await new Promise((resolve) => setImmediate(resolve));
  const byStream = mock.method(ours, 'write');
  say(Buffer.from(' second'));
  assert.equal(byStream.mock.callCount(), 0, 'node’s streams are passed by');
  byStream.mock.restore();
  let piece = 0;
  while (say(Buffer.alloc(50_000, String.fromCharCode(97 + (piece % 26))))) piece += 1;
  assert.ok(piece > 0, 'the system took some of it');
  assert.ok(ours.writableLength > 0, 'and not all');
  say(Buffer.from('behind what waits'));
  const read = allOf(theirs);
  await once(ours, 'drain', { signal: AbortSignal.timeout(10_000) });
  assert.equal(say(Buffer.from('the last')), true);
  assert.equal(ours.writableLength, 0);
  ours.destroySoon();
  const whole = Buffer.concat([Buffer.from('head'), ...said]);
  assert.ok((await read).equals(whole), 'each byte, once, in its place');
});

test('nothing is written to whoever has the descriptor next', async () => {
  await using server = await listening();
  const { ours } = await server.connection();
  const writer = new DirectWriter(ours);
  assert.equal(writer.write(Buffer.from('to its own reader')), true);
  const number = descriptorOf(ours);
  ours.destroy();
  // The lowest free number is given out first: the client's end has it, or the server's.
  const next = await server.connection();
  assert.ok([next.ours, next.theirs].map(descriptorOf).includes(number), 'the number is given out again');
  const read = Promise.all([allOf(next.ours), allOf(next.theirs)]);
  writer.write(Buffer.from('to nobody'));
  next.ours.end('one');
  next.theirs.end('two');
  assert.deepEqual((await read).map(String), ['two', 'one']);
});

test('a connection that broke is told by its stream, as any other', async () => {
  await using server = await listening();
  const { ours, theirs } = await server.connection();
  const writer = new DirectWriter(ours);
  writer.write(Buffer.from('first'));
  theirs.resetAndDestroy();
  await once(theirs, 'close');
  const closed = new Promise((resolve) => ours.on('close', resolve));
  for (let tries = 0; tries < 1000 && !ours.destroyed; tries += 1) {
    writer.write(Buffer.from('next'));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await closed;
});
