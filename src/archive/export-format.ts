import type { Author } from '../domain/author.ts';
import type { LoggedEvent } from '../domain/event.ts';
import type { ListedMedia } from './story-media.ts';

/**
 * Our own JSON. A story is its log, whole, with the salts and hashes it is chained by, so that anybody can check it:
 *
 *     payloadHash = sha256(salt + "\n" + payload)       the payload as JSON without white space, keys in the order given
 *     hash        = sha256(hash of the event before ("" before the first) + "\n"
 *                          + JSON of [story id, seq, at, recordedAt, kind, updateId] + "\n" + payloadHash)
 *
 * all in lowercase hex. Written, every event stands on a line of its own.
 */
export const STORY_FORMAT = 'writethru-story';
/** Every story of a site, and the site's own log, with its authors in it. */
export const SITE_FORMAT = 'writethru-site';
export const FORMAT_VERSION = 1;

/** As logged, but for its position, which is this database's; `payload` is the object, null once erased. */
export type ExportedEvent = Omit<LoggedEvent, 'storyId' | 'position' | 'payload' | 'kind'> & {
  kind: string;
  payload: Record<string, unknown> | null;
};

export type ExportedLog = { story: { id: string; slug: string }; events: ExportedEvent[] };

export type StoryExport = ExportedLog & {
  format: typeof STORY_FORMAT;
  version: typeof FORMAT_VERSION;
  exportedAt: string;
  authors: Author[];
  /** What is known of every picture that stands or stood in it; exports made before there was a list have none. */
  media?: ListedMedia[];
};

export type SiteExport = {
  format: typeof SITE_FORMAT;
  version: typeof FORMAT_VERSION;
  exportedAt: string;
  site: { events: ExportedEvent[] };
  stories: ExportedLog[];
};

/** Whether bytes open as an export does; only its opening is looked at. */
export function opensLikeExport(opening: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"writethru-/.test(opening);
}
