import type { FastifyPluginAsync } from 'fastify';
import type { Storage } from '../storage/storage.ts';
import { assetRoutes, makeAssets } from './assets.ts';
import { authorRoute } from './author-route.ts';
import { cardRoutes } from './card-routes.ts';
import { feedRoutes } from './feed-routes.ts';
import { frontRoute } from './front-route.ts';
import { pageCache } from './page-cache.ts';
import { plainRoutes } from './plain-routes.ts';
import type { Room } from './room.ts';
import { recordRoutes } from './record-routes.ts';
import { searchRoute } from './search-route.ts';
import { sectionRoute } from './section-route.ts';
import { storyRoute } from './story-route.ts';
import { updateRoute } from './update-route.ts';

/** Everything readers see: front page, stories, single updates, authors, and what they are styled and moved by. */
export function readerRoutes(deps: { storage: Storage; baseUrl: () => string }): FastifyPluginAsync {
  return async (server) => {
    const assets = makeAssets();
    const room: Room = { ...deps, assets, cache: pageCache() };
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
