import { Type } from 'typebox';
import { actOn } from '../../../../commands/drafts/act.ts';
import { fileDraft } from '../../../../commands/drafts/file-draft.ts';
import { publishDraft } from '../../../../commands/drafts/publish-draft.ts';
import { restoreDraft, trashDraft } from '../../../../commands/drafts/trash-draft.ts';
import type { Draft } from '../../../../domain/desk/draft.ts';
import type { Action } from '../../../../domain/desk/rights.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import type { DraftActsDoneWire, DraftActsWire } from '../../../shared/wire.ts';
import { authorise } from '../../authorise.ts';
import { headReader, publishedWire, rightToPublish, version, whoAsks } from '../../draft-calls.ts';
import { deskEndpoint, ok, type DeskCall } from '../../endpoint.ts';
import { refusedWire } from '../../refused.ts';

/** Drafts that are marked and acted on at once. */
const MOST = 100;

type Act = DraftActsWire['act'];
type Result = DraftActsDoneWire['results'][number];

const RIGHTS: Record<Exclude<Act, 'publish'>, Action> = {
  file: 'file-draft',
  trash: 'trash-draft',
  restore: 'restore-draft',
};

/** One act on many drafts, one after another: each is told by itself, and none stops the others. */
export const actsEndpoint = deskEndpoint({
  at: 'POST /drafts/acts',
  body: closed({
    act: Type.Union([
      Type.Literal('file'),
      Type.Literal('trash'),
      Type.Literal('restore'),
      Type.Literal('publish'),
    ]),
    drafts: Type.Array(closed({ id, version }), { minItems: 1, maxItems: MOST }),
  }),
  async answer(call) {
    const { storage } = call.newsroom;
    const results: Result[] = [];
    for (const { id: draftId, version: seen } of call.body.drafts) {
      const draft = await storage.drafts.find(draftId);
      const one = { draft, draftId, seen };
      const done = await actOnOne(call, call.body.act, one);
      results.push(
        'name' in done
          ? { id: draftId, draft, published: null, refused: done }
          : { id: draftId, ...done, refused: null },
      );
    }
    return ok({ results } satisfies DraftActsDoneWire);
  },
});

type One = { draft: Draft | null; draftId: string; seen: number };

async function actOnOne(call: DeskCall, act: Act, { draft, draftId, seen }: One) {
  const { newsroom, person } = call;
  const { storage } = newsroom;
  const right = act === 'publish' ? rightToPublish(draft ?? NO_DRAFT) : RIGHTS[act];
  const allowed = await authorise(
    storage,
    storage.grants.find,
    person,
    { may: right, of: 'draft' },
    { draftId },
  );
  if ('type' in allowed) return refusedWire(storage, allowed);
  const who = whoAsks(call);
  const contentAtHead = headReader(call);
  if (act === 'publish') {
    const done = await publishDraft(newsroom, who, { draftId, version: seen, contentAtHead });
    if (done.type !== 'published') return refusedWire(storage, done);
    return { draft: done.draft, published: publishedWire(done, call.baseUrl()) };
  }
  const verb = { file: fileDraft, trash: trashDraft, restore: restoreDraft }[act]();
  const order = { draftId, version: seen, verb, ...(act === 'file' && { keeping: contentAtHead }) };
  const done = await actOn(newsroom, who, order);
  return done.type === 'acted' ? { draft: done.draft, published: null } : refusedWire(storage, done);
}

const NO_DRAFT = { kind: 'update', baseVersion: null } as Draft;
