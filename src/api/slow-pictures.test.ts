import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { apiSite, type ApiSite } from '../../test/support/api-site.ts';
import { photo, withSegment } from '../../test/support/pictures.ts';
import { pause } from '../../test/support/server-process.ts';

/** A tenth of a second is this newsroom's half a minute. */
const bodies = { quick: 100, slow: 4000, floor: 2000 };
const patient = { ...bodies, slow: 600_000 };

/** With a comment in it as long as one can be. */
const picture = withSegment(await photo(640, 480), 0xfe, Buffer.alloc(65_000, 'x'));
const endless = Buffer.alloc(10_000_000, 1);

type Sending = {
  body?: Buffer;
  to?: string;
  type?: string;
  /** So many bytes every so many ms. */
  step: number;
  every: number;
  /** Hangs up there. */
  upTo?: number;
  scope?: 'read' | 'write';
};

/** Sends a body in pieces until it is whole or the server hung up; `went`: bytes of it that were sent by then. */
async function sends(
  site: ApiSite,
  sending: Sending,
): Promise<{ status: number; said: string; went: number }> {
  const { body = picture, to = 'media?alt=A%20wall.', type = 'image/jpeg', step, every } = sending;
  const { upTo = body.length, scope = 'write' } = sending;
  const token = await site.token({ scope });
  const socket = net.connect({ host: '127.0.0.1', port: site.port });
  // What is still being written when it is hung up on fails (EPIPE): the answer was said before.
  const over = new Promise((done) => socket.once('close', done));
  const said: Buffer[] = [];
  socket.on('data', (piece: Buffer) => said.push(piece)).on('error', () => undefined);
  socket.write(
    `POST /api/v1/${to} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer ${token}\r\n` +
      `Content-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  let went = 0;
  for (; went < upTo && !socket.destroyed; went += step) {
    socket.write(body.subarray(went, Math.min(went + step, upTo)));
    await pause(every);
  }
  if (upTo < body.length) socket.destroy();
  await over;
  const text = Buffer.concat(said).toString();
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), said: text, went };
}

async function assertNothingKept({ newsroom }: ApiSite): Promise<void> {
  const folder = path.join(newsroom.folder, 'media');
  const entries = fs.existsSync(folder)
    ? fs.readdirSync(folder, { recursive: true, withFileTypes: true })
    : [];
  assert.deepEqual(
    entries.filter((entry) => entry.isFile()).map(({ name }) => name),
    [],
  );
  assert.equal((await newsroom.storage.site()).seq, 0);
}

test('a picture from a bad network may take longer than any other request', async () => {
  await using site = await apiSite({ bodies: patient });
  const sent = await sends(site, { step: 6000, every: 50 });
  assert.equal(sent.status, 201, sent.said);
});

test('one that comes drop by drop is told so and hung up on, and nothing of it is kept', async () => {
  await using site = await apiSite({ bodies: patient });
  const sent = await sends(site, { step: 1, every: 20 });
  assert.equal(sent.status, 408, sent.said);
  assert.match(sent.said, /application\/problem\+json/);
  await assertNothingKept(site);
});

test('one that comes steadily and never ends is hung up on once its time is over', async () => {
  await using site = await apiSite({ bodies });
  const sent = await sends(site, { body: endless, step: 4000, every: 20 });
  assert.equal(sent.status, 408, sent.said);
  assert.ok(sent.went < endless.length);
  await assertNothingKept(site);
});

test('who may send none is granted no time: they are answered at once, and hung up on though they go on sending', async () => {
  await using site = await apiSite({ bodies: patient });
  const sent = await sends(site, { body: endless, step: 4000, every: 20, scope: 'read' });
  assert.equal(sent.status, 403, sent.said);
  assert.ok(sent.went < endless.length, 'long before the end');
});

test('words are granted no time either, however steadily they come', async () => {
  await using site = await apiSite({ bodies: patient });
  const body = Buffer.from(JSON.stringify({ headline: 'x'.repeat(900_000) }));
  const sent = await sends(site, { body, to: 'stories', type: 'application/json', step: 400, every: 20 });
  assert.equal(sent.status, 408, sent.said);
  assert.ok(sent.went < body.length);
});

test('a picture that breaks off leaves nothing behind, and the same one is taken in when it is sent again', async () => {
  await using site = await apiSite({ bodies: patient });
  const sent = await sends(site, { step: 10_000, every: 10, upTo: 30_000 });
  assert.equal(sent.status, 0);
  await assertNothingKept(site);
  const again = await site.ask('POST /api/v1/media?alt=A%20wall.', {
    bytes: picture,
    headers: { 'content-type': 'image/jpeg' },
  });
  assert.equal(again.status, 201, again.text);
});
