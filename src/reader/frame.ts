import type { SiteAtVersion } from '../domain/site.ts';
import type { Language } from '../render/language.ts';
import type { FooterLink } from '../storage/storage.ts';
import type { Frame } from './pages/shell.ts';
import type { Room } from './room.ts';

/** What a page is made with, from what was read of the site. */
export function frameOf(
  { assets, baseUrl }: Pick<Room, 'assets' | 'baseUrl'>,
  { site, footer }: { site: SiteAtVersion; footer: FooterLink[] },
  language: Language,
): Frame {
  return { assets, baseUrl: baseUrl(), site, footer, language };
}

/** The same where nothing else is read: the settings, the foot and where the site's log stands, of one moment or a later one. */
export async function readSiteFrame({
  storage,
}: Pick<Room, 'storage'>): Promise<{ site: SiteAtVersion; seq: number; footer: FooterLink[] }> {
  const { site, seq } = await storage.site();
  return { site, seq, footer: await storage.footer() };
}
