import { closed, id } from '../../../schemas/fields.ts';
import { draftAtHead } from '../../draft-at-head.ts';
import { previewOf, type PreviewPage } from '../../preview/preview.ts';
import { deskEndpoint, type DeskEndpoint } from '../endpoint.ts';

/**
 * The reader's page with a draft in it, for a frame of the console. It is HTML; what keeps it from being made is told as
 * a problem, so that the console asks before it shows the frame.
 */
export function previewEndpoint(previewPage: PreviewPage): DeskEndpoint {
  return deskEndpoint({
    at: 'GET /drafts/:draftId/preview',
    params: closed({ draftId: id }),
    async answer({ newsroom: { storage, clock }, draft, reply }) {
      if (!draft) return { type: 'not-found' };
      const page = await previewOf(
        { storage, previewPage },
        draft,
        draftAtHead(storage),
        await clock.fresh(),
      );
      if (page.type !== 'page') return page;
      void reply
        .headers({ 'cache-control': 'no-store', 'content-security-policy': page.policy })
        .type('text/html; charset=utf-8')
        .send(page.html);
      return { type: 'raw' };
    },
  });
}
