import { storyPath } from '../../domain/addresses.ts';
import type { Site } from '../../domain/site.ts';
import type { Story } from '../../domain/story.ts';
import { instantOf, millisecondsOf, type Instant } from '../../domain/time.ts';
import { xml, xmlDocument, type Xml } from '../xml.ts';

/** Stories in a news sitemap at most, and for how long after its first publication each is news, ms. */
export const NEWS_URLS = 1000;
const NEWS_FOR = 48 * 60 * 60 * 1000;

/** The instant from which on what was first published is news. */
export const newsSince = (now: Instant): Instant => instantOf(millisecondsOf(now) - NEWS_FOR);

/** What was first published within two days (Google News sitemap 0.9): stories, never single updates. */
export function newsSitemap(
  site: Pick<Site, 'name'>,
  stories: Story[],
  now: Instant,
  baseUrl: string,
): string {
  const fresh = stories.filter(({ openedAt }) => openedAt > newsSince(now)).slice(0, NEWS_URLS);
  return xmlDocument(
    xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${fresh.map((story) => entry(site, story, baseUrl))}</urlset>`,
  );
}

function entry(
  { name }: Pick<Site, 'name'>,
  { slug, lang, openedAt, updatedAt, top }: Story,
  baseUrl: string,
): Xml {
  const publication = xml`<news:publication><news:name>${name}</news:name><news:language>${newsLanguage(lang)}</news:language></news:publication>`;
  return xml`<url><loc>${baseUrl}${storyPath(slug)}</loc><lastmod>${updatedAt}</lastmod><news:news>${publication}<news:publication_date>${openedAt}</news:publication_date><news:title>${top.headline}</news:title></news:news></url>\n`;
}

/** ISO 639, but for Chinese, which is told by its script. */
function newsLanguage(tag: string): string {
  const { language, script } = new Intl.Locale(tag).maximize();
  if (language !== 'zh') return language;
  return script === 'Hant' ? 'zh-tw' : 'zh-cn';
}
