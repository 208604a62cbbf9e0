import type { FastifyReply } from 'fastify';
import { closed, id } from '../../../schemas/fields.ts';
import { problemOf, statusOf } from '../../../web/problem.ts';
import { draftAtHead } from '../../draft-at-head.ts';
import { previewOf, type PreviewPages } from '../../preview/preview.ts';
import { SHOWN } from '../../preview/draft-snapshot.ts';
import { deskEndpoint, type DeskEndpoint, type DeskReply } from '../endpoint.ts';

/** The reader's page with a draft in it, for a frame of the console; where there is none, a page in its place says why. */
export function previewEndpoint(pages: PreviewPages): DeskEndpoint {
  return deskEndpoint({
    at: 'GET /drafts/:draftId/preview',
    params: closed({ draftId: id }),
    async answer({ newsroom: { storage, clock }, draft, request, reply }) {
      if (!draft) return { type: 'not-found' };
      const page = await previewOf({ storage, pages }, draft, draftAtHead(storage), await clock.fresh());
      if (page.type === 'page') return framed(reply, 200, page);
      if (request.headers.accept?.includes('text/html') !== true) return page;
      const problem = problemOf(page);
      return framed(reply, statusOf(problem), pages.refused(problem));
    },
  });
}

/** The reader's page as it stands, for the same frame. */
export function storyPreviewEndpoint(pages: PreviewPages): DeskEndpoint {
  return deskEndpoint({
    at: 'GET /stories/:storyId/preview',
    params: closed({ storyId: id }),
    async answer({ newsroom: { storage }, params: { storyId }, reply }) {
      const snapshot = await storage.snapshot(storyId, { order: 'newest', limit: SHOWN, names: true });
      if (!snapshot) return { type: 'unknown-story', slug: storyId };
      return framed(reply, 200, await pages.page(snapshot, null));
    },
  });
}

function framed(
  reply: FastifyReply,
  status: number,
  { html, policy }: { html: string; policy: string },
): DeskReply {
  void reply
    .code(status)
    .headers({ 'cache-control': 'no-store', vary: 'accept', 'content-security-policy': policy })
    .type('text/html; charset=utf-8')
    .send(html);
  return { type: 'raw' };
}
