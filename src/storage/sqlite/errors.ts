import { StorageUnavailable } from '../../domain/errors.ts';

/** SQLite's result codes (sqlite.org/rescode.html) that tell of the disk or another process, not of a bug. */
const OUTSIDE = new Map([
  [5, 'another process is writing to the database and did not finish in time'],
  [8, 'the database file is read-only'],
  [10, 'the disk reported an error'],
  [13, 'the disk is full'],
  [14, 'the database file cannot be opened'],
]);

/** Does something with SQLite; a disk or another process in the way is `StorageUnavailable`. */
export function guarded<T>(act: () => T): T {
  try {
    return act();
  } catch (error) {
    const why = OUTSIDE.get(resultCode(error));
    if (why !== undefined) throw new StorageUnavailable(why, { cause: error });
    throw error;
  }
}

export const isBusy = (error: unknown): boolean => resultCode(error) === 5;

/** The primary result code: an extended one carries it in its low byte. */
function resultCode(error: unknown): number {
  return ((error as { errcode?: number }).errcode ?? 0) & 0xff;
}
