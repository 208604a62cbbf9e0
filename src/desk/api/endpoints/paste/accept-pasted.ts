import { Type } from 'typebox';
import { Fields, LONGEST } from '../../../../commands/fields.ts';
import type { Draft } from '../../../../domain/desk/draft.ts';
import { newDraft } from '../../../../domain/desk/new-draft.ts';
import { isId, newId } from '../../../../domain/id.ts';
import { parseInstant, type Instant } from '../../../../domain/time.ts';
import { closed, instantOrNull } from '../../../../schemas/fields.ts';
import type { DraftWrite } from '../../../../storage/desk/draft-store.ts';
import type { Activity } from '../../../../storage/storage.ts';
import { emptyContent, seedOf } from '../../../shared/draft-doc.ts';
import type { AcceptanceAsked, AcceptanceWire } from '../../../shared/wire.ts';
import { deskEndpoint, ok, type DeskCall, type DeskOutcome } from '../../endpoint.ts';

/** Updates taken at once. */
const MOST = 100;

const pastedItem = closed({
  id: Type.String({ format: 'uuid' }),
  at: instantOrNull('When it happened; null: as of its publication.'),
  title: Type.String({ maxLength: LONGEST.headline }),
  body: Type.Unsafe<AcceptanceAsked['items'][number]['body']>({ type: 'object' }),
  author: Type.String({ maxLength: LONGEST.name }),
});

/** Makes drafts of what was pasted, one by one or all; those that are there already are answered as they stand. */
export const acceptPasted = deskEndpoint({
  at: 'POST /stories/:storyId/pastes/acceptance',
  params: closed({ storyId: Type.String() }),
  body: closed({ items: Type.Array(pastedItem, { minItems: 1, maxItems: MOST }) }),
  async answer({ storyId, body, ...call }) {
    if (storyId === null) throw new Error('a paste was accepted into no story');
    const fields = new Fields();
    const items = body.items.map((one, index) => readItem(fields, one, `/items/${index}`));
    if (new Set(items.map(({ id }) => id)).size < items.length)
      fields.fault('/items', 'names one draft twice');
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    return accept(call, storyId, items);
  },
});

type Item = AcceptanceAsked['items'][number];
type Call = Pick<DeskCall, 'newsroom' | 'person' | 'actor'>;

function readItem(fields: Fields, item: Item, pointer: string): Item {
  if (!isId(item.id)) fields.fault(`${pointer}/id`, 'must be a UUID in small letters');
  const at = item.at === null ? null : parseInstant(item.at);
  if (item.at !== null && at === null) fields.fault(`${pointer}/at`, 'must be an instant (RFC 3339)');
  const title = fields.optionalLine(`${pointer}/title`, item.title, LONGEST.headline) ?? '';
  const author = fields.optionalLine(`${pointer}/author`, item.author, LONGEST.name) ?? '';
  return { id: item.id, at, title, author, body: fields.document(`${pointer}/body`, item.body) };
}

async function accept(call: Call, storyId: string, items: Item[]): Promise<DeskOutcome> {
  const { storage, clock } = call.newsroom;
  // A second try finds what another request with the same ids made meanwhile.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const standing = await Promise.all(items.map(({ id }) => storage.drafts.find(id)));
    const elsewhere = standing.findIndex((draft) => draft !== null && draft.storyId !== storyId);
    if (elsewhere >= 0)
      return {
        type: 'invalid',
        errors: [{ pointer: `/items/${elsewhere}/id`, detail: 'is a draft of another story' }],
      };
    const now = await clock.fresh();
    const writes = items.flatMap((one, index) =>
      standing[index] ? [] : [begin(one, storyId, call.person.id, now)],
    );
    const activity = writes.map(({ draft }) => told(call.actor, draft, now));
    const done =
      writes.length === 0
        ? { type: 'committed' as const }
        : await storage.commit({ logs: [], rows: [], activity, drafts: writes });
    if (done.type === 'draft-moved') continue;
    if (done.type !== 'committed') throw new Error(`drafts of a paste were refused: ${done.type}`);
    const made = new Map(writes.map(({ draft }) => [draft.id, draft]));
    const drafts = items.map(({ id }, index) => standing[index] ?? made.get(id)!);
    return ok({ drafts } satisfies AcceptanceWire);
  }
  return { type: 'busy' };
}

function begin({ id, at, title, body, author }: Item, storyId: string, by: string, now: Instant): DraftWrite {
  const content = { ...emptyContent(), title, body, author };
  const draft = newDraft({ id, storyId, kind: 'update', content, at, by, now });
  return { draft, expected: null, seed: seedOf(content) };
}

const told = (actor: string, { id, storyId }: Draft, at: Instant): Activity => ({
  id: newId(at),
  at,
  actor,
  action: 'draft-pasted',
  storyId,
  seq: null,
  subject: `draft ${id}`,
  detail: null,
});
