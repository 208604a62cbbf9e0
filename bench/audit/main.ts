import fs from 'node:fs';
import path from 'node:path';
import { openFullStory, pagesOf } from '../../test/e2e/full-story.ts';
import { openSite } from '../../test/e2e/site.ts';
import { figureLine, type Figure } from '../figures.ts';
import { askLighthouse } from './lighthouse.ts';
import { checkMarkup, readPages } from './markup.ts';
import { tools } from './tools.ts';
import { weigh } from './weight.ts';

/**
 * Audits the reader's pages of a story with something of everything: Lighthouse on phone and desk, the Nu HTML checker
 * on every page, what a first visit weighs. usage: npm run audit -- [lighthouse|markup|weight …] [--out FILE]
 */
const args = process.argv.slice(2);
const outAt = args.indexOf('--out');
const out = outAt < 0 ? null : path.resolve(args[outAt + 1] ?? 'audit.json');
const named = args.filter((arg, at) => !arg.startsWith('--') && args[at - 1] !== '--out');

tools.install();
await using site = await openSite();
const pages = pagesOf(await openFullStory(site));
const { front = '/', story = '/', update = '/' } = pages;

const AUDITS: Record<string, () => Promise<Figure[]>> = {
  markup: async () => checkMarkup(await readPages(site.url, [...Object.values(pages), '/api/v1'])),
  weight: async () => {
    const response = await fetch(site.url + story);
    return weigh(site.url + story, await response.text());
  },
  lighthouse: () =>
    askLighthouse({ story: site.url + story, update: site.url + update, front: site.url + front }),
};
const unknown = named.filter((name) => !(name in AUDITS));
if (unknown.length > 0) {
  console.error(`There is no audit ${unknown.join(', ')}: choose from ${Object.keys(AUDITS).join(', ')}.`);
  process.exitCode = 2;
} else {
  const all: Record<string, Figure[]> = {};
  for (const name of named.length > 0 ? named : Object.keys(AUDITS)) {
    console.log(name);
    all[name] = await AUDITS[name]!();
    for (const figure of all[name]) console.log(`  ${figureLine(figure)}`);
  }
  if (out) fs.writeFileSync(out, `${JSON.stringify(all, null, 2)}\n`);
  const short = Object.values(all)
    .flat()
    .filter(({ reached }) => reached === false);
  if (short.length > 0) process.exitCode = 1;
}
