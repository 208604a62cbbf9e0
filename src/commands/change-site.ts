import { isDeepStrictEqual } from 'node:util';
import { breaks } from '../domain/faults.ts';
import { siteOf, type Site } from '../domain/site.ts';
import type { Storage } from '../storage/storage.ts';
import { Fields } from './fields.ts';
import { readSite, type SiteInput } from './site-fields.ts';
import type { SiteVerb } from './perform-on-site.ts';

/** Changes the site's settings: what is left out stays, and what is so already is no event. */
export function changeSite(input: SiteInput): SiteVerb {
  return async ({ site: { version, ...settings }, withDesk }, storage) => {
    const fields = new Fields();
    const next: Site = readSite(fields, settings, input);
    if (input.logo && fields.errors.length === 0 && !(await isThere(storage, input.logo, withDesk)))
      fields.fault('/logo', breaks('unknown-picture'));
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    const before = siteOf({ kind: 'site', ...settings });
    const changed = version === 0 || !isDeepStrictEqual(next, before);
    return { type: 'done', happening: changed ? { kind: 'site', ...next } : null };
  };
}

async function isThere(storage: Storage, mediaId: string, withDesk: boolean): Promise<boolean> {
  if ((await storage.media([mediaId])).length > 0) return true;
  return withDesk && (await storage.heldMedia.find([mediaId])).length > 0;
}
