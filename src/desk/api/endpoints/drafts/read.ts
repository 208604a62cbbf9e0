import { Type } from 'typebox';
import type { DraftKind, DraftStatus } from '../../../../domain/desk/draft.ts';
import { OPEN_STATUSES } from '../../../../domain/desk/draft.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import type { DraftListWire } from '../../../shared/wire.ts';
import { draftParams } from '../../draft-calls.ts';
import { deskEndpoint, ok } from '../../endpoint.ts';

const STATUSES: readonly DraftStatus[] = [...OPEN_STATUSES, 'published', 'trashed'];
const KINDS: readonly DraftKind[] = ['update', 'edit', 'top'];

const severalOf = (names: readonly string[]) => {
  const one = `(?:${names.join('|')})`;
  return Type.Optional(Type.String({ pattern: `^${one}(?:,${one}){0,9}$` }));
};

export const listDrafts = deskEndpoint({
  at: 'GET /drafts',
  query: closed({
    storyId: Type.Optional(id),
    updateId: Type.Optional(id),
    by: Type.Optional(id),
    status: severalOf(STATUSES),
    kind: severalOf(KINDS),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  }),
  async answer({ newsroom: { storage }, query }) {
    const { storyId, updateId, by, status, kind, limit = 100 } = query;
    const drafts = await storage.drafts.list({
      limit,
      statuses: status ? (status.split(',') as DraftStatus[]) : OPEN_STATUSES,
      ...(kind && { kinds: kind.split(',') as DraftKind[] }),
      ...(storyId && { storyId }),
      ...(updateId && { updateId }),
      ...(by && { createdBy: by }),
    });
    return ok({ drafts } satisfies DraftListWire);
  },
});

export const readDraft = deskEndpoint({
  at: 'GET /drafts/:draftId',
  params: draftParams,
  answer: async ({ draft }) => ok(draft),
});
