import assert from 'node:assert/strict';
import net from 'node:net';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pino from 'pino';
import { apiSite, type Answer, type ApiSite } from '../../test/support/api-site.ts';
import { editorAt } from '../../test/support/desk.ts';
import { half, iim, photo, withIim } from '../../test/support/pictures.ts';
import { rawRequest } from '../../test/support/raw-http.ts';
import { BlobsUnavailable } from '../domain/errors.ts';
import type { Media } from '../domain/media.ts';
import type { Blobs } from '../media/blobs/blobs.ts';
import { sharp } from '../media/sharp.ts';

const TAGGED = withIim(await photo(1500, 1000), [
  iim('byline', 'Evan Vucci'),
  iim('credit', 'AP'),
  iim('caption', 'Two chairs and a table.'),
  iim('city', 'Hanoi'),
]);

type Words = Record<string, string>;

/** A form as a browser sends it. */
async function form(
  site: ApiSite,
  bytes: Uint8Array,
  words: Words = {},
  headers: Words = {},
): Promise<Answer> {
  const filled = new FormData();
  for (const [name, value] of Object.entries(words)) filled.append(name, value);
  filled.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), 'photo.jpg');
  const packed = new Response(filled);
  const type = packed.headers.get('content-type') ?? '';
  return site.ask('POST /api/v1/media', {
    bytes: new Uint8Array(await packed.arrayBuffer()),
    headers: { 'content-type': type, ...headers },
  });
}

const part = (head: string, body: string): string =>
  `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`;

const away = async (): Promise<never> => {
  throw new BlobsUnavailable('the store is away');
};

const mediaIn = ({ body }: Answer) => body as unknown as Media & { src: string; url: string };

test('a picture is taken in: credit and caption are offered by its metadata, its first rendition is there at once', async () => {
  await using site = await apiSite();
  const taken = await form(site, TAGGED, { alt: 'An empty table.' });
  assert.equal(taken.status, 201, taken.text);
  const media = mediaIn(taken);
  assert.deepEqual(
    [media.alt, media.credit, media.caption, media.offered.place],
    ['An empty table.', 'Evan Vucci/AP', 'Two chairs and a table.', 'Hanoi'],
  );
  assert.deepEqual([media.width, media.height, media.format, media.ready], [1500, 1000, 'jpeg', false]);
  assert.equal(taken.headers.get('location'), media.url);
  const first = await fetch(media.url);
  assert.equal(first.status, 200);
  assert.equal(first.headers.get('content-type'), 'image/jpeg');
  assert.equal((await sharp(await first.bytes()).metadata()).width, 1280);
});

test('the other renditions follow by themselves; the page’s addresses serve them for ever, the original none', async () => {
  await using site = await apiSite();
  const { id } = mediaIn(await form(site, TAGGED, { alt: 'An empty table.' }));
  await site.library.settled();
  const { ready, renditions } = (await site.ask(`GET /api/v1/media/${id}`)).body as unknown as {
    ready: boolean;
    renditions: { url: string; type: string; width: number; bytes: number }[];
  };
  assert.equal(ready, true);
  assert.deepEqual([...new Set(renditions.map(({ type }) => type))].toSorted(), [
    'image/avif',
    'image/jpeg',
    'image/webp',
  ]);
  assert.deepEqual(
    renditions.filter(({ type }) => type === 'image/avif').map(({ width }) => width),
    [1500, 1280, 960, 640, 480, 320],
  );
  for (const { url, type, width, bytes } of renditions) {
    const got = await fetch(url);
    assert.equal(got.status, 200, url);
    assert.equal(got.headers.get('content-type'), type);
    assert.equal(got.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(got.headers.get('x-content-type-options'), 'nosniff');
    const body = await got.bytes();
    assert.deepEqual([body.length, (await sharp(body).metadata()).width], [bytes, width]);
    const tag = got.headers.get('etag') ?? '';
    assert.equal((await fetch(url, { headers: { 'if-none-match': tag } })).status, 304);
    const head = await fetch(url, { method: 'HEAD' });
    assert.deepEqual([head.status, head.headers.get('content-length')], [200, String(bytes)]);
  }
  for (const name of ['original', '1500', '1500.png', '1499.jpg', '%2e%2e%2foriginal', '640.avif.jpg']) {
    assert.equal((await fetch(`${site.url}/media/${id}/${name}`)).status, 404, name);
  }
  assert.equal((await fetch(`${site.url}/media/01a20f41-25df-779b-a2a5-66107dc5978b`)).status, 404);
  assert.equal((await fetch(`${site.url}/media/nonsense/640.jpg`)).status, 404);
});

test('the picture alone is taken too, with its words in the query', async () => {
  await using site = await apiSite();
  const taken = await site.ask(`POST /api/v1/media?alt=${encodeURIComponent('A wall.')}&credit=Bo%20Lind`, {
    bytes: await half(40, 30).png().toBuffer(),
    headers: { 'content-type': 'image/png' },
  });
  assert.equal(taken.status, 201, taken.text);
  const media = mediaIn(taken);
  assert.deepEqual([media.alt, media.credit, media.format], ['A wall.', 'Bo Lind', 'png']);
});

test('the same bytes again are the picture there is; the same request with its key gets the same answer', async () => {
  await using site = await apiSite();
  const key = { 'idempotency-key': 'once' };
  const first = await form(site, TAGGED, { alt: 'A table.' }, key);
  const retry = await form(site, TAGGED, { alt: 'A table.' }, key);
  assert.deepEqual([retry.status, retry.text], [201, first.text], 'though the form’s boundary is another');
  assert.equal(retry.headers.get('idempotency-replayed'), 'true');
  assert.equal((await form(site, TAGGED, { alt: 'Another.' }, key)).status, 422);
  const again = await form(site, TAGGED, { alt: 'Another.', caption: 'Chairs.' });
  const media = mediaIn(again);
  assert.deepEqual([media.id, media.alt], [mediaIn(first).id, 'A table.']);
  assert.equal((await site.newsroom.storage.listMedia({ limit: 9, cursor: null })).items.length, 1);
  await site.library.settled();
});

test('four who bring one picture at once bring one picture, encoded once', async () => {
  await using site = await apiSite();
  const taken = await Promise.all([1, 2, 3, 4].map(() => form(site, TAGGED, { alt: 'A table.' })));
  assert.deepEqual(
    taken.map(({ status }) => status),
    [201, 201, 201, 201],
  );
  assert.equal(new Set(taken.map((answer) => mediaIn(answer).id)).size, 1);
  await site.library.settled();
  const kinds = (await site.newsroom.storage.marks(0, 50)).map(({ kind }) => kind);
  assert.deepEqual(
    kinds.filter((kind) => kind === 'media' || kind === 'renditions'),
    ['media', 'renditions'],
  );
});

test('what is no picture of ours to take is refused in a sentence that says what to do, and nothing is kept', async () => {
  await using site = await apiSite();
  const jpeg = await photo();
  const refusals: [string, Uint8Array, RegExp][] = [
    ['a text', Buffer.from('hello, I am a picture'), /not a picture/],
    ['a program', Buffer.from('\x7FELF\x02\x01\x01'), /not a picture/],
    [
      'an SVG',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      /SVG|not a picture/,
    ],
    ['HTML in a JPEG’s name', Buffer.from('<!doctype html><script>alert(1)</script>'), /not a picture|HTML/],
    ['half a JPEG', jpeg.subarray(0, Math.floor(jpeg.length / 2)), /cut off or damaged/],
    ['a JPEG’s head', jpeg.subarray(0, 30), /cut off or damaged/],
    ['60 megapixels', await half(10_000, 6000).png({ compressionLevel: 1 }).toBuffer(), /megapixels/],
    ['nothing', new Uint8Array(0), /empty/],
  ];
  const before = await site.newsroom.storage.position();
  for (const [what, bytes, expected] of refusals) {
    const refused = await form(site, bytes, { alt: 'x' });
    assert.ok(refused.status === 422 || refused.status === 400, `${what}: ${refused.status}`);
    assert.match(refused.body.detail, expected, what);
    assert.match(refused.body.detail, /[a-z]\.$/i);
    assert.deepEqual(
      refused.body.errors.map(({ pointer }) => pointer),
      ['/file'],
      what,
    );
  }
  assert.equal(await site.newsroom.storage.position(), before);
});

test('a form that is none of ours is refused at the field at fault', async () => {
  await using site = await apiSite({ maxPicture: 5000 });
  const send = (type: string, body: string | Uint8Array, query = '') =>
    site.ask(`POST /api/v1/media${query}`, { bytes: Buffer.from(body), headers: { 'content-type': type } });
  const formType = 'multipart/form-data; boundary=x';
  const file = part('name="file"; filename="a.jpg"', 'a');
  const refusals: [string, () => Promise<Answer>, number, string | null][] = [
    ['no file', () => send(formType, `${part('name="alt"', 'A wall.')}--x--\r\n`), 400, '/file'],
    ['two files', () => send(formType, `${file}${file}--x--\r\n`), 400, '/file'],
    [
      'a file by another name',
      () => send(formType, `${part('name="photo"; filename="a.jpg"', 'a')}--x--\r\n`),
      400,
      '/photo',
    ],
    ['a file that is text', () => send(formType, `${part('name="file"', 'a')}--x--\r\n`), 400, '/file'],
    [
      'a field there is not',
      () => send(formType, `${file}${part('name="title"', 'a')}--x--\r\n`),
      400,
      '/title',
    ],
    [
      'a field twice',
      () => send(formType, `${part('name="alt"', 'a')}${part('name="alt"', 'b')}${file}--x--\r\n`),
      400,
      '/alt',
    ],
    [
      'an endless field',
      () => send(formType, `${file}${part('name="alt"', 'x'.repeat(9000))}--x--\r\n`),
      400,
      '/alt',
    ],
    [
      'a long field',
      () => send(formType, `${file}${part('name="alt"', 'x'.repeat(2001))}--x--\r\n`),
      400,
      '/alt',
    ],
    [
      'a credit of two lines',
      () => send(formType, `${file}${part('name="credit"', 'a\nb')}--x--\r\n`),
      422,
      '/credit',
    ],
    [
      'a field of the engine',
      () => send(formType, `${part('name="__proto__"', 'a')}${file}--x--\r\n`),
      400,
      null,
    ],
    [
      'thirty parts',
      () =>
        send(
          formType,
          `${Array.from({ length: 30 }, (_, n) => part(`name="f${n}"`, 'a')).join('')}--x--\r\n`,
        ),
      400,
      null,
    ],
    ['a form without end', () => send(formType, file), 400, null],
    ['a form without boundary', () => send('multipart/form-data', file), 400, null],
    ['no form at all', () => send(formType, 'hello'), 400, null],
    [
      'a picture too large',
      () => send(formType, `${part('name="file"; filename="a"', 'x'.repeat(5001))}--x--\r\n`),
      413,
      null,
    ],
    ['a raw picture too large', () => send('image/jpeg', 'x'.repeat(5001)), 413, null],
    ['an empty picture', () => send('image/jpeg', ''), 400, '/file'],
    ['JSON', () => send('application/json', '{"file":"a"}'), 415, null],
    ['text', () => send('text/plain', 'a'), 415, null],
    ['a word there is not in the query', () => send('image/jpeg', 'a', '?title=x'), 400, '/query/title'],
    [
      'a long word in the query',
      () => send('image/jpeg', 'a', `?alt=${'x'.repeat(2001)}`),
      400,
      '/query/alt',
    ],
  ];
  for (const [what, ask, status, pointer] of refusals) {
    const refused = await ask();
    assert.equal(refused.status, status, `${what}: ${refused.text}`);
    assert.match(refused.headers.get('content-type') ?? '', /^application\/problem\+json/);
    if (pointer !== null)
      assert.deepEqual(
        refused.body.errors.map((error) => error.pointer),
        [pointer],
        what,
      );
    assert.doesNotMatch(refused.text, /FST_|busboy|node:|\.js/i, what);
  }
  assert.equal((await site.newsroom.storage.site()).seq, 0);
});

test('a form that breaks off is answered, and nothing is kept', async () => {
  await using site = await apiSite();
  const token = await site.token({});
  const head = [
    'POST /api/v1/media HTTP/1.1',
    'Host: here',
    `Authorization: Bearer ${token}`,
    'Connection: close',
    'Content-Type: multipart/form-data; boundary=x',
    'Content-Length: 5000',
    '',
    '',
  ];
  const answer = await rawRequest(
    site.port,
    [head.join('\r\n'), '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf'],
    { breaksOff: true },
  );
  assert.ok(answer.status === 400 || answer.status === 0, answer.head);
  assert.equal((await site.newsroom.storage.site()).seq, 0);
});

test('who loses the line in the middle of a form is no fault of ours for the log', async () => {
  const faults: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line: string) => void faults.push(line) });
  await using site = await apiSite({ log });
  const token = await site.token({});
  const socket = net.connect({ host: '127.0.0.1', port: site.port });
  socket.write(
    `POST /api/v1/media HTTP/1.1\r\nHost: here\r\nAuthorization: Bearer ${token}\r\n` +
      'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000\r\n\r\n' +
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
  );
  await delay(300);
  socket.destroy();
  await delay(300);
  assert.deepEqual(faults, []);
});

test('who has no right has no picture looked at', async () => {
  await using site = await apiSite();
  const bytes = await photo();
  const headers = { 'content-type': 'image/jpeg' };
  assert.equal((await site.ask('POST /api/v1/media', { token: null, bytes, headers })).status, 401);
  const reader = await site.token({ scope: 'read' });
  assert.equal((await site.ask('POST /api/v1/media', { token: reader, bytes, headers })).status, 403);
});

test('with the store of pictures away an upload is told to come again, and the newsroom goes on', async () => {
  const blobs: Blobs = {
    put: away,
    get: away,
    has: away,
    delete: away,
    async *list() {
      yield await away();
    },
  };
  await using site = await apiSite({ blobs });
  const editor = editorAt(site.newsroom);
  await editor.opens();
  const mediaId = await editor.takesPicture();
  const refused = await form(site, await photo(), { alt: 'A wall.' });
  assert.deepEqual([refused.status, refused.headers.get('retry-after')], [503, '5']);
  assert.match(refused.body.type, /#pictures-unavailable$/);
  const picture = await fetch(`${site.url}/media/${mediaId}/1280.jpg`);
  assert.deepEqual([picture.status, picture.headers.get('retry-after')], [503, '5']);
  assert.equal((await site.ask('GET /stories/the-barrier-holds.json')).status, 200);
  const photoOn = { photo: { mediaId } };
  assert.equal((await site.ask('PATCH /api/v1/stories/the-barrier-holds', { body: photoOn })).status, 200);
});

test('words typed for a publication refused for its alternative text are not lost: the fault says where', async () => {
  await using site = await apiSite();
  const editor = editorAt(site.newsroom);
  await editor.opens();
  const { src, id } = mediaIn(await form(site, await photo(), {}));
  const post = (body: object) => site.ask('POST /api/v1/stories/the-barrier-holds/updates', { body });
  const refused = await post({ title: 'Look', markdown: `Words.\n\n![](${src})` });
  assert.equal(refused.status, 422);
  assert.deepEqual(
    refused.body.errors.map(({ pointer }) => pointer),
    ['/markdown'],
  );
  assert.match(refused.body.detail, /what is to be seen/);
  assert.equal((await post({ markdown: `![A wall.](${src})` })).status, 201);
  await site.ask(`PATCH /api/v1/media/${id}`, { body: { alt: 'A wall.' } });
  assert.equal((await post({ title: 'Look', markdown: `Words.\n\n![](${src})` })).status, 201);
  await site.library.settled();
});
