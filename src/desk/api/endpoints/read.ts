import { activity } from './read/activity.ts';
import { listStories } from './read/list-stories.ts';
import { listTops } from './read/list-tops.ts';
import { listUpdates } from './read/list-updates.ts';
import { readStory } from './read/read-story.ts';
import { searchAll } from './read/search.ts';
import { updateHistory } from './read/update-history.ts';
import type { DeskEndpoint } from '../endpoint.ts';

/** What the desk's screens read. */
export const readEndpoints: DeskEndpoint[] = [
  listStories,
  readStory,
  listUpdates,
  listTops,
  updateHistory,
  searchAll,
  activity,
];
