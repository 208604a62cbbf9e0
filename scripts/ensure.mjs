// Runs on any Node from 20 on: makes sure what is needed is installed, then hands over to the project's own Node 26.
// usage: node scripts/ensure.mjs run|all [-- PROGRAM [ARG ...]]
//   run = what serving needs, all = what testing needs as well.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** @type {[number, number]} */
const NEEDED = [26, 10];
const root = path.dirname(import.meta.dirname);
const [wanted = 'run', , ...program] = process.argv.slice(2);
const stamp = path.join(root, 'node_modules', '.writethru-installed');
/** A part that only testing needs. */
const testing = path.join(root, 'node_modules', 'typescript');
const binary = path.join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

/** Where the desk's console is built, and what it is built from. */
const desk = path.join(root, 'build', 'desk');
const deskSources = ['src/desk', 'src/domain', 'src/render', 'src/importer'];

/** @param {string} sentence @returns {never} */
function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

function lockHash() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json'])
    hash.update(fs.readFileSync(path.join(root, name)));
  return hash.digest('hex');
}

/** @param {string} hash */
function installed(hash) {
  if (!fs.existsSync(stamp)) return false;
  const [kind, of] = fs.readFileSync(stamp, 'utf8').trim().split(' ');
  return of === hash && (kind === 'all' || kind === wanted);
}

/**
 * `npm install --no-save` adds to node_modules without first emptying it, as `npm ci` would under a server that runs from it.
 * @param {string} hash
 */
function install(hash) {
  console.error(`Installing what ${wanted === 'run' ? 'running' : 'testing'} needs (once)…`);
  const args = ['install', '--no-save', '--no-audit', '--no-fund', '--no-engine-strict', '--loglevel=error'];
  // What testing needs is left where it lies: npm would take it away under a test that runs.
  const all = wanted === 'all' || fs.existsSync(testing);
  args.push(all ? '--include=dev' : '--omit=dev');
  // A NODE_ENV=production of the caller would leave the tests' parts out.
  const env = { ...process.env, NODE_ENV: '' };
  const result = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env,
    shell: process.platform === 'win32',
  });
  if (result.error || result.status !== 0) {
    refuse(
      'The install did not finish: see the lines above, check the network and the npm registry, then run the same command again.',
    );
  }
  // As a file of its own: one that another checkout shares by a link would say this of that one too.
  fs.writeFileSync(`${stamp}.new`, `${all ? 'all' : 'run'} ${hash}\n`);
  fs.renameSync(`${stamp}.new`, stamp);
}

function checkBinary() {
  const found = spawnSync(binary, ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
  const version = (found.stdout ?? '').trim();
  if (!version) {
    refuse(
      `Node ${NEEDED[0]} for ${process.platform}-${process.arch} is not in node_modules: npm may have been told to leave optional packages out. ` +
        'Run: npm install --include=optional',
    );
  }
  const [major = 0, minor = 0] = version.slice(1).split('.').map(Number);
  if (major * 1000 + minor < NEEDED[0] * 1000 + NEEDED[1]) {
    refuse(
      `node_modules holds Node ${version}, but Writethru needs ${NEEDED.join('.')} or newer. Run: rm -rf node_modules && npm start`,
    );
  }
}

/** Of everything the console may be built from. @param {string} lock */
function deskHash(lock) {
  const hash = createHash('sha256').update(lock);
  for (const folder of deskSources) {
    const names = /** @type {string[]} */ (fs.readdirSync(path.join(root, folder), { recursive: true }));
    names.sort();
    for (const name of names.filter(
      (one) => /\.(tsx?|css|json|html|svg)$/.test(one) && !/\.test\./.test(one),
    )) {
      hash.update(name).update(fs.readFileSync(path.join(root, folder, name)));
    }
  }
  return hash.digest('hex');
}

/** @param {string} from */
const isBuilt = (from) => {
  const mark = path.join(desk, 'built-from');
  return fs.existsSync(mark) && fs.readFileSync(mark, 'utf8') === from;
};

/**
 * Builds the desk's console where what it is made from has changed, in a folder of its own that is then put in its place
 * whole. Where that fails the one there was stays: serving goes on, for readers need no desk; testing does not.
 * @param {string} lock
 */
function buildDesk(lock) {
  const from = deskHash(lock);
  if (isBuilt(from)) return;
  console.error('Building the desk…');
  clearLeftovers();
  const next = `${desk}-next-${process.pid}`;
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = path.join(root, 'src', 'desk', 'console', 'vite.config.ts');
  const args = [vite, 'build', '--config', config, '--outDir', next, '--emptyOutDir', '--logLevel', 'warn'];
  const shell = process.platform === 'win32';
  const result = spawnSync(binary, args, { cwd: root, stdio: ['ignore', 2, 2], shell });
  if (!result.error && result.status === 0 && fs.existsSync(path.join(next, 'index.html'))) {
    fs.writeFileSync(path.join(next, 'built-from'), from);
    return putInPlace(next, from);
  }
  fs.rmSync(next, { recursive: true, force: true });
  const failed = 'The desk could not be built: see the lines above.';
  if (wanted === 'all') refuse(failed);
  const instead = fs.existsSync(desk)
    ? 'It is served as it was built before.'
    : 'Readers’ pages are served without it.';
  console.error(`${failed} ${instead} The next start tries again.`);
}

/** Another start may have built the same at the same time: the first one stays. @param {string} next @param {string} from */
function putInPlace(next, from) {
  const before = `${desk}-before-${process.pid}`;
  for (let tries = 0; tries < 5 && !isBuilt(from); tries += 1) {
    try {
      if (fs.existsSync(desk)) fs.renameSync(desk, before);
      fs.renameSync(next, desk);
    } catch {
      // The other one was between our two steps, or the disk refuses: then the one there was comes back.
      if (fs.existsSync(before) && !fs.existsSync(desk)) fs.renameSync(before, desk);
    }
    fs.rmSync(before, { recursive: true, force: true });
  }
  fs.rmSync(next, { recursive: true, force: true });
}

/** Of builds that were killed, ms after which they cannot be under way any more. */
const ABANDONED = 15 * 60_000;

function clearLeftovers() {
  const folder = path.dirname(desk);
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  for (const name of names.filter((one) => /^desk-(next|before)-\d+$/.test(one))) {
    const left = path.join(folder, name);
    const { mtimeMs = Date.now() } = fs.statSync(left, { throwIfNoEntry: false }) ?? {};
    if (Date.now() - mtimeMs > ABANDONED) fs.rmSync(left, { recursive: true, force: true });
  }
}

const hash = lockHash();
if (!installed(hash)) install(hash);
checkBinary();
buildDesk(hash);
if (program.length > 0) {
  // Code is read, stripped of its types and compiled once, not at every start.
  const env = { NODE_COMPILE_CACHE: path.join(root, 'node_modules', '.cache', 'node'), ...process.env };
  const child = spawn(binary, program, {
    cwd: root,
    stdio: 'inherit',
    env,
    shell: process.platform === 'win32',
  });
  // A terminal sends Ctrl-C to both; a supervisor sends SIGTERM to this process alone.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
