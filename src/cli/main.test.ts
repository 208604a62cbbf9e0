import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { commandLine } from '../../test/support/writethru.ts';
import { COMMANDS } from './commands.ts';

test('every command has help with examples, and the whole tells which there are', async () => {
  using cli = commandLine();
  const whole = await cli.run(['--help']);
  assert.equal(whole.code, 0);
  for (const { name, summary } of COMMANDS) {
    assert.ok(whole.out.includes(name) && whole.out.includes(summary), name);
    const { code, out, err } = await cli.run([...name.split(' '), '--help']);
    assert.deepEqual([code, err], [0, ''], name);
    assert.match(out, new RegExp(`^Usage\n  writethru ${name}`));
    assert.match(out, /\nExamples\n  .*writethru/);
  }
  assert.equal((await cli.run(['help', 'token', 'list'])).out, (await cli.run(['token', 'list', '-h'])).out);
});

test('the help of commands that share a word says how they are called', async () => {
  using cli = commandLine();
  for (const [group, most] of [
    ['token', 'create'],
    ['user', 'add'],
  ] as const) {
    const { code, out } = await cli.run([group, '--help']);
    assert.equal(code, 0);
    assert.match(out, new RegExp(`^Usage\n  writethru ${group} COMMAND`));
    assert.match(out, new RegExp(`\nCommands\n  ${group} ${most} `));
    assert.equal((await cli.run(['help', group])).out, out);
  }
});

test('help and results in a pipe carry no colours', async () => {
  using cli = commandLine();
  const { out } = await cli.run(['--help']);
  assert.ok(!out.includes('\u001b'));
});

test('what is no command, no option or too much is told in a sentence, with exit 2', async () => {
  using cli = commandLine();
  const wrong: [string[], RegExp][] = [
    [[], /^Name a command: start, import/],
    [['publish'], /There is no command “publish”/],
    [['token'], /writethru token create/],
    [['token', 'destroy'], /There is no command “token destroy”/],
    [['verify', '--fast'], /verify: there is no option --fast\. See writethru verify --help/],
    [['verify', 'now'], /verify: “now” is one too many/],
    [['verify', '--json=yes'], /--json takes no value/],
    [['import'], /import: FILE\|-\|PICTURE… is missing\. See writethru import --help/],
    [['token', 'create'], /token create: NAME is missing/],
    [['token', 'revoke'], /token revoke: ID is missing/],
    [['user', 'add', '--name', 'Ada'], /user add: EMAIL is missing/],
    [['import', 'x', '--zone'], /--zone needs a value/],
    [['import', 'x', '--format', 'pdf'], /--format must be one of auto, text, html, json/],
    [['import', 'x', '--state', 'dead'], /--state must be one of live, paused, ended/],
    [['export'], /Name the SLUG of one story, or --all/],
    [['export', 'no-deal', '--all'], /Name the SLUG of one story, or --all/],
    [['export', 'no-deal', '--format', 'wacz'], /--format must be json/],
    [['token', 'create', 'desk'], /--scope must be one of read, write, admin/],
    [['user', 'add', 'ada', '--name', 'Ada', '--role', 'editor'], /“ada” must be a mail address/],
    [['user', 'add', 'a@b.org', '--role', 'editor'], /--name must be one line/],
    [['user', 'add', 'a@b.org', '--name', 'Ada', '--role', 'boss'], /--role must be one of/],
    [['verify', '--port', 'many'], /PORT must be a whole number/],
    [['start', '--workers', '0'], /WORKERS must be a whole number/],
    [['start', '--fast'], /start: there is no option --fast/],
  ];
  for (const [args, expected] of wrong) {
    const { code, out, err } = await cli.run(args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, expected);
    assert.equal(out, '');
    assert.doesNotMatch(err, /\n\s+at /);
  }
});

test('all bad settings are told at once', async () => {
  using cli = commandLine();
  const settings = { PORT: 'eighty', WORKERS: 'all' };
  const { code, err } = await cli.run(['verify'], { settings });
  assert.equal(code, 2);
  assert.match(err, /PORT must be.*\nWORKERS must be/);
});

test('a data folder that cannot be used is told in a sentence, and in full only with --debug', async () => {
  using cli = commandLine();
  const file = cli.file('a-file', 'not a folder');
  const refused = await cli.run(['token', 'create', 'desk', '--scope', 'read', '--data-dir', file]);
  assert.equal(refused.code, 1);
  assert.match(refused.err, /which is a file or lies in one/);
  assert.doesNotMatch(refused.err, /\n\s+at /);
  const full = await cli.run(['token', 'create', 'desk', '--scope', 'read', '--data-dir', file, '--debug']);
  assert.match(full.err, /\n\s+at /);
  const missing = await cli.run(['verify']);
  assert.deepEqual([missing.code, missing.out], [1, '']);
  assert.match(missing.err, /There is no data folder/);
});

test('a database that is none is told in a sentence', async () => {
  using cli = commandLine();
  const settings = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' };
  const { code, err } = await cli.run(['verify'], { settings });
  assert.equal(code, 1);
  assert.match(err, /^The database at DATABASE_URL cannot be used \(.*\)/);
});

test('a reader that closes the pipe early breaks nothing', async () => {
  using cli = commandLine();
  const program = path.join(import.meta.dirname, '..', '..', 'bin', 'writethru');
  const child = spawn(program, ['import', '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  assert.deepEqual([code, err], [0, '']);
  assert.equal((await cli.run(['--version'])).out, '0.1.0\n');
});

test('showing how a post is read loads neither the server nor a database', async () => {
  using cli = commandLine();
  const post = cli.file(
    'post.txt',
    'A Headline\n\nSome words.\n\nUpdate, 1/2/2025, 1:30 a.m. ET: More words.\n',
  );
  const hook = `data:text/javascript,import{registerHooks}from'node:module';registerHooks({load(url,c,next){process.stderr.write(url+'\\n');return next(url,c)}})`;
  const settings = { NODE_OPTIONS: `--import=${encodeURI(hook)}` };
  const { code, out, err } = await cli.run(['import', post, '--dry-run', '--json'], { settings });
  assert.equal(code, 0);
  assert.equal((JSON.parse(out) as { headline: string }).headline, 'A Headline');
  assert.match(err, /importer\/propose\.ts/);
  assert.doesNotMatch(err, /fastify|node:sqlite|\/pg\/|kysely|src\/storage|src\/app\.ts/);
});
