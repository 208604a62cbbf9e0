import fs from 'node:fs';
import path from 'node:path';
import { benchCommit } from './commit.ts';
import { benchBurst, benchFanout, benchStorm } from './fanout.ts';
import { benchPages } from './pages.ts';
import { benchStreams } from './streams.ts';
import { figureLine, type Figure } from './figures.ts';

/** Measures the product against itself and the machine; usage: npm run bench -- [NAME …] [--out FILE] */
const BENCHES: Record<string, () => Promise<Figure[]>> = {
  commit: benchCommit,
  pages: benchPages,
  streams: benchStreams,
  fanout: benchFanout,
  burst: benchBurst,
  storm: benchStorm,
};

const args = process.argv.slice(2);
const outAt = args.indexOf('--out');
const out = outAt < 0 ? null : path.resolve(args[outAt + 1] ?? 'bench.json');
const named = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--out');
const unknown = named.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}: choose from ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(2);
}

const all: Record<string, Figure[]> = {};
for (const name of named.length > 0 ? named : Object.keys(BENCHES)) {
  console.log(name);
  const figures = await BENCHES[name]!();
  all[name] = figures;
  for (const figure of figures) console.log(`  ${figureLine(figure)}`);
}
if (out) fs.writeFileSync(out, `${JSON.stringify(all, null, 2)}\n`);
process.exit(
  Object.values(all)
    .flat()
    .some((figure) => figure.reached === false)
    ? 1
    : 0,
);
