import type { FastifyPluginAsync } from 'fastify';
import { deskEndpoints } from './api/endpoints.ts';
import { liveEndpoints } from './api/endpoints/live.ts';
import { previewEndpoint, storyPreviewEndpoint } from './api/endpoints/preview.ts';
import type { PictureGate } from '../web/picture-gate.ts';
import type { PreviewPages } from './preview/preview.ts';
import type { DeskLive } from './live/open-live.ts';
import { deskApi } from './api/routes.ts';
import type { DeskDeps } from './api/endpoint.ts';
import type { GrantOf } from './api/authorise.ts';
import type { SessionReader } from './api/session.ts';
import { consoleRoutes } from './console-routes.ts';

export type DeskRoutesDeps = DeskDeps & {
  /** Where the console's built files lie. */
  consoleFolder: string;
  /** Shared with the API. */
  pictures: PictureGate;
  sessionOf: SessionReader;
  grantOf: GrantOf;
  live: DeskLive;
  preview: PreviewPages;
};

/** The newsroom's own side: the console and what it asks. To be registered under `/desk`. */
export function deskRoutes(deps: DeskRoutesDeps): FastifyPluginAsync {
  return async (server) => {
    const endpoints = [
      ...deskEndpoints,
      ...liveEndpoints(deps.live),
      previewEndpoint(deps.preview),
      storyPreviewEndpoint(deps.preview),
    ];
    await server.register(deskApi({ ...deps, endpoints }), { prefix: '/api' });
    await server.register(consoleRoutes(deps.consoleFolder));
  };
}
