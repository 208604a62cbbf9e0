import type { Author } from '../../domain/author.ts';
import type { RowChange } from '../../domain/fold.ts';
import type { PlainPage, SiteAtVersion } from '../../domain/site.ts';
import type { Media } from '../../domain/media.ts';
import type { Story, TopVersion } from '../../domain/story.ts';
import type { Correction, Update } from '../../domain/update.ts';
import { is } from './erased.ts';

/** The rows a log folds to, by their keys. */
export type Ledger = {
  story: Story | null;
  updates: Map<string, Update>;
  tops: Map<number, TopVersion>;
  corrections: Map<string, Correction>;
  slugs: Set<string>;
  authors: Map<string, Author>;
  site: SiteAtVersion | null;
  pages: Map<string, PlainPage>;
  media: Map<string, Media>;
  /** Rows there must be whose keys were erased. */
  unknown: { corrections: number; slugs: number; authors: number; pages: number; media: number };
};

export const emptyLedger = (): Ledger => ({
  story: null,
  updates: new Map(),
  tops: new Map(),
  corrections: new Map(),
  slugs: new Set(),
  authors: new Map(),
  site: null,
  pages: new Map(),
  media: new Map(),
  unknown: { corrections: 0, slugs: 0, authors: 0, pages: 0, media: 0 },
});

export function enter(ledger: Ledger, change: RowChange): void {
  switch (change.row) {
    case 'story':
      ledger.story = change.value;
      break;
    case 'update':
      ledger.updates.set(change.value.id, change.value);
      break;
    case 'top':
      ledger.tops.set(change.value.version, change.value);
      break;
    case 'correction':
      if (is(change.value.id)) ledger.unknown.corrections += 1;
      else ledger.corrections.set(change.value.id, change.value);
      break;
    case 'slug':
      if (is(change.value.slug)) ledger.unknown.slugs += 1;
      else ledger.slugs.add(change.value.slug);
      break;
    case 'author':
      if (is(change.value.slug)) ledger.unknown.authors += 1;
      else ledger.authors.set(change.value.slug, change.value);
      break;
    case 'site':
      ledger.site = change.value;
      break;
    case 'page':
      if (is(change.value.slug)) ledger.unknown.pages += 1;
      else ledger.pages.set(change.value.slug, change.value);
      break;
    case 'forget-page':
      if (is(change.slug)) forgetAnyPage(ledger);
      else ledger.pages.delete(change.slug);
      break;
    case 'media':
      if (is(change.value.id)) ledger.unknown.media += 1;
      else ledger.media.set(change.value.id, change.value);
      break;
    case 'forget-corrections':
      for (const { id, updateId } of ledger.corrections.values()) {
        if (updateId === change.updateId) ledger.corrections.delete(id);
      }
      break;
  }
}

/** Which page was taken down is not known any more: any of those before may be gone. */
function forgetAnyPage(ledger: Ledger): void {
  ledger.unknown.pages += ledger.pages.size;
  ledger.pages.clear();
}
