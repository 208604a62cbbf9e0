import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, test } from 'node:test';
import { photo } from '../../test/support/pictures.ts';
import { openEncoder } from './encoder.ts';
import type { Encoder, EncoderSetting } from './encoder.ts';
import { plan } from './renditions.ts';
import type { Rendition, RenditionSpec } from './renditions.ts';

const PRINTED = { credit: 'Rosa Tavares/Costa', copyright: null };

/** Takes the encoder a while: a second or more. */
const SLOW: RenditionSpec[] = [{ width: 3000, height: 2000, format: 'avif' }];

describe('the encoder', () => {
  test('looks at a picture and makes every rendition of its plan, in its order', async () => {
    await using house = newEncoder();
    const bytes = await photo(900, 600);
    const seen = await house.encoder.inspect(bytes);
    assert.ok(seen.type === 'picture');
    assert.deepEqual([seen.format, seen.width, seen.height], ['jpeg', 900, 600]);
    const specs = plan(seen.width, seen.height);
    const made: Rendition[] = [];
    await house.encoder.encode(bytes, specs, PRINTED, (rendition) => void made.push(rendition));
    assert.deepEqual(
      made.map(({ width, height, format }) => ({ width, height, format })),
      specs,
    );
    for (const { bytes: own, format } of made) {
      const again = await house.encoder.inspect(own);
      assert.ok(again.type === 'picture' && again.format === format);
      assert.equal(again.offered.credit, PRINTED.credit);
    }
  });

  test('starts with the first picture, and goes once there was none for a while, and comes again', async () => {
    await using house = newEncoder({ idle: 10 });
    assert.equal(house.encoder.pid(), null);
    const bytes = await photo();
    for (let round = 0; round < 2; round += 1) {
      const looking = house.encoder.inspect(bytes);
      await new Promise(setImmediate);
      const pid = house.encoder.pid();
      assert.ok(pid !== null);
      assert.equal((await looking).type, 'picture');
      while (house.encoder.pid() !== null || isRunning(pid)) await new Promise(setImmediate);
    }
  });

  test('hands a rendition over only when the one before was put away, and stops where that fails', async () => {
    await using house = newEncoder();
    const bytes = await photo(700, 500);
    const events: string[] = [];
    const full = new Error('disk full');
    const encoding = house.encoder.encode(bytes, plan(700, 500), PRINTED, async ({ width }) => {
      events.push(`${width} made`);
      await new Promise(setImmediate);
      if (width === 480) throw full;
      events.push(`${width} kept`);
    });
    await assert.rejects(encoding, full);
    assert.deepEqual(events, ['320 made', '320 kept', '480 made']);
    assert.equal((await house.encoder.inspect(bytes)).type, 'picture');
  });

  test('asks for an original only when its turn comes, and tells what kept it from coming', async () => {
    await using house = newEncoder();
    const bytes = await photo(200, 100);
    const specs = plan(200, 100);
    const events: string[] = [];
    const job = async (name: string) =>
      house.encoder.encode(
        async () => {
          events.push(`${name} asked for`);
          if (name === 'lost') throw new Error('no such original');
          return bytes;
        },
        specs,
        PRINTED,
        ({ format }) => void (format === 'avif' && events.push(`${name} done`)),
      );
    const [first, lost, second] = await Promise.allSettled([job('first'), job('lost'), job('second')]);
    assert.deepEqual(events, [
      'first asked for',
      'first done',
      'lost asked for',
      'second asked for',
      'second done',
    ]);
    assert.deepEqual([first.status, lost.status, second.status], ['fulfilled', 'rejected', 'fulfilled']);
  });

  test('looks at an editor’s picture while it encodes another', async () => {
    await using house = newEncoder();
    const large = await photo(3000, 2000);
    const order: string[] = [];
    const encoding = house.encoder
      .encode(large, [...SLOW, ...SLOW, ...SLOW], PRINTED, () => {})
      .then(() => order.push('encoded'));
    await house.encoder.inspect(await photo());
    order.push('looked at');
    await encoding;
    assert.deepEqual(order, ['looked at', 'encoded']);
  });

  test('killed under a picture, reports it for that picture and takes the next', async () => {
    const told: string[] = [];
    await using house = newEncoder({ onBroke: ({ message }) => void told.push(message) });
    const large = await photo(3000, 2000);
    const looking = house.encoder.inspect(large);
    const encoding = house.encoder.encode(large, SLOW, PRINTED, () => {});
    await killed(house.encoder);
    const [seen, encoded] = await Promise.allSettled([looking, encoding]);
    assert.ok(seen.status === 'fulfilled' && seen.value.type === 'refused' && seen.value.why === 'damaged');
    assert.ok(encoded.status === 'rejected');
    assert.equal((encoded.reason as Error).name, 'EncoderBroke');
    assert.match((encoded.reason as Error).message, /SIGKILL/);
    assert.deepEqual(told, [(encoded.reason as Error).message], 'the log is told once');
    assert.equal((await house.encoder.inspect(large)).type, 'picture');
    await house.encoder.encode(large, plan(300, 200), PRINTED, () => {});
  });

  test('that gives no answer is given up, and the next picture is taken', async () => {
    const large = await photo(3000, 2000);
    await using house = newEncoder({ patience: 1 });
    const seen = await house.encoder.inspect(large);
    assert.ok(seen.type === 'refused' && seen.why === 'damaged');
    await assert.rejects(
      house.encoder.encode(large, SLOW, PRINTED, () => {}),
      { message: /no answer for 1 ms/ },
    );
  });

  test('refuses an original it cannot decode with words, and lives on', async () => {
    await using house = newEncoder();
    const bytes = await photo(300, 200);
    const cut = bytes.subarray(0, bytes.length / 2);
    await assert.rejects(
      house.encoder.encode(cut, plan(300, 200), PRINTED, () => {}),
      /premature end/i,
    );
    const pid = house.encoder.pid();
    assert.equal((await house.encoder.inspect(bytes)).type, 'picture');
    assert.equal(house.encoder.pid(), pid);
  });

  test('closed, ends at once what is under way and what waits, and takes nothing more', async () => {
    const { encoder } = newEncoder();
    const large = await photo(3000, 2000);
    let handed = 0;
    const jobs = [SLOW, SLOW].map(async (specs) =>
      encoder.encode(large, specs, PRINTED, () => void (handed += 1)),
    );
    const settled = Promise.allSettled([...jobs, encoder.inspect(large)]);
    const pid = encoder.pid() ?? (await new Promise(setImmediate), encoder.pid());
    assert.ok(pid);
    await encoder.close();
    assert.equal(isRunning(pid), false);
    assert.deepEqual(
      (await settled).map((job) => job.status === 'rejected' && (job.reason as Error).name),
      ['EncoderClosed', 'EncoderClosed', 'EncoderClosed'],
    );
    assert.equal(handed, 0);
    await assert.rejects(encoder.inspect(large), { name: 'EncoderClosed' });
    await encoder.close();
  });

  test('holds so many pictures and no more', async () => {
    await using house = newEncoder();
    const bytes = await photo(60, 40);
    const looking = Array.from({ length: 40 }, async () => house.encoder.inspect(bytes));
    const settled = await Promise.allSettled(looking);
    const busy = settled.filter((job) => job.status === 'rejected');
    assert.ok(busy.length > 0 && busy.length < 40);
    for (const job of busy) assert.equal((job.reason as Error).name, 'PicturesBusy');
    assert.equal((await house.encoder.inspect(bytes)).type, 'picture');
  });

  test('is a process that is given nothing of ours: no word of the environment, no way to our files', async () => {
    process.env['SECRET_FOR_NO_CHILD'] = 'hunter2';
    await using house = newEncoder();
    await house.encoder.inspect(await photo(60, 40));
    // Where there is no /proc the same holds; it cannot be looked at there.
    const about = (file: string) =>
      process.platform === 'linux'
        ? fs.readFileSync(`/proc/${house.encoder.pid()}/${file}`, 'latin1')
        : '--permission';
    assert.doesNotMatch(about('environ'), /hunter2|PATH/);
    assert.match(about('cmdline'), /--permission/);
    if (process.platform === 'linux') assert.equal(about('oom_score_adj').trim(), '800');
  });
});

function newEncoder(setting?: EncoderSetting) {
  const encoder = openEncoder(setting);
  return { encoder, [Symbol.asyncDispose]: encoder.close };
}

/** Kills the encoder's process once it is there. */
async function killed(encoder: Encoder): Promise<void> {
  while (encoder.pid() === null) await new Promise(setImmediate);
  process.kill(encoder.pid()!, 'SIGKILL');
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
