import type { Config } from './config.ts';
import { StorageUnavailable } from './domain/errors.ts';
import { NewerSchema } from './storage/migrations.ts';

/** The server cannot start as it was asked to; the message says why, and what to do. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

/** Runs a step of the start; what the operator can mend is thrown as one sentence. */
export async function whyNotStarted<T>(config: Config, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    const sentence = sentenceFor(error, config);
    throw sentence ? new StartRefused(sentence, { cause: error }) : error;
  }
}

function sentenceFor(error: unknown, { host, port, dataDir, databaseUrl }: Config): string | null {
  if (error instanceof NewerSchema) return error.message;
  if (error instanceof StorageUnavailable) {
    return databaseUrl
      ? `The database at DATABASE_URL cannot be used (${reason(error)}): start it, or mend the address.`
      : `The database in ${dataDir} cannot be used (${error.message}): check the disk and the folder's permissions.`;
  }
  switch ((error as { code?: string }).code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is taken by another program: stop it, or choose another port, as in PORT=8081 npm start.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}: set HOST to one it has, such as 127.0.0.1 or 0.0.0.0.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return (error as { syscall?: string }).syscall === 'listen'
        ? `Port ${port} needs rights this user has not: choose one above 1023, as in PORT=8080.`
        : `The data folder ${dataDir} cannot be written to: change its owner, or set DATA_DIR to another folder.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `DATA_DIR is ${dataDir}, which is a file or lies in one: set it to a folder.`;
    case 'ENOSPC':
      return `The disk that holds ${dataDir} is full: make room, then start again.`;
    default:
      return null;
  }
}

function reason(error: StorageUnavailable): string {
  return error.cause instanceof Error && error.cause.message !== '' ? error.cause.message : error.message;
}
