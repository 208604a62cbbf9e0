import type { StoryState } from '../domain/story.ts';
import type { Instant } from '../domain/time.ts';
import { breaks, faultAt, type Wrong } from '../domain/faults.ts';
import { happens, type Verb } from './verb.ts';

/** Live, paused (until when, if that is known), ended, or live again. */
export function changeState(state: StoryState, until: Instant | null = null): Verb {
  return ({ story, now }) => {
    if (state === story.state && until === story.pausedUntil) return happens();
    if (until !== null && state !== 'paused') return invalid('goes with the state "paused" alone');
    if (until !== null && until <= now)
      return invalid(breaks('ahead', 'must lie ahead: a pause ends after it began'));
    return happens({ kind: 'state', state, until });
  };
}

const invalid = (wrong: Wrong) => ({
  type: 'invalid' as const,
  errors: [faultAt('/pausedUntil', wrong)],
});
