// What `npm test`, `npm run test:browsers` and `npm run check` run, on the project's own Node 26: format, lint, types, then the
// tests, all but the long row of browsers.
// usage: node scripts/test.mjs [--check-only | --browsers | --fuzz] [FILE ...]
//   FILE = these test files alone, without the checks. Exits 1 when anything failed.
//   --browsers = that row alone: every screen and page, at every width, by every way of using it.
//   --fuzz = the tests that hold for whatever is thrown at them, five times as often as otherwise.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { pathToFileURL } from 'node:url';

const root = path.dirname(import.meta.dirname);
const args = process.argv.slice(2);
const OPTIONS = new Set(['--check-only', '--browsers', '--fuzz']);
const checkOnly = args.includes('--check-only');
const browsers = args.includes('--browsers');
const fuzz = args.includes('--fuzz');
const unknown = args.filter((arg) => arg.startsWith('-') && !OPTIONS.has(arg));
const named = args.filter((arg) => !arg.startsWith('-'));

const CHECKS = [
  { name: 'format', program: 'oxfmt/bin/oxfmt', args: ['--check', '.'], remedy: 'npm run format' },
  { name: 'lint', program: 'oxlint/bin/oxlint', args: ['--deny-warnings'], remedy: 'see the lines above' },
  { name: 'types', program: 'typescript/bin/tsc', args: ['-p', '.'], remedy: 'see the lines above' },
];

/** Kept apart from the tests: they take minutes and have commands of their own. */
const APART = [path.join('test', 'faults')];

/** Browsers on two cores take half an hour; the night, which walks through desk and pages alike, is of every run. */
const IN_BROWSERS = path.join('test', 'e2e');
const NIGHT = path.join(IN_BROWSERS, 'desk', 'night.test.ts');

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

/** Told by where it lies: those apart from the code start servers and browsers. @param {string} file */
const isShort = (file) => file.startsWith(`src${path.sep}`);

function everyTest() {
  const files = fs
    .globSync('{src,test}/**/*.test.ts', { cwd: root })
    .filter((file) => !APART.some((folder) => file.startsWith(folder)));
  // Those with a browser take longest and begin first: at the end the short ones fill what is left.
  return files.toSorted((a, b) => Number(isShort(a)) - Number(isShort(b)) || (a < b ? -1 : 1));
}

/** @param {string} file */
const isInTheRow = (file) => file.startsWith(IN_BROWSERS) && file !== NIGHT;

/** As many files of one folder share a process. */
const TOGETHER = 12;

/** What looks at the process it runs in has one of its own. */
const LOOKS_AT_ITSELF = /memoryUsage|mock\.timers/;

/**
 * What runs in a process each: every file by itself, but for the code's own tests, of which those that lie together share one,
 * by a file that imports them. Loading the code costs more than most of them do.
 * @param {string[]} files
 */
function inProcesses(files) {
  const isShared = (/** @type {string} */ file) =>
    isShort(file) && !LOOKS_AT_ITSELF.test(fs.readFileSync(path.join(root, file), 'utf8'));
  const shared = Map.groupBy(files.filter(isShared), (file) => file.split(path.sep).slice(0, 2).join('-'));
  const folder = path.join(root, '.tmp', 'tests');
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const together = [...shared].flatMap(([name, ours]) =>
    Array.from({ length: Math.ceil(ours.length / TOGETHER) }, (_, at) => {
      const some = ours.slice(at * TOGETHER, (at + 1) * TOGETHER);
      const file = path.join(folder, `${name}-${at + 1}.test.mjs`);
      const imports = some.map(
        (one) => `import ${JSON.stringify(pathToFileURL(path.join(root, one)).href)};\n`,
      );
      fs.writeFileSync(file, imports.join(''));
      return within(file);
    }),
  );
  return [...files.filter((file) => !isShared(file)), ...together];
}

/** Those that say how often they try (`test/support/runs.ts`). */
const everyProperty = () =>
  everyTest().filter((file) => fs.readFileSync(path.join(root, file), 'utf8').includes('support/runs.ts'));

const lastNet = pathToFileURL(path.join(root, 'test', 'support', 'last-net.ts')).href;

/** @param {string} file */
const within = (file) => path.relative(root, file);

/**
 * What came of the tests. Every file runs in a process of its own, three at a time: browsers and disks keep one waiting;
 * PostgreSQL is started once for all.
 * @param {string[]} files
 */
async function test(files) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  /** @type {string[]} */
  const red = [];
  /** @type {{ file: string, seconds: number }[]} */
  const times = [];
  /** @type {import('node:test').RunOptions & { globalSetupPath: string }} */
  const options = {
    files: inProcesses(files).map((file) => path.resolve(root, file)),
    cwd: root,
    concurrency: 3,
    timeout: 500_000,
    // What a failed test left open does not keep its file from ending.
    execArgv: ['--test-force-exit', `--import=${lastNet}`],
    globalSetupPath: path.join(root, 'test', 'support', 'global-setup.ts'),
  };
  const running = run(options);
  running.on('test:summary', ({ file, duration_ms, counts: { tests, passed, skipped, todo }, success }) => {
    if (file !== undefined) return void times.push({ file: within(file), seconds: duration_ms / 1000 });
    const failed = tests - passed - skipped - todo;
    Object.assign(counts, { passed, failed: failed || (success ? 0 : 1), skipped: skipped + todo });
  });
  running.on('test:fail', ({ name, file, details: { error } }) => {
    // One that holds others fails with them.
    const { failureType } = /** @type {{ failureType?: string }} */ (error);
    if (failureType !== 'subtestsFailed')
      red.push(name === file ? within(file) : `${file ? within(file) : ''}: ${name}`);
  });
  const report = running.compose(new spec());
  report.pipe(process.stdout, { end: false });
  await once(report, 'end');
  return { ...counts, red, times };
}

/** The end of a long output is what is read. @param {Awaited<ReturnType<typeof test>>} outcome @param {number} files */
function tell({ passed, failed, skipped, red, times }, files) {
  const slowest = times.toSorted((a, b) => b.seconds - a.seconds).slice(0, 10);
  if (times.length > slowest.length) {
    console.log('\nThe slowest files:');
    for (const { file, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(7)} s  ${file}`);
  }
  if (red.length > 0) console.log('\nFailed:');
  for (const name of red) console.log(`✖ ${name}`);
  console.log(
    `\n${files} files: ${passed} tests passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`,
  );
}

if (unknown.length > 0) {
  console.error(
    `There is no option ${unknown.join(', ')}. usage: npm test [-- FILE ...], npm run test:browsers, npm run check, npm run fuzz`,
  );
  process.exit(2);
}
const missing = named.filter((file) => !fs.existsSync(path.resolve(root, file)));
if (missing.length > 0) {
  console.error(`There is no file ${missing.join(', ')}.`);
  process.exit(2);
}
if (fuzz) process.env['FUZZ'] = 'all';
// Hundreds of processes load the same code: what is compiled is kept for the next.
process.env['NODE_COMPILE_CACHE'] ??= path.join(root, '.tmp', 'compiled');
const failures = named.length > 0 || browsers || fuzz ? [] : check();
if (!checkOnly) {
  const ours = everyTest().filter((file) => isInTheRow(file) === browsers);
  const files = named.length > 0 ? named : fuzz ? everyProperty() : ours;
  const outcome = await test(files);
  tell(outcome, files.length);
  if (outcome.failed > 0 || outcome.passed === 0) failures.push('tests');
}
if (failures.length > 0) {
  console.log(`Not as it should be: ${failures.join(', ')}`);
  process.exitCode = 1;
}
