import { blankTopOf } from '../../../commands/drafts/begun-from.ts';
import { base64Of } from '../../shared/base64.ts';
import { seedOf } from '../../shared/draft-doc.ts';
import type { NewDraftWire, Person, SessionWire } from '../../shared/wire.ts';
import { ask } from '../net/api.ts';
import { Problem } from '../net/problem.ts';
import { beginHere } from './begin-here.ts';

type Asked = { person: Person; site: SessionWire['site']; draftId: string; storyId: string };

/**
 * Begins a story: in the newsroom, or on this device where the newsroom does not answer. The words it begins with are written
 * here, so that one the newsroom heard of after all is the same. Answers the story's id.
 */
export async function beginStory({ person, site, draftId, storyId }: Asked): Promise<string> {
  const words = seedOf(blankTopOf(site, person.name));
  const asked = { storyId, kind: 'top' as const };
  const body: NewDraftWire = { ...asked, id: draftId, state: base64Of(words) };
  try {
    await ask('POST /drafts', { body });
  } catch (problem) {
    if (!(problem instanceof Problem && problem.mayPass)) throw problem;
    const begun = { personId: person.id, draftId, beginning: { ...asked, opens: true }, words };
    // A device that keeps nothing is no way round it.
    await beginHere(begun).catch(() => {
      throw problem;
    });
  }
  return storyId;
}
