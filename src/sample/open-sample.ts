import type { Newsroom } from '../commands/perform.ts';
import type { KeepPicture } from './pictures.ts';

/** Opens the sample story in a newsroom that has none yet, in one commit; whether it did. With `keep` it has pictures. */
export async function openSampleWhereEmpty(
  newsroom: Newsroom,
  keep: KeepPicture | null = null,
): Promise<boolean> {
  if ((await newsroom.storage.position()) > 0) return false;
  // Nearly every start finds a newsroom with stories: the sample is not even read then.
  const { openSample } = await import('./night.ts');
  return openSample(newsroom, keep);
}
