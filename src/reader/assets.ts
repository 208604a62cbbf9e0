import type { FastifyInstance } from 'fastify';
import { ICON } from './icon.ts';
import { joinScript, joinStyles } from './client-source.ts';
import { finish, type Finished } from './finished.ts';
import { send } from './send.ts';

/** The name has the content's hash in it, so what it names never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable';

export type Asset = { path: string; finished: Finished };
export type Assets = { story: Asset; front: Asset; styles: Asset; icon: Asset };

let made: Assets | undefined;

/** The pages' scripts, style sheet and icon, each at an address of its own content. Joined and compressed once a thread, whoever asks. */
export function makeAssets(): Assets {
  made ??= {
    story: asset('story', 'js', 'text/javascript; charset=utf-8', joinScript('story')),
    front: asset('front', 'js', 'text/javascript; charset=utf-8', joinScript('front')),
    styles: asset('page', 'css', 'text/css; charset=utf-8', joinStyles()),
    icon: asset('icon', 'svg', 'image/svg+xml', ICON),
  };
  return made;
}

function asset(name: string, extension: string, contentType: string, text: string): Asset {
  const finished = finish(contentType, text, { best: true });
  return { path: `/assets/${name}-${finished.digest}.${extension}`, finished };
}

export function assetRoutes(server: FastifyInstance, assets: Assets): void {
  for (const { path, finished } of Object.values(assets)) {
    server.get(path, (request, reply) => send(request, reply, finished, { caching: FOR_EVER }));
  }
}
