import { Type, type Static } from 'typebox';
import * as Y from 'yjs';
import { beginDraft, type NewDraft } from '../../../../commands/drafts/begin-draft.ts';
import { broughtAlong, lastDayOf } from '../../../../commands/drafts/last-day.ts';
import { publishDraft } from '../../../../commands/drafts/publish-draft.ts';
import { isOpen, type Draft } from '../../../../domain/desk/draft.ts';
import { may } from '../../../../domain/desk/rights.ts';
import { closed, id } from '../../../../schemas/fields.ts';
import { isWaiting, newDoc } from '../../../rooms/log-doc.ts';
import { areInForm } from '../../../rooms/word-forms.ts';
import { contentOf, seedOf } from '../../../shared/draft-doc.ts';
import type { MadeDraftWire } from '../../../shared/wire.ts';
import {
  headReader,
  how,
  instantAt,
  publishedWire,
  rightToPublish,
  version,
  when,
  whoAsks,
} from '../../draft-calls.ts';
import { deskEndpoint, type DeskCall, type DeskOutcome } from '../../endpoint.ts';
import { refusedWire } from '../../refused.ts';

/** Bytes of the words that a draft may begin with, and of the same in base64 and JSON. */
const STATE_MAX = 1_048_576;
const BODY_MAX = 1_500_000;

const newDraftBody = closed({
  id,
  storyId: id,
  kind: Type.Union([Type.Literal('update'), Type.Literal('edit'), Type.Literal('top')]),
  updateId: Type.Optional(Type.Union([id, Type.Null()])),
  state: Type.Optional(
    Type.String({ maxLength: Math.ceil(STATE_MAX / 3) * 4, pattern: '^[A-Za-z0-9+/]*={0,2}$' }),
  ),
  baseVersion: Type.Optional(version),
  // A word for what comes next, no promise.
  // oxlint-disable-next-line unicorn/no-thenable
  then: Type.Optional(Type.Union([Type.Literal('keep'), Type.Literal('file'), Type.Literal('publish')])),
  how: Type.Optional(how),
  filedAt: Type.Optional(when),
});
type Body = Static<typeof newDraftBody>;

/** Begins a draft, once for each id; files or publishes it in the same request where that is asked. */
export const beginEndpoint = deskEndpoint({
  at: 'POST /drafts',
  body: newDraftBody,
  maxBody: BODY_MAX,
  async answer(call) {
    const { newsroom, body, person } = call;
    const storyId = await lastDayOf(newsroom.storage, body.storyId, body.kind);
    const grant = await newsroom.storage.grants.find(storyId, person.id);
    if (!may(person, 'write-draft', { grant })) return { type: 'not-allowed', action: 'write-draft' };
    const asked = readAsked({ ...body, storyId });
    if ('type' in asked) return asked;
    const begun = await beginDraft(newsroom, whoAsks(call), asked, seedOf);
    if (begun.type !== 'begun') return begun;
    const { made } = begun;
    const draft = made ? await broughtAlong(newsroom.storage, begun.draft) : begun.draft;
    const wanted = body.then === 'publish' && draft.id === body.id;
    const answer = wanted ? await publishNow({ ...call, grant }, draft) : kept(draft);
    return { type: 'reply', status: made ? 201 : 200, body: answer };
  },
});

const kept = (draft: Draft): MadeDraftWire => ({ draft, published: null, refused: null });

type Invalid = Extract<DeskOutcome, { type: 'invalid' }>;

function readAsked(body: Body): NewDraft | Invalid {
  const { state, then = 'keep', filedAt, how: _, ...asked } = body;
  const hour = filedAt === undefined ? null : instantAt('/filedAt', filedAt);
  if (hour !== null && typeof hour !== 'string') return hour;
  const written = state === undefined ? undefined : readState(state);
  if (written && 'type' in written) return written;
  return { ...asked, ...(written && { written }), ...(then !== 'keep' && { filed: { at: hour } }) };
}

/** The words that a console holds; taken down anew, so that what is kept is what was understood. */
function readState(state: string): Required<NewDraft>['written'] | Invalid {
  const bytes = Buffer.from(state, 'base64');
  const doc = newDoc();
  try {
    if (bytes.length > STATE_MAX) throw new RangeError('too long');
    Y.applyUpdate(doc, bytes);
    if (isWaiting(doc)) throw new RangeError('a part of it is missing');
    if (!areInForm(doc, Y.decodeUpdate(bytes))) throw new RangeError('no words of a draft');
    return { content: contentOf(doc), seed: Y.encodeStateAsUpdate(doc) };
  } catch {
    const detail = 'must be the whole of a draft’s Yjs document, as one update in base64, at most 1 MB';
    return { type: 'invalid', errors: [{ pointer: '/state', detail }] };
  } finally {
    doc.destroy();
  }
}

/** What was filed goes out at once where its writer may publish; else it stays filed, and the answer tells why. */
async function publishNow(call: DeskCall<unknown, unknown, Body>, draft: Draft): Promise<MadeDraftWire> {
  const { newsroom, person, grant, body } = call;
  const { storage } = newsroom;
  // Somebody did something else with it since the first try: that stands. One that is not filed was begun without these words.
  const untouched = isOpen(draft.status)
    ? draft.version === 1 && draft.status === 'filed'
    : draft.publishedBy === person.id;
  if (!untouched) return kept(draft);
  const right = rightToPublish(draft, body.how?.as);
  const outcome = may(person, right, { grant })
    ? await publishDraft(newsroom, whoAsks(call), {
        draftId: draft.id,
        version: 1,
        contentAtHead: headReader(call),
        ...(body.how && { how: body.how }),
      })
    : { type: 'not-allowed' as const, action: right };
  if (outcome.type === 'published') {
    const published = publishedWire(outcome, call.baseUrl());
    return { draft: outcome.draft, published, refused: null };
  }
  return { draft, published: null, refused: await refusedWire(storage, outcome) };
}
