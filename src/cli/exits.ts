export const DONE = 0;
export const REFUSED = 1;
export const MISUSED = 2;

/** What was asked for is refused, for a reason the user can do something about: one sentence, exit 1. */
export class Refused extends Error {
  override name = 'Refused';
}

/** The command line is not one of ours: one sentence, exit 2. */
export class Misused extends Error {
  override name = 'Misused';
}
