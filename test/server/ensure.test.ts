import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';

const root = path.join(import.meta.dirname, '..', '..');

type Ended = { status: number | null; stderr: string };
type Clone = Disposable & {
  folder: string;
  ensure(...program: string[]): Ended;
  /** The same without waiting for it, and for what testing needs where `kind` says so. */
  begin(kind: 'run' | 'all'): Promise<Ended>;
};

/**
 * In place of Node: says its version, and "builds" the console by copying its source, as often as `builds` has lines.
 * A source that says `broken` cannot be built.
 */
const standIn = (version: string): string => `#!/bin/sh
case "$*" in
  *vite.js*)
    cd "$(dirname "$0")/../.." && echo built >> builds
    while [ $# -gt 0 ]; do [ "$1" = --outDir ] && out=$2; shift; done
    if grep -q broken src/desk/console/main.tsx; then echo 'no such thing' >&2; exit 1; fi
    mkdir -p "$out" && cp src/desk/console/main.tsx "$out/index.html" ;;
  *) echo ${version} ;;
esac
`;

/** A clone whose install is done, with a Node binary that says it is of the given version; null: with none. */
function clone(version: string | null): Clone {
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
  fs.writeFileSync(path.join(folder, 'node_modules', '.writethru-installed'), `all ${hash.digest('hex')}\n`);
  for (const room of ['desk/console', 'domain', 'render', 'importer'])
    fs.mkdirSync(path.join(folder, 'src', room), { recursive: true });
  fs.writeFileSync(path.join(folder, 'src/desk/console/main.tsx'), 'the console');
  if (version !== null) fs.writeFileSync(path.join(bin, 'node'), standIn(version), { mode: 0o755 });
  const script = path.join(folder, 'scripts', 'ensure.mjs');
  return {
    folder,
    ensure: (...program) =>
      spawnSync(process.execPath, [script, 'run', '--', ...program], { encoding: 'utf8' }),
    begin(kind) {
      const child = spawn(process.execPath, [script, kind], { stdio: ['ignore', 'ignore', 'pipe'] });
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      return new Promise((resolve) => child.on('close', (status) => resolve({ status, stderr })));
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
  ready.ensure('anything');
  assert.deepEqual([ready.ensure('anything').status, ready.ensure('anything').stderr], [0, '']);
});

const read = ({ folder }: Clone, file: string): string => fs.readFileSync(path.join(folder, file), 'utf8');
const write = ({ folder }: Clone, file: string, text: string): void =>
  fs.writeFileSync(path.join(folder, file), text);

test('the desk is built at the first start, and again only when what it is made of has changed', () => {
  using fresh = clone('v26.10.0');
  assert.equal(fresh.ensure('anything').stderr, 'Building the desk…\n');
  fresh.ensure('anything');
  assert.equal(read(fresh, 'builds'), 'built\n');
  assert.equal(read(fresh, 'build/desk/index.html'), 'the console');
  write(fresh, 'src/desk/console/main.tsx', 'a newer console');
  fresh.ensure('anything');
  assert.equal(read(fresh, 'build/desk/index.html'), 'a newer console');
  assert.deepEqual(fs.readdirSync(path.join(fresh.folder, 'build')), ['desk']);
});

test('where the desk cannot be built, the one there was is served, and a test run says no', async () => {
  using broken = clone('v26.10.0');
  broken.ensure('anything');
  write(broken, 'src/desk/console/main.tsx', 'a broken console');
  const served = broken.ensure('anything');
  assert.equal(served.status, 0);
  assert.match(
    served.stderr,
    /no such thing\nThe desk could not be built: .* It is served as it was built before\. The next start tries again\.\n$/,
  );
  assert.equal(read(broken, 'build/desk/index.html'), 'the console');
  assert.equal((await broken.begin('all')).status, 1);
  assert.deepEqual(fs.readdirSync(path.join(broken.folder, 'build')), ['desk']);
});

test('several starts at once leave one whole desk', async () => {
  using busy = clone('v26.10.0');
  const ended = await Promise.all([1, 2, 3, 4].map(() => busy.begin('run')));
  assert.deepEqual(
    ended.map(({ status }) => status),
    [0, 0, 0, 0],
  );
  assert.deepEqual(fs.readdirSync(path.join(busy.folder, 'build')), ['desk']);
  assert.deepEqual(fs.readdirSync(path.join(busy.folder, 'build/desk')).toSorted(), [
    'built-from',
    'index.html',
  ]);
});
