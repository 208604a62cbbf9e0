import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { sharp } from '../sharp.ts';
import { blobsContract } from './contract.ts';
import { openDiskBlobs } from './disk.ts';

blobsContract('pictures in a folder', async () => {
  const folder = await newFolder();
  return { blobs: await openDiskBlobs(folder.path), [Symbol.asyncDispose]: folder[Symbol.asyncDispose] };
});

test('the same key put by many at once is one of theirs, whole', async () => {
  await using folder = await newFolder();
  const blobs = await openDiskBlobs(folder.path);
  const versions = Array.from({ length: 8 }, (_, number) => Buffer.alloc(200_000, number + 1));
  await Promise.all(versions.map(async (bytes) => blobs.put('one', bytes, 'image/jpeg')));
  const found = await blobs.get('one');
  assert.ok(versions.some((bytes) => found?.bytes.equals(bytes)));
});

test('a process killed while it writes leaves each picture as it was or as it was to be', async () => {
  await using folder = await newFolder();
  const writer = path.join(import.meta.dirname, 'fixtures/endless-writer.ts');
  let versions = 0;
  for (let round = 0; round < 8; round += 1) {
    const child = spawn(process.execPath, [writer, folder.path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    // Somewhere in the middle of one of the next writes.
    for (let turn = 0; turn < round * 5; turn += 1) await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const blobs = await openDiskBlobs(folder.path);
    const found = await blobs.get('killed');
    assert.ok(found);
    assert.deepEqual(found.bytes, Buffer.alloc(found.bytes.length, found.bytes[0]));
    assert.equal(found.contentType, 'image/jpeg');
    assert.deepEqual(await Array.fromAsync(blobs.list('')), ['killed']);
    versions += 1;
  }
  assert.equal(versions, 8);
});

test(
  'a disk that takes no more refuses a picture whole, keeps the one before and leaves nothing lying about',
  { skip: process.platform === 'win32' },
  async () => {
    await using folder = await newFolder();
    const script = path.join(import.meta.dirname, 'fixtures/fill-disk.ts');
    const limited = ['-c', 'ulimit -f 2000 && exec "$@"', 'sh', process.execPath, script, folder.path];
    const { stdout } = await promisify(execFile)('sh', limited);
    const { name, size, kept } = JSON.parse(stdout) as { name: string; size: number; kept: number };
    assert.equal(name, 'BlobsUnavailable');
    assert.ok(size > 500_000);
    assert.equal(kept, size - 100_000);
    const blobs = await openDiskBlobs(folder.path);
    assert.equal((await blobs.get('growing'))?.bytes.length, kept);
    assert.deepEqual((await Array.fromAsync(blobs.list(''))).toSorted(), ['growing', 'small']);
    assert.deepEqual(await fs.readdir(path.join(folder.path, '.unfinished')), []);
  },
);

test('what a kill left unfinished is swept an hour later, not while another process may be writing it', async () => {
  await using folder = await newFolder();
  await openDiskBlobs(folder.path);
  const unfinished = path.join(folder.path, '.unfinished');
  await fs.writeFile(path.join(unfinished, 'fresh'), 'x');
  await fs.writeFile(path.join(unfinished, 'old'), 'x');
  const longAgo = new Date(Date.now() - 7_200_000);
  await fs.utimes(path.join(unfinished, 'old'), longAgo, longAgo);
  await openDiskBlobs(folder.path);
  assert.deepEqual(await fs.readdir(unfinished), ['fresh']);
});

test('a picture in the folder still opens in any viewer', async () => {
  await using folder = await newFolder();
  const blobs = await openDiskBlobs(folder.path);
  const drawn = sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } });
  for (const format of ['jpeg', 'png', 'webp', 'avif', 'gif'] as const) {
    await blobs.put(`picture.${format}`, await drawn.clone().toFormat(format).toBuffer(), `image/${format}`);
    const [file = ''] = await Array.fromAsync(fs.glob(`*/picture.${format}`, { cwd: folder.path }));
    const { data, info } = await sharp(await fs.readFile(path.join(folder.path, file)), { failOn: 'warning' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    assert.deepEqual([info.width, info.height, data.length], [40, 30, 40 * 30 * info.channels], format);
  }
});

test('a file somebody cut is breakage, not half a picture', async () => {
  await using folder = await newFolder();
  const blobs = await openDiskBlobs(folder.path);
  await blobs.put('cut', Buffer.from('the whole of it'), 'image/png');
  const [file = ''] = await Array.fromAsync(fs.glob('*/cut', { cwd: folder.path }));
  await fs.truncate(path.join(folder.path, file), 9);
  await assert.rejects(blobs.get('cut'), { name: 'BlobsUnavailable' });
});

test('a folder that cannot be written is told as such, by its name', async () => {
  await using folder = await newFolder();
  await fs.writeFile(path.join(folder.path, 'file'), '');
  await assert.rejects(openDiskBlobs(path.join(folder.path, 'file', 'media')), { name: 'BlobsUnavailable' });
});

async function newFolder() {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'writethru-blobs-'));
  return { path: folder, [Symbol.asyncDispose]: async () => fs.rm(folder, { recursive: true, force: true }) };
}
