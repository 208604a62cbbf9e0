import type { Plan, Sql } from '../plan.ts';
import { activity, actorsOf, actsOf, headlines, names, updatesOf } from './activity-plans.ts';
import type { DeskReadings } from './desk-readings.ts';
import { findDrafts } from './draft-search-plans.ts';
import { deskStories, discarded, theSample } from './story-list-plans.ts';

/** Each of the desk's readings as a plan. */
export const deskReadingPlans = {
  stories: deskStories,
  discarded,
  sample: theSample,
  headlines,
  activity,
  actorsOf,
  actsOf,
  updatesOf,
  names,
  findDrafts,
} satisfies {
  [K in keyof DeskReadings]: (
    db: Sql,
    ...args: Parameters<DeskReadings[K]>
  ) => Plan<Awaited<ReturnType<DeskReadings[K]>>>;
};
