import type { FastifyRequest } from 'fastify';
import type { KeptAnswers } from '../web/door/kept-answers.ts';
import { FOR_EVER } from './serving/assets.ts';
import { OF_THE_LOG } from '../web/serving/caching.ts';

/** What a request's answer is kept by, should it be one that can be given again; to be made as the request comes in. */
export type KeeperFor = (request: FastifyRequest) => NonNullable<FastifyRequest['keep']>;

/** Told of each answer that is given again. */
type Given = (route: string, status: 200 | 304) => void;

/**
 * Keeps readers' pages, feeds and assets for the door to give again. `position`: where the logs stood when this thread last
 * heard of them. A page is read later than that, so it is never taken for newer than it is.
 */
export const keepingIn =
  (kept: KeptAnswers, position: () => number, onGiven: Given): KeeperFor =>
  (request) => {
    const at = position();
    return (headers, finished) => {
      const caching = headers['cache-control'];
      if (caching !== OF_THE_LOG && caching !== FOR_EVER) return;
      const route = request.routeOptions.url ?? 'unknown';
      kept.keep(request.url, {
        headers,
        finished,
        asOf: caching === FOR_EVER ? null : at,
        onGiven: (status) => onGiven(route, status),
      });
    };
  };
