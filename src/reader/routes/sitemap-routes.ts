import type { FastifyPluginAsync } from 'fastify';
import { plainPagePath, sectionPath, storyPath } from '../../domain/addresses.ts';
import type { Clock } from '../../domain/time.ts';
import { newsSitemap, NEWS_URLS } from '../../distribution/formats/news-sitemap.ts';
import { robots } from '../../distribution/formats/robots.ts';
import { sitemap, SITEMAP_TYPE, SITEMAP_URLS, type Listed } from '../../distribution/formats/sitemap.ts';
import type { Storage } from '../../storage/storage.ts';
import { finish } from '../../web/serving/finished.ts';
import { pageCache } from '../serving/page-cache.ts';
import { OF_THE_VERSION } from '../../web/serving/caching.ts';
import { send } from '../../web/serving/send.ts';

type Deps = { storage: Storage; clock: Pick<Clock, 'now'>; baseUrl: () => string };

/** Sections and plain pages that are listed: more than a newsroom has. */
const OTHERS = 500;

/** What search engines find their way by: the sitemap, what is news, and what they are asked to leave alone. */
export function sitemapRoutes({ storage, clock, baseUrl }: Deps): FastifyPluginAsync {
  const cache = pageCache();
  return async (server) => {
    server.get('/sitemap.xml', async (request, reply) => {
      const found = await cache.orHeld('/sitemap.xml', async () => ({ position: await storage.position() }));
      if ('held' in found) return send(request, reply, found.held);
      const version = `${found.position}`;
      const finished = await cache.page('/sitemap.xml', version, async () => ({
        version,
        finished: finish(SITEMAP_TYPE, sitemap(await listed(storage, baseUrl()))),
      }));
      return send(request, reply, finished);
    });

    server.get('/news-sitemap.xml', async (request, reply) => {
      const now = clock.now();
      const found = await cache.orHeld('/news-sitemap.xml', async () => ({
        position: await storage.position(),
      }));
      if ('held' in found) return send(request, reply, found.held);
      // What is news today is not tomorrow, also where nothing happens: it is made anew by the minute.
      const version = `${found.position} ${now.slice(0, 16)}`;
      const finished = await cache.page('/news-sitemap.xml', version, async () => {
        const [{ site }, { items }] = await Promise.all([
          storage.site(),
          storage.listStories({ limit: NEWS_URLS, cursor: null }),
        ]);
        const stories = items.map(({ story }) => story);
        return { version, finished: finish(SITEMAP_TYPE, newsSitemap(site, stories, now, baseUrl())) };
      });
      return send(request, reply, finished);
    });

    server.get('/robots.txt', async (request, reply) =>
      send(request, reply, finish('text/plain; charset=utf-8', robots(baseUrl())), {
        caching: OF_THE_VERSION,
      }),
    );
  };
}

/** Every page there is but those of single updates, which their stories lead to. */
async function listed(storage: Storage, baseUrl: string): Promise<Listed[]> {
  const [stories, sections, pages] = await Promise.all([
    storage.storyAddresses(SITEMAP_URLS - 2 * OTHERS - 1),
    storage.sectionsInUse(OTHERS),
    storage.plainPages({ limit: OTHERS, cursor: null }),
  ]);
  const at = (path: string, changed: string | null): Listed => ({ url: baseUrl + path, changed });
  return [
    at('/', stories[0]?.updatedAt ?? null),
    ...stories.map(({ slug, updatedAt }) => at(storyPath(slug), updatedAt)),
    ...sections.map(({ slug }) => at(sectionPath(slug), null)),
    ...pages.items.map(({ slug, changedAt }) => at(plainPagePath(slug), changedAt)),
  ];
}
