import type { Newsroom } from '../commands/perform.ts';
import type { Call, Command } from './command.ts';
import { DONE, Misused, Refused } from './exits.ts';
import { configOf, inExistingNewsroom } from './newsroom.ts';
import { openOutput } from './output.ts';

export const command: Command = {
  name: 'export',
  usage: 'SLUG|--all [options]',
  about:
    'Writes a story, or the whole site, as JSON: its log with all its hashes, which “import” takes back as it was.\nA server may be running meanwhile.',
  options: {
    all: { help: 'every story, and the site’s authors' },
    format: { value: 'FORMAT', help: 'json (json)' },
    out: { value: 'FILE', help: 'file to write, - for standard output (-)' },
    force: { help: 'writes over a file that is there' },
  },
  takes: { least: 0, most: 1 },
  examples: [
    'writethru export no-deal --out no-deal.json',
    'writethru export --all --format json --out newsroom.json --force',
    'writethru export no-deal | jq .events[].kind',
  ],
  async run(call) {
    const [slug] = call.words;
    const all = call.has('all');
    if (all === (slug !== undefined))
      throw new Misused('Name the SLUG of one story, or --all. See writethru export --help.');
    if ((call.value('format') ?? 'json') !== 'json') throw new Misused('--format must be json.');
    const config = configOf(call);
    const out = call.value('out') ?? '-';
    const wrote = await inExistingNewsroom(config, async (newsroom) => {
      const pieces = await piecesOf(newsroom, call, slug);
      await using output = openOutput(out, call);
      for await (const piece of pieces) await output.write(piece);
      return output.keep();
    });
    if (wrote) call.terminal.print(`Written to ${out}.`);
    return DONE;
  },
};

async function piecesOf(
  { storage, clock }: Newsroom,
  { terminal }: Call,
  slug: string | undefined,
): Promise<AsyncIterable<string>> {
  const { exportSite, exportStory } = await import('../archive/story-export.ts');
  const exportedAt = await clock.fresh();
  if (slug === undefined) {
    return exportSite(storage, exportedAt, terminal.progress('Events written').at);
  }
  const found = await storage.findStory({ slug });
  if (!found) throw new Refused(`There is no story at the address ${slug}.`);
  return exportStory(storage, found, exportedAt);
}
