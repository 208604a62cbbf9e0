import { StorageUnavailable } from '../../domain/errors.ts';
import { NewerSchema } from '../migrations.ts';

/** Waits for a connection; whatever keeps it from coming means that there is no storage. */
export async function reachable<T>(connecting: Promise<T>): Promise<T> {
  try {
    return await connecting;
  } catch (error) {
    if (error instanceof NewerSchema) throw error;
    throw new StorageUnavailable(`the database cannot be reached (${why(error)})`, { cause: error });
  }
}

/** Waits for work on a connection that stands; a database that goes away meanwhile is told from a bug. */
export async function atWork<T>(working: Promise<T>): Promise<T> {
  try {
    return await working;
  } catch (error) {
    throw isOutside(error)
      ? new StorageUnavailable(`the database is away (${why(error)})`, { cause: error })
      : error;
  }
}

type Fault = { code?: string; message?: string; errors?: Fault[] };

/**
 * SQLSTATE (PostgreSQL, appendix A) of the server, its disk or another node, not of a bug: connection, resources,
 * operator, system error, a read-only server, a lock or a session that took too long. A broken socket has an errno.
 */
const OUTSIDE = /^(08|53|57P|58|25006$|25P03$|55P03$|E[A-Z]+$)/;

/** What `pg` says, without a code, of a connection that broke. */
const BROKEN = /terminated|ended|timeout|closed|not queryable/i;

function isOutside(error: unknown): boolean {
  const { code, message = '' } = error as Fault;
  return (
    error instanceof StorageUnavailable || (code === undefined ? BROKEN.test(message) : OUTSIDE.test(code))
  );
}

/** A host of several addresses fails with several errors and no message of its own. */
function why(error: unknown): string {
  const { message, code, errors } = error as Fault;
  return message || (errors?.[0] && why(errors[0])) || code || String(error);
}

/** A connection that does not answer cannot be asked to roll back; one to a server that takes no writes any more is of no use. */
export const isSpent = (error: unknown): boolean => {
  const { code, message = '' } = ((error as Error).cause ?? error) as Fault;
  return code === '25006' || /timeout/i.test(message);
};
