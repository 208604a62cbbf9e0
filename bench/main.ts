import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { BENCHES } from './benches.ts';
import { figureLine, type Figure, type Scale } from './figures.ts';
import { plainCongestionControl } from './peers/congestion.ts';

/** Measures the product against itself, the machine and its peers; usage: npm run bench -- [NAME …] [--readers N] [--rounds N] [--out FILE] */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { readers: { type: 'string' }, rounds: { type: 'string' }, out: { type: 'string' } },
});
const refuse = (why: string): never => {
  console.error(why);
  process.exit(2);
};
const unknown = positionals.filter((name) => !(name in BENCHES));
if (unknown.length > 0)
  refuse(`There is no bench ${unknown.join(', ')}: choose from ${Object.keys(BENCHES).join(', ')}.`);

function asked(name: 'readers' | 'rounds'): number | undefined {
  const value = values[name];
  if (value === undefined) return undefined;
  return /^[1-9]\d*$/.test(value) ? Number(value) : refuse(`--${name} is a number from 1.`);
}
const [readers, rounds] = [asked('readers'), asked('rounds')];

type Outcome = { figures: Figure[]; failed?: string };
/** A peer that is not to be had, or a run that failed, does not take the other benches' figures with it. */
async function outcome(run: (of: Scale) => Promise<Figure[]>, scale: Scale): Promise<Outcome> {
  try {
    return { figures: await run(scale) };
  } catch (error) {
    console.error(error);
    return { figures: [], failed: String(error) };
  }
}

const congestionControl = plainCongestionControl();
const benches: Record<string, Scale & Outcome> = {};
for (const name of positionals.length > 0 ? positionals : Object.keys(BENCHES)) {
  const { run, usual } = BENCHES[name]!;
  const scale = { readers: readers ?? usual.readers, rounds: rounds ?? usual.rounds };
  console.log(`${name}: readers ${scale.readers}, rounds ${scale.rounds}`);
  benches[name] = { ...scale, ...(await outcome(run, scale)) };
  for (const figure of benches[name].figures) console.log(`  ${figureLine(figure)}`);
}

if (values.out) {
  const [processor] = os.cpus();
  const taken = {
    date: new Date().toISOString(),
    node: process.version,
    cores: os.availableParallelism(),
    processor: processor?.model.trim(),
    kernel: os.release(),
    congestionControl,
    benches,
  };
  fs.writeFileSync(path.resolve(values.out), `${JSON.stringify(taken, null, 2)}\n`);
}
const missed = Object.values(benches).some(
  ({ figures, failed }) => failed !== undefined || figures.some(({ reached }) => reached === false),
);
process.exit(missed ? 1 : 0);
