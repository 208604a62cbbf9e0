/** The channel commits are told on. */
export const CHANNEL = 'writethru';

/** Advisory locks are numbers shared by all that use a database: one orders commits, one migrations. */
export const COMMIT_LOCK = 7_283_001;
export const MIGRATION_LOCK = 7_283_002;

/** The first of two numbers; the second is the version of the schema that a program knows. */
export const PROGRAMS = 7_283_003;
