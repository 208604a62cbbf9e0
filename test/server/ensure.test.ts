import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const root = path.join(import.meta.dirname, '..', '..');

/** A clone whose install is done, with a Node binary that says it is of the given version; null: with none. */
function clone(
  version: string | null,
): Disposable & { ensure(...program: string[]): { status: number | null; stderr: string } } {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-clone-'));
  const bin = path.join(folder, 'node_modules', '.bin');
  fs.mkdirSync(bin, { recursive: true });
  fs.mkdirSync(path.join(folder, 'scripts'));
  fs.copyFileSync(path.join(root, 'scripts', 'ensure.mjs'), path.join(folder, 'scripts', 'ensure.mjs'));
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) {
    fs.copyFileSync(path.join(root, name), path.join(folder, name));
    hash.update(fs.readFileSync(path.join(root, name)));
  }
  fs.writeFileSync(path.join(folder, 'node_modules', '.writethru-installed'), `run ${hash.digest('hex')}\n`);
  if (version !== null)
    fs.writeFileSync(path.join(bin, 'node'), `#!/bin/sh\necho ${version}\n`, { mode: 0o755 });
  return {
    ensure(...program) {
      const args = [path.join(folder, 'scripts', 'ensure.mjs'), 'run', '--', ...program];
      return spawnSync(process.execPath, args, { encoding: 'utf8' });
    },
    [Symbol.dispose]: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

test('an old Node binary in node_modules is one sentence with what to do', () => {
  for (const version of ['v22.9.0', 'v26.9.0']) {
    using old = clone(version);
    const { status, stderr } = old.ensure('src/main.ts');
    assert.equal(status, 1);
    assert.match(
      stderr,
      new RegExp(
        `^node_modules holds Node ${version}, but Writethru needs 26\\.10 or newer\\. Run: rm -rf node_modules && npm start\n$`,
      ),
    );
  }
});

test('a missing Node binary is one sentence with what to do', () => {
  using bare = clone(null);
  const { status, stderr } = bare.ensure('src/main.ts');
  assert.equal(status, 1);
  assert.match(stderr, /^Node 26 for \S+ is not in node_modules: .* Run: npm install --include=optional\n$/);
});

test('what is installed is not installed again', () => {
  using ready = clone('v26.10.0');
  assert.deepEqual([ready.ensure('anything').status, ready.ensure('anything').stderr], [0, '']);
});
