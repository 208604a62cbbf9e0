import { withLibrary } from '../app.ts';
import type { Config } from '../config.ts';
import { perform, type Newsroom } from '../commands/perform.ts';
import { writeTop } from '../commands/write-top.ts';
import { BlobsUnavailable } from '../domain/errors.ts';
import { mediaPath, type Media } from '../domain/media.ts';
import type { Library } from '../media/library.ts';
import type { Call } from './command.ts';
import { DONE, Misused, Refused } from './exits.ts';
import { addressOn, configOf, giveWay, inNewsroom } from './newsroom.ts';
import { refuse } from './refusal-sentence.ts';

/** A picture's file: its name, for the sentences, and its bytes. */
export type PictureFile = { name: string; bytes: Uint8Array };

/** Takes pictures in by the command the API uses, and puts one on a story where that is asked for. */
export async function importPictures(call: Call, files: PictureFile[]): Promise<number> {
  const { story, lead } = { story: call.value('story'), lead: call.has('lead') };
  if (lead !== (story !== undefined))
    throw new Misused('--story SLUG and --lead go together: the picture on top of that story.');
  if (lead && files.length > 1) throw new Misused('--lead is for one picture: a story has one on top.');
  for (const option of ['format', 'zone', 'date', 'state', 'dry-run']) {
    if (call.has(option)) throw new Misused(`--${option} is for posts.`);
  }
  const config = configOf(call);
  const taken = await inNewsroom(config, (newsroom) =>
    withLibrary(config, newsroom, async (library) => {
      const media: Media[] = [];
      for (const file of files) media.push(await takeOne(call, library, file));
      const [first] = media;
      if (story !== undefined && first) await putOnTop(newsroom, story, first.id);
      await library.settled();
      return media;
    }),
  );
  return print(call, config, taken);
}

async function takeOne(call: Call, library: Library, { name, bytes }: PictureFile): Promise<Media> {
  const words = { alt: call.value('alt'), caption: call.value('caption'), credit: call.value('credit') };
  const details = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  const taken = await library.takeIn({ actor: 'cli', bytes, details }).catch((error: unknown) => {
    if (error instanceof BlobsUnavailable)
      throw new Refused(`The pictures’ place cannot be reached: ${error.message}.`, { cause: error });
    throw error;
  });
  if (taken.type === 'refused') throw new Refused(`${name}: ${taken.detail}`);
  if (taken.type === 'answered') throw new Error('a command asks for no kept answer');
  return taken.type === 'written' ? taken.media : refuse(taken);
}

async function putOnTop(newsroom: Newsroom, slug: string, mediaId: string): Promise<void> {
  const order = { actor: 'cli', story: { slug }, verbs: [writeTop({ photo: { mediaId } })] };
  const done = await giveWay(() => perform(newsroom, order));
  if (done.type === 'answered') throw new Error('a command asks for no kept answer');
  if (done.type !== 'played') refuse(done);
}

async function print({ terminal, has }: Call, config: Config, taken: Media[]): Promise<number> {
  const site = await addressOn(config, '');
  const shown = taken.map((media) => {
    const { id, width, height, alt, caption, credit } = media;
    const src = mediaPath(id);
    return { id, src, url: site + src, width, height, alt, caption, credit };
  });
  const silent = shown.filter(({ alt }) => alt === null);
  const warnings = silent.map(
    ({ src }) => `${src} has no alternative text yet: it is published where that is given (--alt).`,
  );
  if (has('json')) {
    const [only] = shown;
    terminal.json(shown.length === 1 ? { ...only, warnings } : { pictures: shown, warnings });
    return DONE;
  }
  warnings.forEach(terminal.warn);
  for (const { src, width, height, credit } of shown)
    terminal.print(`${src}  ${width} × ${height}${credit === null ? '' : `  ${credit}`}`);
  for (const { url } of shown) terminal.print(url);
  return DONE;
}
