import { isDeepStrictEqual } from 'node:util';
import { changeDetails } from '../commands/change-details.ts';
import { changeSlug } from '../commands/change-slug.ts';
import { changeState } from '../commands/change-state.ts';
import { correctStory } from '../commands/correct-story.ts';
import { correctUpdate } from '../commands/correct-update.ts';
import { discardStory, restoreStory } from '../commands/discard-story.ts';
import { editUpdate } from '../commands/edit-update.ts';
import { markKeyEvent } from '../commands/mark-key-event.ts';
import { pinUpdate, unpinUpdate } from '../commands/pin-update.ts';
import { postUpdate } from '../commands/post-update.ts';
import { retractUpdate } from '../commands/retract-update.ts';
import { happens, type Verb } from '../commands/verb.ts';
import { writeTop } from '../commands/write-top.ts';
import type { Happening, OfSite } from '../domain/event.ts';
import { isId } from '../domain/id.ts';
import type { Top } from '../domain/story.ts';

/** What may follow a story's opening. */
export type Following = Exclude<Happening, { kind: 'open' } | OfSite>;

/** The verb by which an editor would have made this happen. */
function verbOf(happening: Following): Verb {
  switch (happening.kind) {
    case 'top':
      return topAgain(happening.top);
    case 'details':
      return changeDetails(happening);
    case 'slug':
      return changeSlug(happening.slug);
    case 'state':
      return happening.nextId === undefined
        ? changeState(happening.state, happening.until)
        : goesOnAgain(happening.nextId);
    case 'post':
      return postUpdate(happening.updateId, happening);
    case 'small-edit':
    case 'edit':
      return editUpdate(happening.updateId, { ...happening, small: happening.kind === 'small-edit' });
    case 'correction':
      return correctUpdate(happening.updateId, happening.correctionId, happening);
    case 'story-correction':
      return correctStory(happening.correctionId, happening);
    case 'retraction':
      return retractUpdate(happening.updateId, happening.reason);
    case 'pin':
      return pinUpdate(happening.updateId);
    case 'unpin':
      return unpinUpdate(happening.updateId);
    case 'key-event':
      return markKeyEvent(happening.updateId, happening.marked);
    case 'discard':
      return discardStory();
    case 'restore':
      return restoreStory();
    case 'translation':
      return translationAgain(happening);
    case 'translation-stale':
      return staleAgain(happening);
    case 'translations':
      return () => happens(happening);
  }
}

/** A summary that stands is not judged anew: an update it rests on may have been retracted since. */
function topAgain({ summary, photo, ...top }: Top): Verb {
  return (scene) => {
    const stands = isDeepStrictEqual(summary, scene.story.top.summary);
    return writeTop({ ...top, photo: photo ?? null, ...(!stands && { summary }) })(scene);
  };
}

/** Whether the story it goes on in is here is not for this story's log to say. */
function goesOnAgain(nextId: string): Verb {
  return ({ story }) =>
    isId(nextId) && nextId !== story.id && story.nextId === null
      ? happens({ kind: 'state', state: 'ended', until: null, nextId })
      : happens();
}

/** Who the original is, and whether it is here, is not for this story's log to say. */
function translationAgain(happening: Extract<Following, { kind: 'translation' }>): Verb {
  return ({ story }) => {
    const { of, sourceSeq } = happening;
    const unlinks = of === null && sourceSeq === null && story.translationOf !== null;
    return unlinks || (of !== null && sourceSeq !== null && of !== story.id) ? happens(happening) : happens();
  };
}

/** A translation is made stale by what followed the event it stands for. */
function staleAgain(happening: Extract<Following, { kind: 'translation-stale' }>): Verb {
  return ({ story }) =>
    story.sourceSeq !== null && happening.sourceSeq > story.sourceSeq ? happens(happening) : happens();
}

/**
 * Makes a logged event happen again – if its verb, on what stands, would have it happen just so. Whatever the desk
 * refuses or would have written differently is refused with `pointer` to the event.
 */
export function again(happening: Following, pointer: string): Verb {
  const verb = verbOf(happening);
  const refused = (detail: string) => ({ type: 'invalid' as const, errors: [{ pointer, detail }] });
  return (scene) => {
    if (happening.kind === 'post' && scene.updates.has(happening.updateId))
      return refused('posts an update that was posted before');
    const verdict = verb(scene);
    if (verdict.type === 'invalid') {
      return refused(verdict.errors.map((error) => `${error.pointer} ${error.detail}`.trim()).join('; '));
    }
    if (verdict.type !== 'done') return refused(`cannot follow what stands: ${verdict.type}`);
    const same = isDeepStrictEqual(verdict.happenings, [happening]);
    return same ? happens(happening) : refused('is not written as Writethru writes it');
  };
}
