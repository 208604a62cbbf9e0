import { LONGEST } from '../../commands/fields.ts';
import type { Newsroom } from '../../commands/perform.ts';
import { recordAuthor } from '../../commands/record-author.ts';
import { slugOf } from '../../domain/slug.ts';
import { firstWords } from '../../render/first-words.ts';
import type { ProposedStory } from '../proposal.ts';

/** Records what a post says about its author, unless the newsroom knows the name already; what could not be kept, in words. */
export async function recordAuthorOf(
  newsroom: Newsroom,
  { authorBio }: ProposedStory,
  [name]: readonly string[],
): Promise<string[]> {
  if (authorBio === null) return [];
  if (name === undefined) return [`The post tells of an author it does not name: “${authorBio}”.`];
  const known = await newsroom.storage.author(slugOf(name));
  if (known?.name === name) return [];
  const bio = firstWords(authorBio, LONGEST.line - 1);
  const recorded = known ? { type: 'slug-taken' } : await recordAuthor(newsroom, 'import', { name, bio });
  if (recorded.type === 'recorded') return [];
  return [`What the post says about ${name} could not be recorded: another author has that address.`];
}
