import type { Draft, DraftContent, PublishAs } from '../../domain/desk/draft.ts';
import type { FieldError } from '../../domain/errors.ts';
import { changeDetails } from '../change-details.ts';
import { correctStory } from '../correct-story.ts';
import { correctUpdate } from '../correct-update.ts';
import { editUpdate } from '../edit-update.ts';
import { expectTopVersion, expectUpdateVersion } from '../expect-version.ts';
import { markKeyEvent } from '../mark-key-event.ts';
import { postUpdate } from '../post-update.ts';
import { happens, standing, type Verb } from '../verb.ts';
import { writeTop } from '../write-top.ts';
import { detailsChanged, topWords, updateWords } from './words-of-draft.ts';

export type Publication = {
  draft: Draft;
  content: DraftContent;
  /** As the draft was begun. */
  begun: DraftContent | null;
  how: PublishAs;
  /** For a correction. */
  correctionId: string;
};

/** What publishing a draft does to its story, and the updates it looks at. */
export function publicationVerbs(publication: Publication): { verbs: Verb[]; updateIds: string[] } {
  const { draft, content } = publication;
  switch (draft.kind) {
    case 'update':
      return { verbs: [notYet(draft.id), postUpdate(draft.id, updateWords(content))], updateIds: [draft.id] };
    case 'edit':
      return { verbs: editVerbs(publication, draft.updateId ?? ''), updateIds: [draft.updateId ?? ''] };
    case 'top':
      return {
        verbs: topVerbs(publication),
        updateIds: content.top?.summary.flatMap(({ updateId }) => updateId ?? []) ?? [],
      };
  }
}

function editVerbs({ draft, content, how, correctionId }: Publication, updateId: string): Verb[] {
  const words = updateWords(content);
  const { title, body, author, analysis } = words;
  const changes =
    how.as === 'correction'
      ? [
          correctUpdate(updateId, correctionId, { ...how, title, body }),
          // A correction says nothing of whose the update is.
          editUpdate(updateId, { author, analysis, small: true }),
        ]
      : [editUpdate(updateId, { title, body, author, analysis, small: how.as === 'small-edit' })];
  return [
    stillStands(updateId),
    expectUpdateVersion(updateId, draft.baseVersion ?? 0),
    ...changes,
    markKeyEvent(updateId, content.keyEvent),
  ];
}

function topVerbs({ draft, content, begun, how, correctionId }: Publication): Verb[] {
  return [
    expectTopVersion(draft.baseVersion ?? 0),
    changeDetails(detailsChanged(content, begun)),
    writeTop(topWords(content)),
    ...(how.as === 'correction' ? [correctStory(correctionId, how)] : []),
  ];
}

/** Ids of drafts are chosen by browsers: one that an update has already is none of this draft's. */
function notYet(updateId: string): Verb {
  const errors: FieldError[] = [{ pointer: '', detail: 'an update has the id of this draft already' }];
  return ({ updates }) => (updates.has(updateId) ? { type: 'invalid', errors } : happens());
}

/** Of one that was taken back, that is to be told, and not its version. */
function stillStands(updateId: string): Verb {
  return (scene) => {
    const found = standing(scene, updateId);
    return found.type === 'standing' ? happens() : found;
  };
}
