/** What an answer says of how long it may be kept (RFC 9111 §5.2); `docs/caching.md` has the table of all addresses. */

/**
 * What is made of the logs: a browser asks each time, a cache that many share may give one copy to all who come within a
 * second. No longer: words can be taken back, and none but a cache that is told so (`edge/`) would hear of it.
 */
export const OF_THE_LOG = 'public, max-age=0, must-revalidate, s-maxage=1';

/** It may be there at the next request. */
export const ASK_EACH_TIME = 'no-cache';

/**
 * What follows a place in a log. For a second one copy does for all who ask from there; for two more it may go out while
 * the next is fetched. Pages ask every five seconds, so that none is ever given what it was given before.
 */
export const FOLLOWS = 'public, max-age=1, stale-while-revalidate=2';

/** A former address leads to the present one for ever, but the present one may become a former one itself. */
export const LEADS_ON = 'public, max-age=60';

/** What only a new version of the server changes. None of it was written in the newsroom: an old copy does no harm. */
export const OF_THE_VERSION = 'public, max-age=300, stale-while-revalidate=60, stale-if-error=86400';
