import type { Author } from '../domain/author.ts';
import type { Refusal } from '../domain/errors.ts';
import { slugOf } from '../domain/slug.ts';
import { Fields, LONGEST } from './fields.ts';
import type { Actor, Newsroom } from './perform.ts';
import { writeSite } from './write-site.ts';

export type AuthorInput = { name: string; role?: string | null; bio?: string | null };

/** Records who a name in bylines belongs to, or changes what is recorded: an event of the site's log. */
export async function recordAuthor(
  newsroom: Newsroom,
  actor: Actor,
  input: AuthorInput,
): Promise<{ type: 'recorded'; author: Author } | Refusal> {
  const fields = new Fields();
  const name = fields.line('/name', input.name, LONGEST.name);
  const role = fields.optionalLine('/role', input.role, LONGEST.name);
  const bio = fields.optionalLine('/bio', input.bio, LONGEST.line);
  if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
  const author: Author = { slug: slugOf(name), name, role, bio };
  const known = await newsroom.storage.author(author.slug);
  if (known && JSON.stringify(known) === JSON.stringify(author)) return { type: 'recorded', author };
  if (known && known.name !== name) return { type: 'slug-taken', slug: author.slug };
  await writeSite(newsroom, actor, { kind: 'author', ...author });
  return { type: 'recorded', author };
}
