import { openPictures } from '../app.ts';
import { picturesMissing, type HasBlob } from '../archive/pictures-missing.ts';
import { readExport, type CheckedExport } from '../archive/read-export.ts';
import { rejoin } from '../archive/rejoin.ts';
import { importAuthors, importSite, mediaOfSite } from '../archive/site-import.ts';
import { importMedia } from '../archive/story-media.ts';
import { importStory, standingOf, type StoryTaken } from '../archive/story-import.ts';
import { BlobsUnavailable } from '../domain/errors.ts';
import type { Newsroom } from '../commands/perform.ts';
import type { Call } from './command.ts';
import { DONE, Refused } from './exits.ts';
import { counted } from './import-post.ts';
import { configOf, giveWay, inNewsroom, storyAddress } from './newsroom.ts';

type Taken = Exclude<StoryTaken, { type: 'conflict' }>;

/** Takes in our own export, checked whole before the first line is written: a story a transaction. */
export async function importExport(call: Call, bytes: Uint8Array): Promise<number> {
  const checked = readExport(bytes);
  if (checked.type === 'fault') throw new Refused(checked.detail);
  if (call.has('dry-run')) return show(call, checked);
  const config = configOf(call);
  const { taken, warnings } = await inNewsroom(config, (newsroom) =>
    takeAll(newsroom, openPictures(config).has, checked, call),
  );
  const { terminal } = call;
  const stories = await Promise.all(
    taken.map(async ({ story }) => ({ ...story, url: await storyAddress(config, story.slug) })),
  );
  const skipped = taken.flatMap(({ type, story }) =>
    type === 'already-here' ? [sentenceFor(story.slug)] : [],
  );
  if (call.has('json')) {
    const [only] = stories;
    const all = [...warnings, ...skipped];
    if (only && checked.site === null) {
      const { id, slug, url, updates } = only;
      terminal.json({ id, slug, url, updates, warnings: all });
    } else terminal.json({ stories, warnings: all });
    return DONE;
  }
  warnings.forEach(terminal.warn);
  skipped.forEach(terminal.print);
  terminal.print(`${counted(taken.length - skipped.length, 'story', 'stories')} taken in.`);
  for (const { url } of stories) terminal.print(url);
  return DONE;
}

const sentenceFor = (slug: string): string => `The story ${slug} is here already: it is left as it is.`;

async function takeAll(
  newsroom: Newsroom,
  has: HasBlob,
  checked: CheckedExport,
  { terminal }: Call,
): Promise<{ taken: Taken[]; warnings: string[] }> {
  const { stories, site, authors, media } = checked;
  for (const story of stories) unlessConflict(await standingOf(newsroom, story));
  const missing = await picturesMissing(newsroom.storage, has, checked).catch((error: unknown) => {
    // A story is worth having without its pictures.
    if (error instanceof BlobsUnavailable)
      return `Whether its pictures are here could not be looked up: ${error.message}.`;
    throw error;
  });
  const tookSite = site !== null && (await giveWay(() => importSite(newsroom, site)));
  const pictures = site && !tookSite ? mediaOfSite(site) : media;
  const warnings = await giveWay(() => importAuthors(newsroom, authors));
  warnings.push(...(await giveWay(() => importMedia(newsroom, pictures))));
  if (missing !== null) warnings.push(missing);
  const progress = terminal.progress('Stories taken in');
  const taken: Taken[] = [];
  for (const story of stories) {
    const outcome = await giveWay(() => importStory(newsroom, story));
    unlessConflict(outcome);
    if (outcome.type !== 'conflict') taken.push(outcome);
    progress.at(taken.length, stories.length);
  }
  progress.end();
  const fresh = new Set(taken.flatMap(({ type, story }) => (type === 'taken-in' ? [story.id] : [])));
  for (const id of fresh) await giveWay(() => rejoin(newsroom, id, fresh));
  return { taken, warnings };
}

function unlessConflict(standing: Awaited<ReturnType<typeof standingOf>>): void {
  if (standing.type === 'conflict') throw new Refused(standing.detail);
}

function show({ terminal, has }: Call, { stories }: CheckedExport): number {
  const shown = stories.map(({ id, events, played }) => ({
    id,
    slug: played.story.slug,
    updates: played.story.updateCount,
    events: events.length,
  }));
  if (has('json')) terminal.json({ stories: shown, warnings: [] });
  else {
    for (const { slug, updates, events } of shown)
      terminal.print(
        `${slug}: ${counted(updates, 'update')} in ${counted(events, 'event')}; every hash fits.`,
      );
  }
  return DONE;
}
