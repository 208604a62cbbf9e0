import type { Media } from '../domain/media.ts';
import type { SiteAtVersion } from '../domain/site.ts';
import type { Language } from '../render/language.ts';
import type { FooterLink } from '../storage/storage.ts';
import type { Frame } from './pages/shell.ts';
import type { Room } from './room.ts';

/** What a page is made with, from what was read of the site. */
export function frameOf(
  { assets, baseUrl }: Pick<Room, 'assets' | 'baseUrl'>,
  { site, footer, media }: { site: SiteAtVersion; footer: FooterLink[]; media: readonly Media[] },
  language: Language,
): Frame {
  return {
    assets,
    baseUrl: baseUrl(),
    site,
    footer,
    logo: media.find(({ id }) => id === site.logo) ?? null,
    language,
  };
}

/** The same where nothing else is read: the settings, the foot and where the site's log stands, of one moment or a later one. */
export async function readSiteFrame({ storage }: Pick<Room, 'storage'>): Promise<{
  site: SiteAtVersion;
  seq: number;
  footer: FooterLink[];
  media: Media[];
}> {
  const { site, seq } = await storage.site();
  const media = site.logo === null ? [] : await storage.media([site.logo]);
  return { site, seq, footer: await storage.footer(), media };
}
