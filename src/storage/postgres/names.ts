/** The channel commits are told on. */
export const CHANNEL = 'writethru';

/** Advisory locks are numbers shared by all that use a database: one orders commits, one migrations. */
export const COMMIT_LOCK = 7_283_001;
export const MIGRATION_LOCK = 7_283_002;
