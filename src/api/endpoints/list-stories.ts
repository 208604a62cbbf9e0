import { storyPath } from '../../domain/addresses.ts';
import type { StoryAtHead } from '../../storage/storage.ts';
import { readCursor, writeCursor } from '../../web/cursor.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../reply.ts';
import { storyEntry } from '../schemas/answers.ts';
import { listOf, listQuery, pageLimit } from '../schemas/lists.ts';

/** An instant and a story's id. */
const PLACE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [\da-f-]{36}$/;

export const listStoriesEndpoint = endpoint({
  at: 'GET /stories',
  summary: 'List stories',
  description: 'Last opened first.',
  query: listQuery({}),
  success: { status: 200, schema: listOf(storyEntry), description: 'A page of stories.' },
  refuses: [],
  async answer({ newsroom, baseUrl, query }) {
    const cursor = readCursor(query.cursor, PLACE);
    const page = await newsroom.storage.listStories({ limit: pageLimit(query.limit), cursor });
    const items = page.items.map((found) => entry(found, baseUrl()));
    return reply(200, { items, next: page.next === null ? null : writeCursor(page.next) });
  },
});

function entry({ story, seq }: StoryAtHead, baseUrl: string) {
  const { id, slug, version, state, section, lang, openedAt, updatedAt, updateCount } = story;
  const { headline, dek, byline } = story.top;
  const url = baseUrl + storyPath(slug);
  return {
    id,
    slug,
    url,
    seq,
    version,
    state,
    headline,
    dek,
    byline,
    section,
    lang,
    openedAt,
    updatedAt,
    updateCount,
  };
}
