import { isDeepStrictEqual } from 'node:util';
import { Fields, LONGEST } from '../commands/fields.ts';
import { readPlainPage } from '../commands/put-page.ts';
import { readSite } from '../commands/site-fields.ts';
import type { Author } from '../domain/author.ts';
import { isOfSite, type OfSite } from '../domain/event.ts';
import type { OfMedia } from '../domain/fold-media.ts';
import { siteOf } from '../domain/site.ts';
import { isSlug, SITE } from '../domain/slug.ts';
import { mediaFault } from './check-media.ts';
import { checkChain, fault, type ChainedEvent, type Fault } from './check-chain.ts';

/** The site's own log that can be kept: its hashes fit and all in it is as the desk would have kept it. */
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
  const pictures = new Set<string>();
  const kept: CheckedSite['events'] = [];
  for (const [index, event] of chain.events.entries()) {
    const { happening } = event;
    if (!isOfSite(happening)) return fault(`event ${index + 1} belongs in a story’s log`);
    const wrong = 'mediaId' in happening ? mediaFault(pictures, happening) : faultOf(happening);
    if (wrong !== null) return fault(`event ${index + 1} ${wrong}`);
    if (happening.kind === 'author') {
      const { kind: _, ...author } = happening;
      authors.set(author.slug, author);
    }
    kept.push({ ...event, happening });
  }
  return { type: 'site', head: kept.at(-1)?.hash ?? null, events: kept, authors: [...authors.values()] };
}

type Other = Exclude<OfSite, OfMedia>;

/** It must be just so as the desk would have kept it. */
function faultOf(happening: Other): string | null {
  const fields = new Fields();
  const isWell = isDeepStrictEqual(readAgain(fields, happening), happening) && fields.errors.length === 0;
  return isWell ? null : 'is not written as Writethru writes it';
}

function readAgain(fields: Fields, happening: Other): Other {
  switch (happening.kind) {
    case 'author': {
      const { kind, slug, name, role, bio } = happening;
      return {
        kind,
        slug,
        name: fields.line('/name', name, LONGEST.name),
        role: fields.optionalLine('/role', role, LONGEST.name),
        bio: fields.optionalLine('/bio', bio, LONGEST.line),
      };
    }
    case 'site': {
      const whole = siteOf(happening);
      const read = readSite(fields, whole, whole);
      return isDeepStrictEqual(read, whole) ? happening : { kind: 'site', name: '' };
    }
    case 'page': {
      const { kind: _, slug, ...page } = happening;
      return { kind: 'page', ...readPlainPage(fields, slug, page) };
    }
    case 'page-removed':
      return isSlug(happening.slug) ? happening : { ...happening, slug: '' };
  }
}
