import type { Newsroom } from '../commands/perform.ts';

/** Opens the sample story in a newsroom that has none yet; whether it did. */
export async function openSampleWhereEmpty(newsroom: Newsroom): Promise<boolean> {
  if ((await newsroom.storage.position()) > 0) return false;
  return false;
}
