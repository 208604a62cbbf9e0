import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { blobsContract } from './contract.ts';
import { startS3Store } from './fixtures/start-s3-store.ts';
import { readListing } from './s3-listing.ts';
import { baseOf } from './s3-request.ts';
import { openS3Blobs } from './s3.ts';
import type { S3Setting } from './s3.ts';

const WHO = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', region: 'us-east-1', bucket: 'pictures' };

/** A listing's page of ten keys: the store's own is a thousand. */
const PAGE = 10;

const store = await startS3Store();
after(store.end);

for (const prefix of [undefined, 'newsroom/one'])
  blobsContract(`pictures in an S3 bucket${prefix ? ' shared with others' : ''}`, async () => ({
    blobs: openS3Blobs({ ...newBucket(), ...(prefix && { prefix }), page: PAGE }),
    async [Symbol.asyncDispose]() {},
  }));

test('newsrooms that share a bucket see nothing of each other', async () => {
  const bucket = newBucket();
  const one = openS3Blobs({ ...bucket, prefix: 'one' });
  const other = openS3Blobs({ ...bucket, prefix: 'other' });
  await one.put('a', Buffer.from('of one'), 'image/png');
  assert.equal(await other.get('a'), null);
  assert.deepEqual(await Array.fromAsync(other.list('')), []);
  assert.deepEqual(await Array.fromAsync(openS3Blobs(bucket).list('')), ['one/a']);
});

test('a bucket that is not there is not a picture that is not there', async () => {
  const blobs = openS3Blobs({ ...newBucket(), bucket: 'elsewhere' });
  await assert.rejects(blobs.get('a'), { name: 'BlobsUnavailable' });
  await assert.rejects(blobs.put('a', Buffer.from('x'), 'image/png'), { name: 'BlobsUnavailable' });
  await assert.rejects(Array.fromAsync(blobs.list('')), { name: 'BlobsUnavailable' });
});

test('a store that is busy for a moment is asked again, a few times and no more', async () => {
  let asked = 0;
  await using house = await answering((_request, response) => {
    asked += 1;
    response.writeHead(asked < 3 ? 503 : 200, { 'content-type': 'image/png' }).end('bytes');
  });
  const blobs = openS3Blobs(house.setting);
  assert.equal((await blobs.get('a'))?.bytes.toString(), 'bytes');
  assert.equal(asked, 3);
  asked = -100;
  await assert.rejects(blobs.get('a'), { name: 'BlobsUnavailable', message: /answered GET with 503/ });
  assert.equal(asked, -96);
});

test('a store that refuses is asked once, and its own word for it is told', async () => {
  let asked = 0;
  await using house = await answering((_request, response) => {
    asked += 1;
    response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
  });
  await assert.rejects(openS3Blobs(house.setting).put('a', Buffer.from('x'), 'image/png'), {
    name: 'BlobsUnavailable',
    message: 'the store answered PUT with 403 (SignatureDoesNotMatch)',
  });
  assert.equal(asked, 1);
});

test('a store that hangs, hangs up or is away does not hold a newsroom up', async () => {
  await using hanging = await answering(() => {});
  await using cutting = await answering((request) => request.socket.destroy());
  const away = { ...hanging.setting, endpoint: 'http://127.0.0.1:1' };
  for (const setting of [hanging.setting, cutting.setting, away])
    await assert.rejects(openS3Blobs({ ...setting, timeout: 50, tries: 2 }).get('a'), {
      name: 'BlobsUnavailable',
      message: /cannot be reached/,
    });
});

test('where the bucket stands, and what is signed of a put', async () => {
  const seen: IncomingMessage[] = [];
  await using house = await answering((request, response) => {
    seen.push(request);
    request.resume().on('end', () => response.end());
  });
  await openS3Blobs({ ...house.setting, prefix: 'deep/in' }).put('a/b.avif', Buffer.from('x'), 'image/avif');
  const [{ url, headers }] = seen as [IncomingMessage];
  assert.equal(url, '/pictures/deep/in/a/b.avif');
  assert.equal(headers['content-type'], 'image/avif');
  assert.match(headers.authorization ?? '', /SignedHeaders=host;x-amz-content-sha256;x-amz-date,/);
  assert.equal(
    headers['x-amz-content-sha256'],
    '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  );
});

test('a bucket stands in the path or before the host, whatever slashes its store is written with', () => {
  const bucket = { endpoint: 'https://s3.example.org', bucket: 'pictures', pathStyle: true };
  assert.equal(baseOf(bucket), 'https://s3.example.org/pictures/');
  assert.equal(
    baseOf({ ...bucket, endpoint: 'https://example.org/s3//' }),
    'https://example.org/s3/pictures/',
  );
  assert.equal(baseOf({ ...bucket, pathStyle: false }), 'https://pictures.s3.example.org/');
});

test('a listing is read as stores write it, entities and all', () => {
  const xml =
    '<ListBucketResult><IsTruncated>true</IsTruncated><Contents><Key>a&amp;b</Key></Contents>' +
    '<Contents><Key>&#x27;&#39;&unknown;&#x110000;</Key></Contents>' +
    '<NextContinuationToken>1/&lt;2</NextContinuationToken></ListBucketResult>';
  assert.deepEqual(readListing(xml), { keys: ['a&b', "''&unknown;&#x110000;"], next: '1/<2' });
  assert.deepEqual(readListing('<ListBucketResult/>'), { keys: [], next: null });
});

function newBucket(): S3Setting {
  return { ...WHO, endpoint: store.endpoint, bucket: store.bucket(), pathStyle: true };
}

/** A server that misbehaves as told. */
async function answering(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    setting: { ...WHO, endpoint: `http://127.0.0.1:${port}`, pathStyle: true } satisfies S3Setting,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
