import { KEPT } from '../../shared/wire.ts';
import { listened, type Listened } from '../kit/listened.ts';

const count = listened(0);

/** How many answers so far were those that are kept on the device, as the newsroom was not reached. */
export const keptAnswers: Pick<Listened<number>, 'listen'> = count;

export function noteIfKept({ headers }: Response): void {
  if (headers.has(KEPT)) count.set(count.get() + 1);
}
