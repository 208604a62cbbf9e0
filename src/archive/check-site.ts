import { Fields, LONGEST } from '../commands/fields.ts';
import type { Author } from '../domain/author.ts';
import type { Happening } from '../domain/event.ts';
import { SITE } from '../domain/slug.ts';
import { checkChain, fault, type ChainedEvent, type Fault } from './check-chain.ts';

type OfSite = Extract<Happening, { kind: 'author' | 'site' }>;

/** The site's own log that can be kept: its hashes fit and its names are names. */
export type CheckedSite = {
  type: 'site';
  head: string | null;
  events: (ChainedEvent & { happening: OfSite })[];
  /** As they stand at its end. */
  authors: Author[];
};

export function checkSite(events: unknown): CheckedSite | Fault {
  const chain = checkChain(SITE, events);
  if (chain.type === 'fault') return chain;
  const authors = new Map<string, Author>();
  const kept: CheckedSite['events'] = [];
  for (const [index, event] of chain.events.entries()) {
    const { happening } = event;
    if (happening.kind !== 'author' && happening.kind !== 'site')
      return fault(`event ${index + 1} belongs in a story’s log`);
    if (!isWell(happening)) return fault(`event ${index + 1} is not written as Writethru writes it`);
    if (happening.kind === 'author') {
      const { kind: _, ...author } = happening;
      authors.set(author.slug, author);
    }
    kept.push({ ...event, happening });
  }
  return { type: 'site', head: kept.at(-1)?.hash ?? null, events: kept, authors: [...authors.values()] };
}

/** Every name as the desk would have kept it. */
function isWell(happening: OfSite): boolean {
  const fields = new Fields();
  const same = fields.line('/name', happening.name, LONGEST.name) === happening.name;
  if (happening.kind === 'site') return same && fields.errors.length === 0;
  const { role, bio } = happening;
  const known =
    fields.optionalLine('/role', role, LONGEST.name) === role &&
    fields.optionalLine('/bio', bio, LONGEST.line) === bio;
  return same && known && fields.errors.length === 0;
}
