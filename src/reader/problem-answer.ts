import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Storage } from '../storage/storage.ts';
import { statusOf, type Problem } from '../web/problem.ts';
import { makeAssets } from './serving/assets.ts';
import { notFoundAnswer } from './not-found-answer.ts';
import { pageCache } from './serving/page-cache.ts';
import { problemPages } from './pages/problem.ts';
import { send } from '../web/serving/send.ts';

/** Answers a browser that met a problem with a page: for what is not there with one that offers what is, else with what is wrong. */
export function problemAnswers(deps: { storage: Storage; baseUrl: () => string }) {
  const room = { ...deps, assets: makeAssets(), cache: pageCache() };
  const pageOf = problemPages(deps.baseUrl());
  return async (problem: Problem, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (problem.name === 'not-found') return notFoundAnswer(room, request, reply, 'page');
    void reply.headers(problem.headers ?? {});
    return send(request, reply, pageOf(problem), {
      status: statusOf(problem),
      caching: 'no-store',
    });
  };
}
