import type { Story } from '../domain/story.ts';
import type { Storage, StoryAtHead } from '../storage/storage.ts';

/** What verbs about translations look at, as it stands. */
export type Languages = {
  /** The story that is, or is to be, the original. */
  original: StoryAtHead | null;
  /** The others of this story's group. */
  linked: Story[];
};

/** Whom a verb is about to call the original: the story at an address, or the one that is linked. */
export type OriginalAsked = { slug: string } | 'linked';

export const NO_LANGUAGES: Languages = { original: null, linked: [] };

/** Reads them for the verbs of an order; `story` is null before it is opened. */
export async function readLanguages(
  storage: Storage,
  story: Story | null,
  asked: OriginalAsked | undefined,
): Promise<Languages> {
  if (asked === undefined) return NO_LANGUAGES;
  const id = story?.translationOf;
  const [original, linked] = await Promise.all([
    asked === 'linked' ? (id ? storage.findStory({ id }) : null) : storage.findStory(asked),
    story ? storage.linkedStories(story.id) : [],
  ]);
  return { original, linked: linked.map((each) => each.story) };
}

/** Whether two language tags name one language in one script: `en` and `en-US`, but not `zh-Hans` and `zh-Hant` (BCP 47, likely subtags). */
export function sameLanguage(one: string, other: string): boolean {
  const [a, b] = [one, other].map((tag) => new Intl.Locale(tag).maximize());
  return a?.language === b?.language && a?.script === b?.script && a?.region === b?.region;
}
