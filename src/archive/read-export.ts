import type { Author } from '../domain/author.ts';
import { fault, type Fault } from './check-chain.ts';
import { checkStory, type CheckedStory } from './check-log.ts';
import { checkSite, type CheckedSite } from './check-site.ts';
import { FORMAT_VERSION, SITE_FORMAT, STORY_FORMAT } from './export-format.ts';
import { isObject, isText, orNull } from './shapes.ts';
import { readListedMedia, type ListedMedia } from './story-media.ts';

/** An export that was checked whole: nothing in it can be refused for what it says any more. */
export type CheckedExport = {
  type: 'export';
  stories: CheckedStory[];
  /** Only in an export of a whole site. */
  site: CheckedSite | null;
  authors: Author[];
  /** What an export of one story tells of its pictures; a site's own log tells of its own. */
  media: ListedMedia[];
};

/** Reads an export's bytes and checks all of it; the first fault in a sentence, naming story and event. */
export function readExport(bytes: Uint8Array): CheckedExport | Fault {
  const parsed = parse(bytes);
  if ('detail' in parsed) return parsed;
  const { file } = parsed;
  if (!isObject(file) || (file['format'] !== STORY_FORMAT && file['format'] !== SITE_FORMAT))
    return fault(`The file is JSON, but no export of Writethru: its format is not “${STORY_FORMAT}”.`);
  if (file['version'] !== FORMAT_VERSION)
    return fault(
      `The export has version ${JSON.stringify(file['version'])}; this Writethru reads version ${FORMAT_VERSION}.`,
    );
  return file['format'] === STORY_FORMAT ? readStory(file) : readSite(file);
}

function readStory(file: Record<string, unknown>): CheckedExport | Fault {
  const story = checkStory(file);
  if (story.type === 'fault') return fault(`The story ${nameOf(file)}: ${story.detail}.`);
  const { authors } = file;
  if (!Array.isArray(authors) || !authors.every(isAuthor))
    return fault('The list of authors cannot be read.');
  const media = readListedMedia(file['media']);
  if (!media) return fault('The list of pictures cannot be read.');
  return { type: 'export', stories: [story], site: null, authors, media };
}

function readSite(file: Record<string, unknown>): CheckedExport | Fault {
  const site = checkSite(isObject(file['site']) ? file['site']['events'] : null);
  if (site.type === 'fault') return fault(`The site’s log: ${site.detail}.`);
  const logs = file['stories'];
  if (!Array.isArray(logs)) return fault('The export has no list of stories.');
  const stories: CheckedStory[] = [];
  const slugs = new Map<string, string>();
  for (const log of logs) {
    const story = checkStory(log);
    if (story.type === 'fault') return fault(`The story ${nameOf(log)}: ${story.detail}.`);
    for (const slug of slugsOf(story)) {
      if ((slugs.get(slug) ?? story.id) !== story.id)
        return fault(`Two stories of the export have the address ${slug}.`);
      slugs.set(slug, story.id);
    }
    stories.push(story);
  }
  return { type: 'export', stories, site, authors: site.authors, media: [] };
}

/** Every address a story has or had. */
export function slugsOf({ played }: CheckedStory): string[] {
  return played.rows.flatMap((row) => (row.row === 'slug' ? [row.value.slug] : []));
}

function isAuthor(value: unknown): value is Author {
  if (!isObject(value)) return false;
  const { slug, name, role, bio } = value;
  return isText(slug) && isText(name) && orNull(isText)(role) && orNull(isText)(bio);
}

function nameOf(log: unknown): string {
  const slug = isObject(log) && isObject(log['story']) ? log['story']['slug'] : null;
  return typeof slug === 'string' ? slug.slice(0, 100) : 'without a name';
}

function parse(bytes: Uint8Array): { file: unknown } | Fault {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fault('The file is not UTF-8, as JSON must be.');
  }
  try {
    return { file: JSON.parse(text) as unknown };
  } catch (error) {
    const [where] = /\(line \d+ column \d+\)/.exec((error as Error).message) ?? [];
    return fault(
      `The file is no JSON that can be read: it breaks off or goes wrong ${where ? `at ${where.slice(1, -1)}` : 'at its end'}.`,
    );
  }
}
