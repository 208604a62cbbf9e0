import type { FastifyPluginAsync } from 'fastify';
import { assetRoutes, makeAssets } from './serving/assets.ts';
import { authorRoute } from './routes/author-route.ts';
import { cardRoutes } from './routes/card-routes.ts';
import { feedRoutes } from './routes/feed-routes.ts';
import { frontRoute } from './routes/front-route.ts';
import type { KeeperFor } from './keeping.ts';
import { pageCache } from './serving/page-cache.ts';
import { plainRoutes } from './routes/plain-routes.ts';
import type { Room } from './room.ts';
import { recordRoutes } from './routes/record-routes.ts';
import { searchRoute } from './routes/search-route.ts';
import { sectionRoute } from './routes/section-route.ts';
import { storyRoute } from './routes/story-route.ts';
import { updateRoute } from './routes/update-route.ts';

/** Everything readers see: front page, stories, single updates, authors, and what they are styled and moved by. */
export function readerRoutes(
  deps: Pick<Room, 'storage' | 'baseUrl' | 'onTakenBack'> & { keeperFor?: KeeperFor },
): FastifyPluginAsync {
  return async (server) => {
    server.addHook('onRequest', async (request) => {
      if (request.method === 'GET') request.keep = deps.keeperFor?.(request) ?? null;
    });
    const assets = makeAssets();
    const room: Room = { ...deps, assets, cache: pageCache() };
    deps.onTakenBack?.(room.cache.forget);
    assetRoutes(server, assets);
    frontRoute(server, room);
    storyRoute(server, room);
    updateRoute(server, room);
    recordRoutes(server, room);
    authorRoute(server, room);
    sectionRoute(server, room);
    plainRoutes(server, room);
    searchRoute(server, room);
    cardRoutes(server, room);
    feedRoutes(server, room);
  };
}
