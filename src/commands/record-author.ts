import type { Author } from '../domain/author.ts';
import type { Refusal } from '../domain/errors.ts';
import { slugOf } from '../domain/slug.ts';
import { Fields, LONGEST } from './fields.ts';
import { performOnSite } from './perform-on-site.ts';
import type { Actor, Newsroom } from './perform.ts';

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
  const done = await performOnSite(newsroom, {
    actor,
    verb: async (_, storage) => {
      const known = await storage.author(author.slug);
      if (known && known.name !== name) return { type: 'slug-taken', slug: author.slug };
      const isSo = JSON.stringify(known) === JSON.stringify(author);
      return { type: 'done', happening: isSo ? null : { kind: 'author', ...author } };
    },
  });
  if (done.type === 'answered') throw new Error('an answer was kept that nobody asked to keep');
  return done.type === 'site-done' ? { type: 'recorded', author } : done;
}
