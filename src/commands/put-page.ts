import { isDeepStrictEqual } from 'node:util';
import { isEmptyDocument } from '../domain/document.ts';
import type { Happening } from '../domain/event.ts';
import { breaks } from '../domain/faults.ts';
import { isSlug } from '../domain/slug.ts';
import { Fields, LONGEST } from './fields.ts';
import type { SiteVerb } from './perform-on-site.ts';

export type PageInput = { title: string; body: unknown; lang?: string | null; inFooter?: boolean };

type Written = Omit<Extract<Happening, { kind: 'page' }>, 'kind'>;

/** Writes a page of the newsroom's own, whole: a new one, or over the one at this address. */
export function putPage(slug: string, input: PageInput): SiteVerb {
  return async (_, storage) => {
    const fields = new Fields();
    const next = readPlainPage(fields, slug, input);
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    const known = await storage.plainPage(slug);
    if (known) {
      const { version: __, changedAt: ___, ...before } = known;
      if (isDeepStrictEqual(before, next)) return { type: 'done', happening: null };
    }
    return { type: 'done', happening: { kind: 'page', ...next } };
  };
}

/** Takes a page down; its address is free again. */
export function removePage(slug: string): SiteVerb {
  return async (_, storage) => {
    const known = await storage.plainPage(slug);
    return known
      ? { type: 'done', happening: { kind: 'page-removed', slug } }
      : { type: 'unknown-page', slug };
  };
}

/** A page needs a title and a text. */
export function readPlainPage(fields: Fields, slug: string, input: PageInput): Written {
  const { title, body, lang = null, inFooter = true } = input;
  if (!isSlug(slug)) fields.fault('/slug', breaks('slug'));
  const page = {
    slug,
    title: fields.line('/title', title, LONGEST.headline),
    body: fields.document('/document', body),
    lang: lang === null ? null : fields.lang('/lang', lang),
    inFooter,
  };
  if (fields.errors.length === 0 && isEmptyDocument(page.body)) fields.fault('', breaks('blank-page'));
  return page;
}
