import type { Unplaced } from '../../../editor/props.ts';
import { listened, useListened } from '../../../kit/listened.ts';
import type { Refused } from '../net/refused.ts';

/** Pictures that were given to the sheets that lie open here and are no part of them, by draft and part of it. */
type Given = { draftId: string; part: 'body' | 'photo'; pictures: Unplaced };
const given = listened<readonly Given[]>([]);

/** Null: none any more. */
export function noteUnplaced(draftId: string, part: Given['part'], pictures: Unplaced | null): void {
  const others = given.get().filter((one) => one.draftId !== draftId || one.part !== part);
  const some = pictures !== null && pictures.underWay + pictures.failed > 0;
  if (some) given.set([...others, { draftId, part, pictures }]);
  else if (others.length < given.get().length) given.set(others);
}

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
