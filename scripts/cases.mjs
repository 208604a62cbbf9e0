// Measures the importer on the flat posts kept beside the checkout; usage: npm run cases
// Exits 1 when the overall figure is under the least that is accepted, or the reference post does not come out whole.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const LEAST = 0.85;
const root = path.dirname(import.meta.dirname);
const measure = path.join(root, '..', 'shared', 'cases', 'measure.mjs');

if (!fs.existsSync(measure)) {
  console.error(
    'There is no ../shared/cases beside this checkout: there is nothing to measure the importer on.',
  );
  process.exit(1);
}
const args = [measure, '--per-post', '--', path.join(root, 'bin', 'writethru'), 'import'];
const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
process.stdout.write(stdout);
process.stderr.write(stderr);
const overall = Number(stdout.trim().split('\n').at(-1));
const whole = /^ok +no-deal .*headline 1 byline 1 credit 1$/m.test(stdout);
if (status !== 0 || !(overall >= LEAST) || !whole) {
  console.error(
    `The importer has fallen short: overall ${overall} (at least ${LEAST}), no-deal ${whole ? '' : 'not '}whole.`,
  );
  process.exit(1);
}
