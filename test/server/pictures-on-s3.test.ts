import assert from 'node:assert/strict';
import { once } from 'node:events';
import fs from 'node:fs';
import net, { type AddressInfo, type Socket } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openNewsroom } from '../../src/app.ts';
import { createToken } from '../../src/commands/create-token.ts';
import { readConfig } from '../../src/config.ts';
import { startS3Store } from '../../src/media/blobs/fixtures/start-s3-store.ts';
import { photo } from '../support/pictures.ts';
import { killableServer, pause } from '../support/server-process.ts';

type Told = { id: string; src: string; ready: boolean; renditions: { url: string }[] };

/** The way to the store, which can be cut and mended. */
async function wayTo(endpoint: string) {
  const sockets = new Set<Socket>();
  const store = { host: '127.0.0.1', port: Number(new URL(endpoint).port) };
  const way = net.createServer((socket) => {
    const onward = net.connect(store);
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy()).on('close', () => other.destroy());
      one.pipe(other);
    }
  });
  await once(way.listen(0, '127.0.0.1'), 'listening');
  const { port } = way.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    async cut() {
      const closed = once(way, 'close');
      way.close();
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      await closed;
    },
    async mend() {
      await once(way.listen(port, '127.0.0.1'), 'listening');
    },
  };
}

async function told(response: Response, status: number): Promise<Told & { slug: string }> {
  assert.equal(response.status, status, await response.clone().text());
  return (await response.json()) as Told & { slug: string };
}

async function assertAway(response: Response): Promise<void> {
  assert.equal(response.status, 503, await response.clone().text());
  assert.match(response.headers.get('retry-after') ?? '', /^\d+$/);
  assert.match(((await response.json()) as { type: string }).type, /pictures-unavailable$/);
}

test('a whole newsroom keeps its pictures in an S3 store; while that is away pages go on, and who wants a picture is told when to come back', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-s3-'));
  const store = await startS3Store();
  const way = await wayTo(store.endpoint);
  const settings = {
    DATA_DIR: folder,
    WORKERS: '2',
    SAMPLE: 'off',
    S3_ENDPOINT: way.endpoint,
    S3_BUCKET: store.bucket(),
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  };
  const read = readConfig(settings);
  assert.ok(read.type === 'config');
  const authorization = await (async () => {
    await using newsroom = await openNewsroom(read.config);
    const made = await createToken(newsroom, { name: 'test', scope: 'write' });
    return made.type === 'created' ? `Bearer ${made.secret}` : assert.fail();
  })();
  const server = await killableServer(settings);
  const ask = (call: string, body?: object): Promise<Response> => {
    const [method = 'GET', address = ''] = call.split(' ');
    const isPicture = body instanceof Uint8Array;
    return fetch(`${server.url}${address}`, {
      method,
      headers: {
        authorization,
        ...(body && { 'content-type': isPicture ? 'image/jpeg' : 'application/json' }),
      },
      ...(body && { body: isPicture ? new Uint8Array(body) : JSON.stringify(body) }),
    });
  };
  const picture = await photo(700, 500);
  try {
    // It starts without its store, and tells a story without pictures.
    await way.cut();
    await server.start();
    const { slug } = await told(
      await ask('POST /api/v1/stories', { headline: 'Pier Shut', lead: { markdown: 'It is shut.' } }),
      201,
    );
    await assertAway(await ask('POST /api/v1/media?alt=A%20pier.', picture));
    assert.equal(((await (await ask('GET /api/v1/media')).json()) as { items: [] }).items.length, 0);

    // The store is back: a picture is taken in, all is made of it, and the page shows it.
    await way.mend();
    const { id, src } = await told(await ask('POST /api/v1/media?alt=A%20pier.', picture), 201);
    await told(await ask(`POST /api/v1/stories/${slug}/updates`, { markdown: `![](${src})` }), 201);
    let media: Told;
    do {
      await pause(100);
      media = await told(await ask(`GET /api/v1/media/${id}`), 200);
    } while (!media.ready);
    const { renditions } = media;
    const page = await (await ask(`GET /stories/${slug}`)).text();
    for (const { url } of renditions) assert.ok(page.includes(new URL(url).pathname), url);
    const [shown, ...others] = renditions;
    assert.ok(shown && others.length > 4);
    for (const { url } of others.slice(2)) {
      const answer = await fetch(url);
      assert.equal(answer.status, 200, url);
      assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
      assert.ok((await answer.bytes()).length > 100);
    }
    assert.deepEqual(fs.existsSync(path.join(folder, 'media')), false, 'nothing of them lies on the disk');

    // It is away again: what nobody asked for yet cannot be had, and everything else goes on.
    await way.cut();
    await assertAway(await fetch(shown.url));
    await assertAway(await ask('POST /api/v1/media?alt=Another.', await photo(640, 480)));
    await told(await ask(`POST /api/v1/stories/${slug}/updates`, { markdown: 'It goes on.' }), 201);
    const later = await ask(`GET /stories/${slug}`);
    assert.equal(later.status, 200);
    assert.match(await later.text(), /It goes on\./);
    assert.equal((await ask('GET /readyz')).status, 200);

    // And back: nothing was kept of the refusal.
    await way.mend();
    const [first, second] = await Promise.all([fetch(shown.url), fetch(shown.url)]);
    assert.deepEqual([first.status, second.status], [200, 200]);
  } finally {
    assert.equal(await server.stop(), 0);
    await way.cut();
    await store.end();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
