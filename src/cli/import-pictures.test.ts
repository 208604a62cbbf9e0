import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { half, iim, photo, withIim } from '../../test/support/pictures.ts';
import { commandLine } from '../../test/support/writethru.ts';

const TAGGED = withIim(await photo(400, 300), [iim('byline', 'Evan Vucci'), iim('credit', 'AP')]);

const POST = 'Ice on the Runway\n\nBy Lena Marsh\n\nThe airport has closed its only runway.\n';

type Printed = { id: string; src: string; url: string; alt: string; credit: string; warnings: string[] };

test('a picture is taken in whole, its address printed last; the same bytes again are the same picture', async () => {
  using cli = commandLine();
  const file = cli.file('berth.jpg', TAGGED);
  const { code, out, err } = await cli.run(['import', file]);
  assert.equal(code, 0, err);
  assert.match(out.trimEnd().split('\n').at(-1) ?? '', /^http:\/\/127\.0\.0\.1:8080\/media\/[0-9a-f-]{36}$/);
  assert.match(out, /400 × 300 {2}Evan Vucci\/AP/);
  assert.match(err, /^Warning: .*no alternative text yet/);
  const again = await cli.run(['import', file, '--alt', 'An empty berth.', '--json']);
  const printed = JSON.parse(again.out) as Printed;
  assert.ok(out.includes(printed.url));
  assert.deepEqual([printed.alt, printed.credit, printed.warnings], ['An empty berth.', 'Evan Vucci/AP', []]);
  assert.match((await cli.run(['verify'])).out, /^ok stories 0 events 3 /);
});

test('several come at once, and one can be put on top of a story', async () => {
  using cli = commandLine();
  await cli.run(['import', '-'], { input: POST });
  const files = await Promise.all([half(60, 40), half(40, 60)].map((drawn) => drawn.png().toBuffer()));
  const several = await cli.run([
    'import',
    ...files.map((bytes, n) => cli.file(`${n}.png`, bytes)),
    '--json',
  ]);
  assert.equal((JSON.parse(several.out) as { pictures: Printed[] }).pictures.length, 2, several.err);
  const lead = ['--alt', 'A berth.', '--story', 'ice-on-the-runway', '--lead'];
  const { code, err } = await cli.run(['import', cli.file('berth.jpg', TAGGED), ...lead]);
  assert.equal(code, 0, err);
  const exported = await cli.run(['export', 'ice-on-the-runway', '--format', 'json', '--out', '-']);
  assert.match(exported.out, /"photo":\{"mediaId":"[0-9a-f-]{36}"/);

  // What is known of it goes with the story; its bytes do not, unless the store is one.
  using elsewhere = commandLine();
  const file = elsewhere.file('story.json', exported.out);
  const taken = await elsewhere.run(['import', file]);
  assert.equal(taken.code, 0, taken.err);
  assert.match(
    taken.err,
    /One picture is named in the export, .* \d{3,} bytes and the originals are missing here/,
  );
  assert.match((await elsewhere.run(['verify'])).out, /^ok stories 1 events \d+ /);
  fs.cpSync(path.join(cli.folder, 'media'), path.join(elsewhere.folder, 'media'), { recursive: true });
  const again = await elsewhere.run(['import', file]);
  assert.deepEqual([again.code, again.err], [0, '']);
  using away = commandLine();
  const settings = {
    S3_ENDPOINT: 'http://127.0.0.1:1',
    S3_BUCKET: 'pictures',
    S3_ACCESS_KEY_ID: 'k',
    S3_SECRET_ACCESS_KEY: 's',
  };
  const without = await away.run(['import', file], { settings });
  assert.equal(without.code, 0, without.err);
  assert.match(without.err, /^Warning: Whether its pictures are here could not be looked up/);
});

test('what is no picture, or asked for amiss, is refused in a sentence', async () => {
  using cli = commandLine();
  const good = cli.file('good.jpg', TAGGED);
  const refusals: [string[], number, RegExp][] = [
    [[cli.file('half.jpg', TAGGED.subarray(0, 900))], 1, /half\.jpg: The picture is cut off or damaged/],
    [[good, cli.file('post.txt', POST)], 1, /post\.txt: This file is not a picture/],
    [[good, '--lead'], 2, /--story SLUG and --lead go together/],
    [[good, good, '--story', 'x', '--lead'], 2, /--lead is for one picture/],
    [[good, '--zone', 'Europe/Paris'], 2, /--zone is for posts/],
    [[cli.file('post.txt', POST), '--alt', 'x'], 2, /--alt is for pictures/],
    [[good, '--alt', 'A wall.', '--story', 'nowhere', '--lead'], 1, /no story at the address nowhere/],
    [[good, '--credit', 'a\nb'], 1, /credit must be one line/],
  ];
  for (const [args, expected, sentence] of refusals) {
    const { code, err } = await cli.run(['import', ...args]);
    assert.match(err, sentence);
    assert.equal(code, expected, args.join(' '));
    assert.doesNotMatch(err, /\n\s+at /);
  }
});

test('a post’s pictures that lie beside it come with it: the first is its lead picture, the others are told of', async () => {
  using cli = commandLine();
  cli.file('ice.jpg', TAGGED);
  cli.file('planes.png', await half(60, 40).png().toBuffer());
  const images =
    '<img src="ice.jpg" alt="Ice on a runway."><img src="planes.png"><img src="gone.jpg" alt="Gone."><img src="https://a.example/far.jpg" alt="Far.">';
  const post = `<!doctype html><html><body><article><h1>Ice on the Runway</h1><p>The airport has closed its only runway, and two flights are circling.</p>${images}</article></body></html>`;
  const { code, out, err } = await cli.run(['import', cli.file('post.html', post), '--json']);
  assert.equal(code, 0, err);
  const { warnings } = JSON.parse(out) as Printed;
  assert.match(warnings.join('\n'), /planes\.png was taken in as \/media\/.*\n.*gone\.jpg was left out/);
  const exported = await cli.run(['export', 'ice-on-the-runway', '--format', 'json', '--out', '-']);
  assert.match(exported.out, /"photo":\{"mediaId":"[0-9a-f-]{36}"/);
  assert.match((await cli.run(['verify'])).out, /^ok stories 1 /);
});
