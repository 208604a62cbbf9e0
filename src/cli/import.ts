import { opensLikeExport } from '../archive/export-format.ts';
import { LARGEST_POST_BYTES } from '../importer/propose.ts';
import { sniff } from '../media/format.ts';
import type { Call, Command } from './command.ts';
import { Misused } from './exits.ts';
import { openingOf, readInput } from './read-input.ts';

const MB = 1024 * 1024;
const MOST_PICTURES = 100;
const LARGEST_EXPORT = 256 * MB;
const FORMATS = ['auto', 'text', 'html', 'json'] as const;
const STATES = ['live', 'paused', 'ended'] as const;

export type ImportFormat = (typeof FORMATS)[number];
export type ImportState = (typeof STATES)[number];

export const command: Command = {
  name: 'import',
  usage: 'FILE|-|PICTURE… [options]',
  about:
    'Takes in a flat post – headline, text and updates in one page or text – as a story with its original times,\nor an export of Writethru, with its log as it was. What could not be resolved is told as a warning; the last\nline is the story’s address. The same bytes are taken in once. A server may be running meanwhile.\nPictures are taken in with what their own metadata offers; the last line is the picture’s address.',
  options: {
    format: { value: 'FORMAT', help: `${FORMATS.join(', ')}; json is our own export (auto)` },
    zone: { value: 'ZONE', help: 'IANA name of the zone the post’s clocks show, such as Europe/Paris' },
    date: { value: 'YYYY-MM-DD', help: 'the day the post was published' },
    state: { value: 'STATE', help: `how the story is left: ${STATES.join(', ')} (live)` },
    alt: { value: 'TEXT', help: 'of a picture: what is to be seen, for those who do not see it' },
    caption: { value: 'TEXT', help: 'of a picture' },
    credit: { value: 'TEXT', help: 'of a picture: whose it is' },
    story: { value: 'SLUG', help: 'with --lead: the story the picture stands on' },
    lead: { help: 'with --story: makes the picture the lead picture' },
    'dry-run': { help: 'shows what would be taken in; needs no newsroom and writes nothing' },
    json: { help: 'prints JSON' },
  },
  takes: { least: 1, most: MOST_PICTURES },
  examples: [
    'writethru import post.html',
    'writethru import night.txt --zone America/New_York --date 2019-02-28 --state ended',
    'curl -s https://example.org/post | writethru import - --dry-run --json',
    'writethru import newsroom.json',
    'writethru import berth.jpg --alt "An empty berth at night" --story night-ferry --lead',
  ],
  async run(call) {
    const format = oneOf(call, 'format', FORMATS, 'auto');
    const state = oneOf(call, 'state', STATES, 'live');
    const [source = '-'] = call.words;
    if (source === '-' && call.input.isTTY) call.terminal.note('Reading what is typed here, up to Ctrl-D.');
    const asExport = (opening: string): boolean =>
      format === 'json' || (format === 'auto' && opensLikeExport(opening));
    const bytes = await readInput(source, call.input, (opening) =>
      asExport(opening)
        ? { bytes: LARGEST_EXPORT, what: 'an export' }
        : isPicture(opening)
          ? { bytes: 20 * MB, what: 'a picture' }
          : { bytes: LARGEST_POST_BYTES, what: 'a post' },
    );
    if (isPicture(openingOf(bytes))) {
      const files = [{ name: source, bytes }];
      for (const name of call.words.slice(1)) {
        const bound = () => ({ bytes: 20 * MB, what: 'a picture' });
        files.push({ name, bytes: await readInput(name, call.input, bound) });
      }
      const { importPictures } = await import('./import-pictures.ts');
      return importPictures(call, files);
    }
    if (call.words.length > 1)
      throw new Misused(`import takes one post at a time: “${call.words[1]}” is one too many.`);
    for (const option of ['alt', 'caption', 'credit', 'story', 'lead']) {
      if (call.has(option)) throw new Misused(`--${option} is for pictures.`);
    }
    if (bytes.length > MB) call.terminal.note(`Reading ${(bytes.length / MB).toFixed(1)} MB.`);
    if (!asExport(openingOf(bytes))) {
      const { importPost } = await import('./import-post.ts');
      return importPost(call, bytes, { format: format === 'json' ? 'auto' : format, state });
    }
    for (const option of ['zone', 'date', 'state']) {
      if (call.has(option)) throw new Misused(`--${option} is for posts: an export says itself what it is.`);
    }
    const { importExport } = await import('./import-export.ts');
    return importExport(call, bytes);
  },
};

const isPicture = (opening: string): boolean => 'picture' in sniff(Buffer.from(opening, 'latin1'));

function oneOf<const T extends readonly string[]>(
  call: Call,
  option: string,
  values: T,
  fallback: T[number],
): T[number] {
  const given = call.value(option) ?? fallback;
  const found = values.find((value) => value === given);
  if (found === undefined) throw new Misused(`--${option} must be one of ${values.join(', ')}.`);
  return found;
}
