import type { Author } from '../domain/author.ts';
import type { Media } from '../domain/media.ts';
import type { Site } from '../domain/fold.ts';
import type { Story, Translation } from '../domain/story.ts';
import type { Correction, Update } from '../domain/update.ts';
import { languageFor, type Language } from './language.ts';

/** A story as the renderer sees it, all of one moment. */
export type StoryView = {
  site: Site;
  story: Story;
  /** What the interface speaks around the story's own words. */
  language: Language;
  pinned: Update | null;
  /** Standing key events, newest first. */
  keyEvents: Update[];
  /** Of the updates to be rendered, of the pinned one and of the top. */
  corrections: Correction[];
  /** The updates that summary lines rest on. */
  summarised: Update[];
  /** The last standing update. */
  latest: Update | null;
  /** Who the names in bylines belong to, as far as recorded. */
  authors: Author[];
  /** The same in other languages: the original first. */
  translations: Translation[];
  /** Addresses of the story that is its next day, and of the day before. */
  days?: { next: string | null; previous: string | null };
  /** The pictures of ours that stand in what is rendered; of one that is not among them no more is known than its address. */
  media?: readonly Media[];
};

/** What was read of a story, in the language it is told in. */
export function viewOf<T extends { site: Site; story: Story }>(read: T): T & { language: Language } {
  return { ...read, language: languageFor(read) };
}
