import { Type } from 'typebox';
import type { Published } from '../../commands/drafts/publish-draft.ts';
import type { Who } from '../../commands/drafts/activity.ts';
import { actOn, type DraftVerb } from '../../commands/drafts/act.ts';
import { LONGEST } from '../../commands/fields.ts';
import { storyPath, updatePath } from '../../domain/addresses.ts';
import type { Draft, PublishAs } from '../../domain/desk/draft.ts';
import type { Action } from '../../domain/desk/rights.ts';
import { breaks, faultAt } from '../../domain/faults.ts';
import { parseInstant, type Instant } from '../../domain/time.ts';
import { closed, id, line, lineOrNull } from '../../schemas/fields.ts';
import { draftAtHead } from '../draft-at-head.ts';
import type { PublishedWire } from '../shared/wire.ts';
import { ok, type DeskCall, type DeskOutcome } from './endpoint.ts';

/** What endpoints about drafts share: their schemas, who asks, and how a publication is told. */

export const draftParams = closed({ draftId: id });
export const version = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
export const versionBody = closed({ version });
export const versionQuery = closed({ version });
export const when = Type.String({ format: 'date-time', maxLength: 64 });

const correction = closed({
  as: Type.Literal('correction'),
  was: line(LONGEST.text, 'What was wrong. It stays public, as a correction.'),
  is: line(LONGEST.text, 'What is right.'),
  note: Type.Optional(lineOrNull(LONGEST.text, 'How it came about.')),
});
export const how = Type.Unsafe<PublishAs>(
  Type.Union([closed({ as: Type.Union([Type.Literal('small-edit'), Type.Literal('edit')]) }), correction]),
);

type Asking = Pick<DeskCall, 'actor' | 'person'>;

export const whoAsks = ({ actor, person }: Asking): Who & { name: string } => ({
  actor,
  personId: person.id,
  name: person.name,
});

export const headReader = ({ newsroom }: Pick<DeskCall, 'newsroom'>) => draftAtHead(newsroom.storage);

/** Which right publishing a draft takes. */
export function rightToPublish({ kind, baseVersion }: Draft, as: PublishAs['as'] = 'edit'): Action {
  switch (kind) {
    case 'update':
      return 'publish-update';
    case 'edit':
      return as === 'correction' ? 'correct-update' : 'edit-update';
    case 'top':
      return baseVersion === null ? 'open-story' : 'write-top';
  }
}

export function publishedWire({ draft, story }: Published, baseUrl: string): PublishedWire {
  const { updateId, storyId } = draft;
  const { slug } = story;
  const path = updateId === null ? storyPath(slug) : updatePath(slug, updateId);
  return { draft, storyId, slug, seq: draft.publishedSeq ?? 0, updateId, url: baseUrl + path };
}

/** Reads an instant that the schema let through: of the years that sort as text. */
export function instantAt(
  pointer: string,
  text: string,
): Instant | Extract<DeskOutcome, { type: 'invalid' }> {
  const instant = parseInstant(text);
  return (
    instant ?? {
      type: 'invalid',
      errors: [faultAt(pointer, breaks('instant', 'must be an instant of the years 0000 to 9999'))],
    }
  );
}

/** Does something with the draft an address names; the draft as it stands then. */
export async function act(
  call: Pick<DeskCall, 'newsroom' | 'draft'> & Asking,
  seen: number,
  verb: DraftVerb,
  { keeping = false } = {},
): Promise<DeskOutcome> {
  const { newsroom, draft } = call;
  if (!draft) throw new Error('an act on a draft was asked for where none is named');
  const order = { draftId: draft.id, version: seen, verb, ...(keeping && { keeping: headReader(call) }) };
  const done = await actOn(newsroom, whoAsks(call), order);
  return done.type === 'acted' ? ok(done.draft) : done;
}
