import { activityOf, type Newsroom } from '../commands/perform.ts';
import { recordAuthor } from '../commands/record-author.ts';
import type { Author } from '../domain/author.ts';
import { mediaIdOf, type NewEvent } from '../domain/event.ts';
import { fold, type RowChange } from '../domain/fold.ts';
import type { Media } from '../domain/media.ts';
import { SITE } from '../domain/slug.ts';
import type { CheckedSite } from './check-site.ts';
import { listedMedia, type ListedMedia } from './story-media.ts';

/** Takes the site's own log in where there is none yet, the same hashes and all; whether it did. */
export async function importSite({ storage, clock }: Newsroom, site: CheckedSite): Promise<boolean> {
  const { seq } = await storage.site();
  if (seq > 0 || site.events.length === 0) return false;
  const now = await clock.fresh();
  const events = site.events.map(({ at, recordedAt, happening, salt }) => ({
    storyId: SITE,
    at,
    recordedAt,
    happening,
    salt,
  }));
  const rows = rowsOf(events);
  const result = await storage.commit({
    logs: [{ storyId: SITE, expectedVersion: 0, events }],
    rows,
    activity: activityOf('import', { events: events.map((event) => ({ ...event, recordedAt: now })) }, 0),
  });
  return result.type === 'committed';
}

/** The site's pictures as they stand at the end of its log: for a newsroom that has a log of its own already. */
export function mediaOfSite({ events }: CheckedSite): ListedMedia[] {
  const rows = rowsOf(events.map((event) => ({ ...event, storyId: SITE })));
  const last = new Map(rows.flatMap((row) => (row.row === 'media' ? [[row.value.id, row.value]] : [])));
  return [...last.values()].map(listedMedia);
}

function rowsOf(events: NewEvent[]): RowChange[] {
  const pictures = new Map<string, Media>();
  return events.flatMap((event, index) => {
    const media = pictures.get(mediaIdOf(event.happening) ?? '') ?? null;
    const rows = fold({ story: null, update: null, media }, { ...event, seq: index + 1 });
    for (const row of rows) if (row.row === 'media') pictures.set(row.value.id, row.value);
    return rows;
  });
}

/** Records authors the newsroom does not know; what it knows itself stands. Those that could not be recorded, in words. */
export async function importAuthors(newsroom: Newsroom, authors: Author[]): Promise<string[]> {
  const warnings: string[] = [];
  for (const { slug, name, role, bio } of authors) {
    if ((await newsroom.storage.author(slug))?.name === name) continue;
    const recorded = await recordAuthor(newsroom, 'import', { name, role, bio });
    if (recorded.type !== 'recorded') warnings.push(`The author ${name} could not be recorded here.`);
  }
  return warnings;
}
