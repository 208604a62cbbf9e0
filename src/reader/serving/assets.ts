import type { FastifyInstance } from 'fastify';
import { catalogues, languageOf } from '../../render/language.ts';
import { ICON } from './icon.ts';
import { joinMore, joinScript, joinStyles, minified } from './client-source.ts';
import { finish, type Finished } from '../../web/serving/finished.ts';
import { inlineScript, inlineStyle, type Inline } from './inline.ts';
import { send } from '../../web/serving/send.ts';

/** The name has the content's hash in it, so what it names never changes. */
export const FOR_EVER = 'public, max-age=31536000, immutable';

export type Asset = { path: string; finished: Finished };
export type Assets = {
  /** What stands in the pages themselves: to have read one is to have all it needs. */
  story: Inline;
  front: Inline;
  styles: Inline;
  /** What comes when a reader first asks for it, by the language's tag. */
  more: Record<string, Asset>;
  icon: Asset;
};

let made: Assets | undefined;

/** The pages' scripts, style sheet and icon. Joined and made small once a thread, whoever asks. */
export function makeAssets(): Assets {
  made ??= {
    story: inlineScript(minified(joinScript('story'))),
    front: inlineScript(minified(joinScript('front'))),
    styles: inlineStyle(joinStyles()),
    more: Object.fromEntries(Object.keys(catalogues).map((tag) => [tag, moreIn(tag)])),
    icon: asset('icon', 'svg', 'image/svg+xml', ICON),
  };
  return made;
}

function moreIn(tag: string): Asset {
  const language = languageOf([tag]);
  const said = { ...language.spoken('byHand'), ...language.spoken('clock') };
  return asset('more', 'js', 'text/javascript; charset=utf-8', minified(joinMore(said)));
}

function asset(name: string, extension: string, contentType: string, text: string): Asset {
  const finished = finish(contentType, text, { best: true });
  return { path: `/assets/${name}-${finished.digest}.${extension}`, finished };
}

export function assetRoutes(server: FastifyInstance, { icon, more }: Assets): void {
  for (const { path, finished } of [icon, ...Object.values(more)]) {
    server.get(path, (request, reply) => send(request, reply, finished, { caching: FOR_EVER }));
  }
}
