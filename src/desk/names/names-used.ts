import { OPEN_STATUSES } from '../../domain/desk/draft.ts';
import type { Storage, StoryAtHead } from '../../storage/storage.ts';
import { noNames, noteDocument, noteName, type NamesUsed } from './names-in.ts';

/** Updates of a story that are looked at, the last ones; stories across the site, the last opened ones. */
const UPDATES = 500;
const STORIES = 30;
const DRAFTS = 100;

/** Stories whose names one thread remembers. */
const REMEMBERED = 100;

/** Names by story, each as of a position of its log. One a thread. */
export type NamesMemory = Map<string, { seq: number; used: NamesUsed }>;

/** What was named in a story so far, in its drafts too. */
export async function namesOfStory(
  storage: Storage,
  memory: NamesMemory,
  storyId: string,
): Promise<NamesUsed[]> {
  const drafted = noNames();
  const drafts = await storage.drafts.list({ storyId, statuses: OPEN_STATUSES, limit: DRAFTS });
  for (const { content } of drafts) {
    noteDocument(drafted, content.body);
    noteName(drafted, 'author', content.author);
    for (const name of content.top?.byline ?? []) noteName(drafted, 'author', name);
  }
  const story = await storage.findStory({ id: storyId });
  return story ? [await namesAt(storage, memory, story), drafted] : [drafted];
}

/** What was named in the stories last opened. */
export async function namesOfSite(storage: Storage, memory: NamesMemory): Promise<NamesUsed[]> {
  const { items } = await storage.listStories({ limit: STORIES, cursor: null });
  const used: NamesUsed[] = [];
  // One after the other: this is asked between two keystrokes, and others are served meanwhile.
  for (const story of items) used.push(await namesAt(storage, memory, story));
  return used;
}

async function namesAt(
  storage: Storage,
  memory: NamesMemory,
  { story, seq }: StoryAtHead,
): Promise<NamesUsed> {
  const known = memory.get(story.id);
  if (known?.seq === seq) return known.used;
  const snapshot = await storage.snapshot(story.id, { order: 'newest', limit: UPDATES });
  const used = noNames();
  const updates = (snapshot?.updates ?? []).filter(({ status }) => status === 'published');
  noteDocument(used, story.top.lead);
  for (const name of story.top.byline) noteName(used, 'author', name);
  // Oldest first, so that what a speaker last was stands.
  for (const { body, author } of updates.toReversed()) {
    noteDocument(used, body);
    noteName(used, 'author', author);
  }
  memory.delete(story.id);
  memory.set(story.id, { seq: snapshot?.seq ?? seq, used });
  const [oldest] = memory.keys();
  if (memory.size > REMEMBERED && oldest !== undefined) memory.delete(oldest);
  return used;
}
