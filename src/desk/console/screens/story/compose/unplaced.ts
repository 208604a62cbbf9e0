import type { Unplaced } from '../../../editor/props.ts';
import { listened, useListened } from '../../../kit/listened.ts';
import type { Refused } from '../net/refused.ts';

/**
 * Pictures that were given to drafts in this tab and are no part of them, by draft and part of it. Each draft is held open
 * until they are, also when its sheet is put away.
 */
type Given = { draftId: string; part: 'body' | 'photo'; pictures: Unplaced; release: () => void };
const given = listened<readonly Given[]>([]);

/** `hold` opens the draft once more and returns what lets it go. */
export function noteUnplaced(
  draftId: string,
  part: Given['part'],
  pictures: Unplaced,
  hold: () => () => void,
): void {
  const before = given.get().find((one) => one.draftId === draftId && one.part === part);
  const others = given.get().filter((one) => one !== before);
  if (pictures.underWay + pictures.failed > 0) {
    given.set([...others, { draftId, part, pictures, release: before?.release ?? hold() }]);
  } else if (before) {
    given.set(others);
    before.release();
  }
}

/** They are in this tab alone: whoever closes it is asked (HTML, 7.4.2.1, a prompt to unload). */
const askFirst = (event: BeforeUnloadEvent): void => event.preventDefault();
given.listen(() => {
  if (given.get().length > 0) addEventListener('beforeunload', askFirst);
  else removeEventListener('beforeunload', askFirst);
});

/** Nothing goes out without a picture that was given to it unless somebody says so. Null: it lacks none. */
export const heldBack = (draftId: string): Extract<Refused, { name: 'pictures' }> | null =>
  heldIn(given.get(), draftId);

export const useHeldBack = (draftId: string): ReturnType<typeof heldBack> =>
  heldIn(useListened(given), draftId);

export function takeBackUnplaced(draftId: string): void {
  for (const one of given.get()) if (one.draftId === draftId) one.pictures.takeBack();
}

function heldIn(all: readonly Given[], draftId: string): ReturnType<typeof heldBack> {
  const here = all.filter((one) => one.draftId === draftId);
  if (here.length === 0) return null;
  const sum = (of: 'underWay' | 'failed'): number => here.reduce((n, { pictures }) => n + pictures[of], 0);
  return { name: 'pictures', underWay: sum('underWay'), failed: sum('failed'), detail: '' };
}
