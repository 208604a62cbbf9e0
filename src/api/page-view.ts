import { plainPagePath } from '../domain/addresses.ts';
import type { PlainPage } from '../domain/site.ts';

/** A page of the newsroom's own as lists have it: all but its words. */
export function pageEntryOf({ slug, title, lang, inFooter, version, changedAt }: PlainPage, baseUrl: string) {
  return { slug, url: baseUrl + plainPagePath(slug), title, lang, inFooter, version, changedAt };
}
