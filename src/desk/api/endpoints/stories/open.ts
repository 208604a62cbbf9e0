import { Type } from 'typebox';
import { openWithDrafts } from '../../../../commands/drafts/open-with-drafts.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import type { OpenedWire } from '../../../shared/wire.ts';
import { headReader, publishedWire, version, whoAsks } from '../../draft-calls.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';
import { storyParams } from '../../on-story.ts';

/** Updates a story is opened with. */
const MOST = 200;

/** Opens a story with its drafted top and these updates, told again as they happened. */
export const openEndpoint = deskEndpoint({
  at: 'POST /stories/:storyId/opening',
  params: storyParams,
  body: closed({ version, draftIds: Type.Array(id, { maxItems: MOST }) }),
  async answer(call) {
    const { newsroom, params, body } = call;
    const order = { ...params, ...body, contentAtHead: headReader(call) };
    const done = await openWithDrafts(newsroom, whoAsks(call), order);
    if (done.type !== 'opened') return done;
    const { draft, drafts, story } = done;
    const top = publishedWire({ type: 'published', draft, story }, call.baseUrl());
    return ok({ ...top, drafts } satisfies OpenedWire);
  },
});
