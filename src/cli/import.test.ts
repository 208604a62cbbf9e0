import assert from 'node:assert/strict';
import fs from 'node:fs';
import { test } from 'node:test';
import { commandLine } from '../../test/support/writethru.ts';

const POST = `Ice on the Runway

By Lena Marsh

The airport has closed its only runway.

Update, 1/2/2025, 11:50 p.m. ET: Two flights are circling.

Update, 12:20 a.m. ET: Both have landed elsewhere.
`;

type Printed = { id: string; slug: string; url: string; updates: number; warnings: string[] };

test('a post is taken in; the last line is the story’s address, warnings go to stderr', async () => {
  using cli = commandLine();
  const { code, out, err } = await cli.run(['import', cli.file('post.txt', POST)]);
  assert.equal(code, 0);
  assert.equal(out.trimEnd().split('\n').at(-1), 'http://127.0.0.1:8080/stories/ice-on-the-runway');
  assert.match(err, /^Warning: The post does not say when it was first published/);
});

test('the same bytes again are skipped, with the address they have', async () => {
  using cli = commandLine();
  const first = await cli.run(['import', '-', '--json'], { input: POST });
  const printed = JSON.parse(first.out) as Printed;
  assert.deepEqual(Object.keys(printed), ['id', 'slug', 'url', 'updates', 'warnings']);
  assert.equal(printed.updates, 2);
  const again = await cli.run(['import', cli.file('other-name.txt', POST), '--json']);
  assert.equal(again.code, 0);
  const skipped = JSON.parse(again.out) as Printed;
  assert.deepEqual([skipped.id, skipped.url], [printed.id, printed.url]);
  assert.match(skipped.warnings.join(), /taken in before/);
  const spoken = await cli.run(['import', '-'], { input: POST });
  assert.match(spoken.out, /taken in before.*\nhttp:.*ice-on-the-runway\n$/);
});

test('an address begins with BASE_URL where there is one', async () => {
  using cli = commandLine();
  const { out } = await cli.run(['import', '-', '--base-url', 'https://news.example.org/live/'], {
    input: POST,
  });
  assert.equal(out.trimEnd().split('\n').at(-1), 'https://news.example.org/live/stories/ice-on-the-runway');
});

test('a dry run prints what the post says and makes no newsroom', async () => {
  using cli = commandLine();
  const { code, out } = await cli.run(['import', '-', '--dry-run', '--json'], { input: POST });
  assert.equal(code, 0);
  const proposal = JSON.parse(out) as { updates: { at: string }[]; zone: string };
  assert.deepEqual(
    proposal.updates.map(({ at }) => at),
    ['2025-01-02T23:50:00-05:00', '2025-01-03T00:20:00-05:00'],
  );
  assert.ok(!fs.existsSync(cli.folder));
  const spoken = await cli.run(['import', '-', '--dry-run'], { input: POST });
  assert.match(spoken.out, /Ice on the Runway[^]*2025-01-03T00:20:00-05:00[^]*2 updates/);
});

test('what cannot be imported is refused in a sentence, and nothing is written', async () => {
  using cli = commandLine();
  const post = cli.file('post.txt', POST);
  const locked = cli.file('locked.txt', POST);
  fs.chmodSync(locked, 0);
  const refusals: [string[], number, RegExp][] = [
    [['no-such-file.txt'], 1, /^There is no file no-such-file\.txt\.$/m],
    [[`${post}/inside`], 1, /^There is no file/],
    [[cli.file('empty.txt', '')], 1, /^The file is empty\.$/m],
    [[cli.file('spaces.txt', ' \n\n \n')], 1, /no text of a post/],
    [['.'], 1, /is a folder: name a file in it/],
    [[cli.file('large.txt', 'word '.repeat(2_200_000))], 1, /too large: a post of at most 10 MB/],
    [[post, '--zone', 'Mars/Olympus'], 2, /no zone of the IANA list/],
    [[post, '--date', '2025-02-30'], 2, /is no day; write it as YYYY-MM-DD/],
    [[post, '--date', 'yesterday'], 2, /is no day/],
    [[cli.file('a.json', '{"format":"writethru-story",')], 1, /no JSON that can be read/],
    [[cli.file('b.json', '{}'), '--format', 'json'], 1, /no export of Writethru/],
    [
      [cli.file('c.json', '{"format":"writethru-story","version":1}'), '--state', 'live'],
      2,
      /--state is for posts/,
    ],
    // As root, every file can be read.
    ...(process.getuid?.() === 0 ? [] : [[[locked], 1, /this user may not/] as [string[], number, RegExp]]),
  ];
  for (const [args, expected, sentence] of refusals) {
    const { code, out, err } = await cli.run(['import', ...args]);
    assert.match(err, sentence);
    assert.deepEqual([code, out], [expected, ''], args.join(' '));
    assert.doesNotMatch(err, /\n\s+at /);
  }
  assert.ok(!fs.existsSync(cli.folder));
});

test('two imports at once of different posts both succeed, and of the same post make one story', async () => {
  using cli = commandLine();
  const other = POST.replace('Ice', 'Fog');
  const runs = [POST, other, POST, other].map((input) => cli.run(['import', '-', '--json'], { input }));
  const ended = await Promise.all(runs);
  assert.deepEqual(
    ended.map(({ code }) => code),
    [0, 0, 0, 0],
    ended.map(({ err }) => err).join(),
  );
  const slugs = new Set(ended.map(({ out }) => (JSON.parse(out) as Printed).slug));
  assert.deepEqual([...slugs].toSorted(), ['fog-on-the-runway', 'ice-on-the-runway']);
  assert.match((await cli.run(['verify'])).out, /^ok stories 2 /);
});
