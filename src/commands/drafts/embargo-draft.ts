import type { Instant } from '../../domain/time.ts';
import { breaks, type Wrong } from '../../domain/faults.ts';
import { invalid, notAhead, onOpen, type DraftVerb } from './act.ts';

/** Forbids publishing a draft before an hour. A longer embargo takes the place of a shorter one; a shorter one has the longer lifted first. */
export function embargoDraft(until: Instant): DraftVerb {
  return onOpen(({ draft, now }) => {
    const { embargoUntil, publishAt } = draft;
    if (embargoUntil === until) return { type: 'same' };
    if (until <= now) return invalid('/until', notAhead(now));
    if (embargoUntil !== null && until < embargoUntil && embargoUntil > now)
      return invalid('/until', hasLonger(embargoUntil));
    if (publishAt !== null && publishAt < until) return invalid('/until', goesOutBefore(publishAt));
    return { type: 'changed', change: { embargoUntil: until }, act: 'embargo-draft', detail: { until } };
  });
}

const hasLonger = (until: Instant): Wrong =>
  breaks('shorter-embargo', `is before the embargo it has (${until}): lift that one first`);

const goesOutBefore = (publishAt: Instant): Wrong =>
  breaks('after-schedule', `is after the hour it is scheduled for (${publishAt})`);

/** Lifts an embargo, early or not: an act of its own, told as such. */
export function liftEmbargo(): DraftVerb {
  return onOpen(({ draft: { embargoUntil: until }, now }) => {
    if (until === null) return { type: 'same' };
    const detail = { until, early: until > now };
    return { type: 'changed', change: { embargoUntil: null }, act: 'lift-embargo', detail };
  });
}
