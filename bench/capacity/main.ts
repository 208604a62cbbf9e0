// Reckons a night from measured figures.
// usage: npm run capacity [-- --figures FILE] [--write]
//   --figures FILE = JSON with some figures in place of those of bench/capacity/figures.json
//   --write = put the table and the picture into docs/capacity.md and docs/capacity.svg
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readInputs } from './inputs.ts';
import { picture } from './picture.ts';
import { table, validated } from './table.ts';

const { values } = parseArgs({ options: { figures: { type: 'string' }, write: { type: 'boolean' } } });
const inputs = readInputs(values.figures);
const docs = path.join(import.meta.dirname, '..', '..', 'docs');
const text = `${table(inputs)}\n\n${validated(inputs)}`;
console.log(text);

if (values.write) {
  const file = path.join(docs, 'capacity.md');
  const between = /(?<=<!-- reckoned -->\n)[^]*(?=<!-- \/reckoned -->)/;
  fs.writeFileSync(
    file,
    fs.readFileSync(file, 'utf8').replace(between, () => `\n${text}\n\n`),
  );
  fs.writeFileSync(path.join(docs, 'capacity.svg'), picture(inputs));
}
