// What `npm test` and `npm run check` run, on the project's own Node 26: format, lint, types, then every test.
// usage: node scripts/test.mjs [--check-only] [FILE ...]
//   FILE = these test files alone, without the checks. Exits 1 when anything failed.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';

const root = path.dirname(import.meta.dirname);
const args = process.argv.slice(2);
const checkOnly = args.includes('--check-only');
const unknown = args.filter((arg) => arg.startsWith('-') && arg !== '--check-only');
const named = args.filter((arg) => !arg.startsWith('-'));

const CHECKS = [
  { name: 'format', program: 'oxfmt/bin/oxfmt', args: ['--check', '.'], remedy: 'npm run format' },
  { name: 'lint', program: 'oxlint/bin/oxlint', args: ['--deny-warnings'], remedy: 'see the lines above' },
  { name: 'types', program: 'typescript/bin/tsc', args: ['-p', '.'], remedy: 'see the lines above' },
];

/** Kept apart from the tests: they take minutes and have commands of their own. */
const APART = [path.join('test', 'faults')];

/** What failed, in words. @returns {string[]} */
function check() {
  return CHECKS.filter(({ name, program, args: how, remedy }) => {
    const { status } = spawnSync(process.execPath, [path.join(root, 'node_modules', program), ...how], {
      cwd: root,
      stdio: 'inherit',
    });
    console.log(status === 0 ? `✔ ${name}` : `✖ ${name}: ${remedy}`);
    return status !== 0;
  }).map(({ name }) => name);
}

function everyTest() {
  const files = fs
    .globSync('{src,test}/**/*.test.ts', { cwd: root })
    .filter((file) => !APART.some((folder) => file.startsWith(folder)));
  files.sort();
  return files;
}

/** The tests' count. Every file runs in a process of its own, three at a time: browsers and disks keep one waiting; PostgreSQL is started once for all. @param {string[]} files */
async function test(files) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {import('node:test').RunOptions & { globalSetupPath: string }} */
  const options = {
    files: files.map((file) => path.resolve(root, file)),
    cwd: root,
    concurrency: 3,
    timeout: 300_000,
    globalSetupPath: path.join(root, 'test', 'support', 'global-setup.ts'),
  };
  const running = run(options);
  running.on('test:summary', ({ file, counts: { tests, passed, skipped, todo }, success }) => {
    if (file !== undefined) return;
    const failed = tests - passed - skipped - todo;
    Object.assign(counts, { passed, failed: failed || (success ? 0 : 1), skipped: skipped + todo });
  });
  const report = running.compose(new spec());
  report.pipe(process.stdout, { end: false });
  await once(report, 'end');
  return counts;
}

if (unknown.length > 0) {
  console.error(`There is no option ${unknown.join(', ')}. usage: npm test [-- FILE ...], npm run check`);
  process.exit(2);
}
const missing = named.filter((file) => !fs.existsSync(path.resolve(root, file)));
if (missing.length > 0) {
  console.error(`There is no file ${missing.join(', ')}.`);
  process.exit(2);
}
const failures = named.length > 0 ? [] : check();
if (!checkOnly) {
  const files = named.length > 0 ? named : everyTest();
  const { passed, failed, skipped } = await test(files);
  console.log(
    `\n${files.length} files: ${passed} tests passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
  if (failed > 0 || passed === 0) failures.push('tests');
}
if (failures.length > 0) {
  console.log(`Not as it should be: ${failures.join(', ')}`);
  process.exitCode = 1;
}
