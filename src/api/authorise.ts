import type { Storage } from '../storage/storage.ts';
import type { WebRefusal } from '../web/problem.ts';
import { reaches, type Bearer } from '../web/tokens.ts';
import type { Right } from './rights.ts';

/** The parts of a path that name what is asked for. */
type Named = { slug?: string; id?: string };

/** Why this token may not do it, or null where it may. Whether another story exists at all it does not tell. */
export async function whyNot(
  storage: Storage,
  { scope, storyId }: Bearer,
  right: Right,
  named: Named,
): Promise<WebRefusal | null> {
  if (!reaches(scope, right.scope)) {
    const detail = `This needs a token of scope "${right.scope}"; this one's is "${scope}".`;
    return { type: 'forbidden', detail, scope: right.scope };
  }
  if (storyId === null) return null;
  if (right.of === 'site')
    return { type: 'forbidden', detail: 'This token is for one story, not for the site.' };
  const asked = await storyAsked(storage, named);
  return asked === storyId ? null : { type: 'forbidden', detail: 'This token is for another story.' };
}

async function storyAsked(storage: Storage, { slug, id }: Named): Promise<string | null> {
  if (slug !== undefined) return (await storage.findStory({ slug }))?.story.id ?? null;
  return id === undefined ? null : ((await storage.findUpdate(id))?.storyId ?? null);
}

/** Why a token for one story may not send this body: a field of it would write into another story. */
export function whyNotBody({ storyId }: Bearer, { beyond = [] }: Right, body: unknown): WebRefusal | null {
  const field = storyId === null ? undefined : beyond.find((name) => Object.hasOwn(Object(body), name));
  if (field === undefined) return null;
  return { type: 'forbidden', detail: `This token is for one story: "${field}" would write into another.` };
}
