import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandLine } from '../../test/support/writethru.ts';

test('staff is recorded once by its address, and listed', async () => {
  using cli = commandLine();
  const ada = ['user', 'add', 'Ada@Example.org', '--name', 'Ada Moran', '--role', 'editor'];
  const added = await cli.run(ada);
  assert.deepEqual([added.code, added.out], [0, 'Ada Moran <ada@example.org> is recorded, as editor.\n']);
  const again = await cli.run(['user', 'add', 'ada@example.org', '--name', 'Ada', '--role', 'admin']);
  assert.deepEqual([again.code, again.out], [1, '']);
  assert.match(again.err, /ada@example\.org is recorded already/);
  assert.match((await cli.run(['user', 'list'])).out, /^ada@example\.org  Ada Moran  editor\n$/);
  const [user] = JSON.parse((await cli.run(['user', 'list', '--json'])).out) as { role: string }[];
  assert.equal(user?.role, 'editor');
});

test('an address with a line break or a second recipient in it is refused', async () => {
  using cli = commandLine();
  for (const email of ['a@b.org\nBcc: x@y.org', 'a@b.org,c@d.org@e.org', '<a@b.org>', 'a@b', '']) {
    const { code } = await cli.run(['user', 'add', email, '--name', 'Ada', '--role', 'editor']);
    assert.equal(code, 2, JSON.stringify(email));
  }
});

test('a link to choose a password by is printed last, and another one for somebody who is here', async () => {
  using cli = commandLine();
  const settings = { BASE_URL: 'https://herald.example' };
  const add = ['user', 'add', 'ada@example.org', '--name', 'Ada Moran', '--role', 'admin', '--link'];
  const added = await cli.run(add, { settings });
  assert.deepEqual([added.code, added.err], [0, '']);
  assert.match(added.out, /\nhttps:\/\/herald\.example\/desk\/welcome\/[\w-]{43}\n$/);
  const made = await cli.run(['user', 'link', 'Ada@example.org'], { settings });
  assert.match(made.out, /^https:\/\/herald\.example\/desk\/welcome\/[\w-]{43}\n$/);
  const nobody = await cli.run(['user', 'link', 'eve@example.org'], { settings });
  assert.deepEqual([nobody.code, nobody.out], [1, '']);
  assert.match(nobody.err, /Nobody with the address eve@example\.org/);
});
