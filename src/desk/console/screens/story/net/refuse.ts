import { Problem } from '../../../net/api.ts';
import { faultWords } from '../../../net/fault-words.ts';
import { problemLine } from '../../../net/problem-words.ts';
import type { DraftMovedWire } from '../../../../shared/wire.ts';
import type { Speech } from '../../../words/words.tsx';
import { refusedOf, type Refused } from './refused.ts';

/** What was thrown by asking, as the screen leads on from it; a bug is thrown on. */
export function refusedBy(speech: Speech, error: unknown): Refused {
  if (!(error instanceof Problem)) throw error;
  const { type, errors, body } = error;
  return refusedOf({
    name: error.noAnswer ? 'offline' : type,
    detail: problemLine(speech, error),
    errors: errors.map((fault) => ({ ...fault, detail: faultWords(speech, fault) })),
    current: body['current'] as number | undefined,
    until: body['until'] as string | undefined,
    now: body['now'] as string | undefined,
    moved: body['moved'] as DraftMovedWire | undefined,
  });
}
