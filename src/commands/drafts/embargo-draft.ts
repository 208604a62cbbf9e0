import type { Instant } from '../../domain/time.ts';
import { invalid, onOpen, type DraftVerb } from './act.ts';

/** Forbids publishing a draft before an hour. A longer embargo takes the place of a shorter one; a shorter one has the longer lifted first. */
export function embargoDraft(until: Instant): DraftVerb {
  return onOpen(({ draft, now }) => {
    const { embargoUntil, publishAt } = draft;
    if (embargoUntil === until) return { type: 'same' };
    if (until <= now) return invalid('/until', `must lie ahead: it is ${now} by the server’s clock`);
    if (embargoUntil !== null && until < embargoUntil && embargoUntil > now)
      return invalid('/until', `is before the embargo it has (${embargoUntil}): lift that one first`);
    if (publishAt !== null && publishAt < until)
      return invalid('/until', `is after the hour it is scheduled for (${publishAt})`);
    return { type: 'changed', change: { embargoUntil: until }, act: 'embargo-draft', detail: { until } };
  });
}

/** Lifts an embargo, early or not: an act of its own, told as such. */
export function liftEmbargo(): DraftVerb {
  return onOpen(({ draft: { embargoUntil: until }, now }) => {
    if (until === null) return { type: 'same' };
    const detail = { until, early: until > now };
    return { type: 'changed', change: { embargoUntil: null }, act: 'lift-embargo', detail };
  });
}
