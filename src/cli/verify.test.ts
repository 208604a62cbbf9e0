import assert from 'node:assert/strict';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { commandLine } from '../../test/support/writethru.ts';

const POST =
  'Ice on the Runway\n\nThe airport is closed.\n\nUpdate, 1/2/2025, 1:30 a.m. ET: It is open again.\n';

test('a newsroom in order verifies in one line, alike as JSON', async () => {
  using cli = commandLine();
  await cli.run(['import', '-'], { input: POST });
  const { code, out } = await cli.run(['verify']);
  assert.equal(code, 0);
  const [, head] = /^ok stories 1 events 2 head ([0-9a-f]{64})\n$/.exec(out) ?? [];
  const json = JSON.parse((await cli.run(['verify', '--json'])).out) as Record<string, unknown>;
  assert.deepEqual([json['type'], json['stories'], json['events'], json['head']], ['ok', 1, 2, head]);
});

test('one changed byte is found and named, with exit 1', async () => {
  using cli = commandLine();
  await cli.run(['import', '-'], { input: POST });
  const database = new DatabaseSync(path.join(cli.folder, 'writethru.db'));
  database.exec(`UPDATE events SET payload = replace(payload, 'open again', 'open agaim') WHERE seq = 2`);
  database.close();
  const { code, out } = await cli.run(['verify']);
  assert.deepEqual([code, out], [1, 'differs event ice-on-the-runway 2 payload\n']);
  const json = await cli.run(['verify', '--json']);
  assert.equal(json.code, 1);
  assert.equal((JSON.parse(json.out) as { what: string }).what, 'event');
});
