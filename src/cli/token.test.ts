import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandLine } from '../../test/support/writethru.ts';

type Listed = { id: string; name: string; scope: string; story: string | null; revokedAt: string | null };

test('a token is printed last and alone, listed without its secret, and revoked once', async () => {
  using cli = commandLine();
  const made = await cli.run(['token', 'create', 'the desk', '--scope', 'write']);
  assert.equal(made.code, 0);
  assert.match(made.out, /^wt_[A-Za-z0-9_-]{43}\n$/);
  assert.match(made.err, /shown this once/);
  const listed = await cli.run(['token', 'list', '--json']);
  assert.ok(!listed.out.includes(made.out.trim()));
  const [token] = JSON.parse(listed.out) as Listed[];
  assert.deepEqual(
    [token?.name, token?.scope, token?.story, token?.revokedAt],
    ['the desk', 'write', null, null],
  );
  const revoked = await cli.run(['token', 'revoke', token!.id]);
  assert.deepEqual([revoked.code, revoked.out], [0, 'Revoked.\n']);
  const twice = await cli.run(['token', 'revoke', token!.id]);
  assert.deepEqual([twice.code, twice.out], [1, '']);
  assert.match(twice.err, /No token in force has the id/);
  assert.match((await cli.run(['token', 'list'])).out, /the desk +write +every story +revoked/);
});

test('a token may be for one story, which has to be there', async () => {
  using cli = commandLine();
  await cli.run(['import', '-'], { input: 'Ice on the Runway\n\nThe airport is closed.\n' });
  const args = ['token', 'create', 'stringer', '--scope', 'write', '--json', '--story'];
  const made = await cli.run([...args, 'ice-on-the-runway']);
  assert.equal((JSON.parse(made.out) as Listed).story, 'ice-on-the-runway');
  assert.match((await cli.run(['token', 'list'])).out, /stringer +write +ice-on-the-runway/);
  const astray = await cli.run([...args, 'fog-on-the-runway']);
  assert.deepEqual([astray.code, astray.out], [1, '']);
  assert.match(astray.err, /There is no story at the address fog-on-the-runway/);
});

test('a name no list could show is refused', async () => {
  using cli = commandLine();
  const { code, err } = await cli.run(['token', 'create', 'two\nlines', '--scope', 'read']);
  assert.equal(code, 1);
  assert.match(err, /name must be one line/);
});
