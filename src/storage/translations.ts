import type { Story, Translation } from '../domain/story.ts';
import { atHead, findStory, stories } from './lookups.ts';
import { all, type Plan, type Sql } from './plan.ts';
import type { StoryAtHead } from './storage.ts';

/** The others of a story's language group that are here: the original first, then by language. */
export function* linkedStories(db: Sql, storyId: string): Plan<StoryAtHead[]> {
  const at = yield* findStory(db, { id: storyId });
  return at ? yield* linkedWith(db, at.story) : [];
}

/** The same, of a story that was read. */
export function* linkedWith(db: Sql, { id, translationOf }: Story): Plan<StoryAtHead[]> {
  const original = translationOf ?? id;
  const query = stories(db)
    .where((eb) => eb.or([eb('stories.id', '=', original), eb('stories.translation_of', '=', original)]))
    .where('stories.id', '!=', id);
  const found = (yield* all(query.orderBy('stories.lang').orderBy('stories.id'))).map(atHead);
  const isOriginal = ({ story }: StoryAtHead): boolean => story.id === original;
  return [...found.filter(isOriginal), ...found.filter((each) => !isOriginal(each))];
}

export function translation({ story }: StoryAtHead): Translation {
  const { id: storyId, slug, lang, translationOf, sourceCorrectedAt } = story;
  return { storyId, slug, lang, original: translationOf === null, stale: sourceCorrectedAt !== null };
}
