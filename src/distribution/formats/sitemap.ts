import type { Instant } from '../../domain/time.ts';
import { xml, xmlDocument } from '../xml.ts';

export const SITEMAP_TYPE = 'application/xml; charset=utf-8';

/** Addresses that one sitemap may hold. */
export const SITEMAP_URLS = 50_000;

/** A page for search engines; `changed` is when it last changed in substance, null where nobody keeps that. */
export type Listed = { url: string; changed: Instant | null };

/** The addresses of a site (sitemaps.org, protocol 0.9). */
export function sitemap(pages: Listed[]): string {
  const entries = pages
    .slice(0, SITEMAP_URLS)
    .map(
      ({ url, changed }) =>
        xml`<url><loc>${url}</loc>${changed !== null && xml`<lastmod>${changed}</lastmod>`}</url>\n`,
    );
  return xmlDocument(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries}</urlset>`);
}
