import { parseArgs } from 'node:util';
import { told, typeInTwoBrowsers } from '../e2e/desk/two-browsers/run.ts';

/** Two browsers type in one draft while a network goes and the server is killed; usage: npm run together -- [--seconds 120] [--engine sqlite|postgres|both] */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '120' }, engine: { type: 'string', default: 'both' } },
});
const length = Number(values.seconds) * 1000;
const engines = (['sqlite', 'postgres'] as const).filter((one) => ['both', one].includes(values.engine));

/** Cuts of ten seconds and of twenty in two minutes. */
const cuts = [length / 12, length / 6];

let failed = engines.length === 0;
for (const engine of engines) {
  const outcome = await typeInTwoBrowsers({ engine, length, cuts });
  console.log(told(engine, outcome));
  for (const fault of outcome.faults) console.error(`  fault: ${fault}`);
  failed ||= !outcome.equal || outcome.lost > 0 || outcome.doubled > 0 || outcome.faults.length > 0;
}
process.exit(failed ? 1 : 0);
