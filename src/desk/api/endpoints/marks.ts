import { Type } from 'typebox';
import { Fields, LONGEST } from '../../../commands/fields.ts';
import { OPEN_STATUSES } from '../../../domain/desk/draft.ts';
import { isId } from '../../../domain/id.ts';
import { notice } from '../../../domain/noticing/notice.ts';
import { factsOfStory, type StoryFacts } from '../../../domain/noticing/story-facts.ts';
import { checkZone } from '../../../domain/time.ts';
import { closed } from '../../../schemas/fields.ts';
import type { Storage } from '../../../storage/storage.ts';
import { StoryMemory } from '../../noticing/story-memory.ts';
import type { MarksAsked, MarksWire } from '../../shared/wire.ts';
import { deskEndpoint, ok } from '../endpoint.ts';

const memories = new WeakMap<Storage, StoryMemory>();

const summaryLine = closed({
  text: Type.String({ maxLength: LONGEST.line }),
  updateId: Type.Unsafe<string | null>({ type: ['string', 'null'], maxLength: 36 }),
});

const content = closed({
  title: Type.String({ maxLength: LONGEST.line }),
  body: Type.Unsafe<MarksAsked['content']['body']>({ type: 'object' }),
  top: Type.Optional(
    Type.Union([
      Type.Null(),
      closed({
        dek: Type.String({ maxLength: LONGEST.line }),
        summary: Type.Array(summaryLine, { maxItems: LONGEST.summary }),
      }),
    ]),
  ),
});

/** What the desk notices in words while they are written; nothing is kept of them. */
export const noticeMarks = deskEndpoint({
  at: 'POST /stories/:storyId/marks',
  params: closed({ storyId: Type.String() }),
  body: closed({ draftId: Type.Optional(Type.String({ maxLength: 36 })), content }),
  async answer({ newsroom: { storage, clock }, story, storyId, body: { draftId = '', content: written } }) {
    const fields = new Fields();
    const body = fields.document('/content/body', written.body);
    if (fields.errors.length > 0) return { type: 'invalid', errors: fields.errors };
    const memory = memories.get(storage) ?? new StoryMemory();
    memories.set(storage, memory);
    const facts = story ? await memory.factsOf(storage, story) : await factsToBe(storage, storyId ?? '');
    const draft = isId(draftId) ? await storage.drafts.find(draftId) : null;
    const { title, top = null } = written;
    const updateId = draft?.updateId ?? null;
    return ok({
      marks: notice({ title, body, top, updateId }, facts, { now: clock.now() }),
    } satisfies MarksWire);
  },
});

/** A story that is still to be opened has told nothing yet; where it is, its drafted top says. */
async function factsToBe(storage: Storage, storyId: string): Promise<StoryFacts> {
  const [draft] = await storage.drafts.list({ storyId, kinds: ['top'], statuses: OPEN_STATUSES, limit: 1 });
  const top = draft?.content.top;
  const { site } = await storage.site();
  return factsOfStory({
    zone: checkZone(top?.zone ?? '') ?? site.zone,
    placeZone: checkZone(top?.placeZone ?? ''),
    lang: top?.lang || site.lang,
    byline: top?.byline ?? [],
    updates: [],
    top: null,
    retracted: [],
  });
}
