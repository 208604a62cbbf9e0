import type { Draft, DraftContent, StoryWire } from '../../../../shared/wire.ts';
import type { Instant } from '../../../../../domain/time.ts';
import { heldBack } from '../compose/unplaced.ts';
import { partAt, type Refused } from './refused.ts';

/** What a part of a draft says, to tell whether it was written anew. */
function partOf(content: DraftContent, part: string): unknown {
  const [name = '', line] = part.split('/');
  if (name === 'summary') return content.top?.summary[Number(line)];
  return { ...content.top, ...content }[name as keyof DraftContent];
}

/** What is left of a refusal once words were written anew: a fault is told until its part has changed. Null: nothing. */
export function faultsLeft(refused: Refused, was: DraftContent, is: DraftContent): Refused | null {
  if (was === is) return refused;
  if (refused.name === 'other' && refused.type === 'unchanged') return null;
  if (refused.name !== 'invalid') return refused;
  const errors = refused.errors.filter(({ pointer }) => {
    const part = partAt(pointer);
    return JSON.stringify(partOf(was, part)) === JSON.stringify(partOf(is, part));
  });
  if (errors.length === refused.errors.length) return refused;
  return errors.length === 0 ? null : { ...refused, errors };
}

export type Standing = {
  draft: Draft;
  story: Pick<StoryWire, 'state'>;
  me: string;
  now: Instant;
  /** Whether the desk hears the newsroom. */
  connected: boolean;
};

const wroteSince = ({ filedSeq, logSeq }: Draft): boolean => filedSeq !== null && logSeq > filedSeq;

/** Whether what stood against sending a draft stands against it still. */
export function standsAgainst(refused: Refused, { draft, story, me, now, connected }: Standing): boolean {
  switch (refused.name) {
    case 'embargoed':
      return draft.status !== 'scheduled' && draft.embargoUntil !== null && draft.embargoUntil > now;
    case 'stale-version':
      return draft.baseVersion === null || draft.baseVersion < refused.current;
    case 'four-eyes':
      // Or words came in since: they may be one's own.
      return draft.filedBy === null || draft.filedBy === me || wroteSince(draft);
    case 'story-ended':
      return story.state === 'ended';
    case 'offline':
      return !connected;
    case 'pictures':
      return heldBack(draft.id) !== null;
    default:
      return true;
  }
}
