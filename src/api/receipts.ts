import type { Played } from '../commands/play.ts';
import { storyPath, updatePath } from '../domain/addresses.ts';
import type { Update } from '../domain/update.ts';
import { reply, type Reply } from './reply.ts';

/** What a write to a story is answered with; 201 says where it is now. */
export function storyReply(status: 200 | 201, { story, seq }: Played, baseUrl: string): Reply {
  const { id, slug, version } = story;
  const url = baseUrl + storyPath(slug);
  return reply(
    status,
    { id, slug, seq, version, url },
    { version, ...(status === 201 && { location: url }) },
  );
}

/** The same for an update. */
export function updateReply(status: 200 | 201, done: Played, id: string, baseUrl: string): Reply {
  const { version } = updateDone(done, id);
  const url = baseUrl + updatePath(done.story.slug, id);
  return reply(
    status,
    { id, seq: done.seq, version, url },
    { version, ...(status === 201 && { location: url }) },
  );
}

/** The update as the verbs left it. */
export function updateDone({ updates }: Played, id: string): Update {
  const update = updates.get(id);
  if (!update) throw new Error(`the verbs left no update ${id}`);
  return update;
}
