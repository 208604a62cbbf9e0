import { sectionPath } from '../domain/addresses.ts';
import type { NavigationEntry, Site } from '../domain/site.ts';
import type { Storage } from '../storage/storage.ts';

/** Sections in use that a site without a navigation of its own leads to. */
const SECTIONS = 8;

/** Where the site's pages lead: as the newsroom set it, else the sections in use, the latest first. */
export async function navigationOf(
  storage: Pick<Storage, 'sectionsInUse'>,
  { navigation }: Pick<Site, 'navigation'>,
): Promise<NavigationEntry[]> {
  if (navigation.length > 0) return navigation;
  const sections = await storage.sectionsInUse(SECTIONS);
  return sections.map(({ slug, name }) => ({ label: name, href: sectionPath(slug) }));
}
