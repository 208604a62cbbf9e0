import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { failures } from './nodes/failures.ts';
import type { Outcome } from './nodes/night.ts';
import { rollingUpgrade } from './nodes/upgrade.ts';

/**
 * Several nodes on one PostgreSQL with a replica, and one S3 store, behind nginx: what may fail fails, in turn, and an
 * upgrade rolls through; usage: npm run nodes -- [--readers 240] [--only two|three|upgrade] [--out FILE]
 */
const { values } = parseArgs({
  options: {
    readers: { type: 'string', default: '240' },
    only: { type: 'string', default: '' },
    out: { type: 'string', default: '' },
  },
});
const readers = Number(values.readers);
const NIGHTS: Record<string, () => Promise<Outcome>> = {
  two: () => failures(2, readers),
  three: () => failures(3, readers),
  upgrade: () => rollingUpgrade(readers),
};
const chosen = Object.entries(NIGHTS).filter(([name]) => ['', name].includes(values.only));
const outcomes: Record<string, Outcome> = {};
for (const [name, run] of chosen) {
  console.log(`${name}:`);
  const outcome = await run();
  outcomes[name] = outcome;
  const { nodes, events, acknowledged, counts, verify, faults } = outcome;
  const { lost, doubled, outOfOrder } = counts;
  console.log(
    `${name}: nodes ${nodes}  readers ${outcome.readers}  events ${events}  acknowledged ${acknowledged}  ` +
      `lost ${lost}  doubled ${doubled}  out of order ${outOfOrder}  verify: ${verify}`,
  );
  for (const fault of faults.slice(0, 10)) console.error(`  fault: ${fault}`);
}
if (values.out !== '') fs.writeFileSync(values.out, `${JSON.stringify(outcomes, null, 2)}\n`);
const failed = chosen.length === 0 || Object.values(outcomes).some(({ faults }) => faults.length > 0);
process.exit(failed ? 1 : 0);
