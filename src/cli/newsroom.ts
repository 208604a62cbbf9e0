import fs from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { readConfig, type Config } from '../config.ts';
import type { Newsroom } from '../commands/perform.ts';
import { StorageUnavailable } from '../domain/errors.ts';
import { storyPath } from '../domain/addresses.ts';
import type { Call } from './command.ts';
import { Misused, Refused } from './exits.ts';

/** The settings a call was made with. Throws `Misused`, with every fault. */
export function configOf({ environment, flags }: Pick<Call, 'environment' | 'flags'>): Config {
  const read = readConfig(environment, flags);
  if (read.type === 'config') return read.config;
  throw new Misused(
    read.faults.map(({ name, given, detail }) => `${name} ${detail} (it is "${given}").`).join('\n'),
  );
}

/** Works in the newsroom that the settings name, makes it where there is none, and lets go of it. */
export async function inNewsroom<T>(config: Config, work: (newsroom: Newsroom) => Promise<T>): Promise<T> {
  const [{ openNewsroom }, { whyNotStarted }] = await Promise.all([
    import('../app.ts'),
    import('../start-refused.ts'),
  ]);
  return whyNotStarted(config, async () => {
    await using newsroom = await openNewsroom(config);
    return await work(newsroom);
  });
}

/** The same for a command that only looks: a folder that is not there is more likely mistyped than meant. */
export async function inExistingNewsroom<T>(
  config: Config,
  work: (newsroom: Newsroom) => Promise<T>,
): Promise<T> {
  const { dataDir, databaseUrl } = config;
  if (databaseUrl === null && !fs.existsSync(dataDir)) {
    throw new Refused(`There is no data folder ${dataDir}: name the newsroom’s with DATA_DIR or --data-dir.`);
  }
  return inNewsroom(config, work);
}

/** How long bulk work leaves the database to others between two transactions, ms. */
const PAUSE = 5;
/** After how long a busy database is asked again, ms. */
const PATIENCE = [100, 500, 2000];

/** A write of bulk work: it gives way to a running server, and waits while another process writes. */
export async function giveWay<T>(write: () => Promise<T>): Promise<T> {
  await pause(PAUSE);
  for (const wait of PATIENCE) {
    try {
      return await write();
    } catch (error) {
      if (!isBusy(error)) throw error;
      await pause(wait);
    }
  }
  return write();
}

/** SQLite's result code 5, SQLITE_BUSY (sqlite.org/rescode.html). */
function isBusy(error: unknown): boolean {
  if (!(error instanceof StorageUnavailable)) return false;
  return (((error.cause as { errcode?: number } | undefined)?.errcode ?? 0) & 0xff) === 5;
}

/** Where a story is read: below `BASE_URL`, on the server that runs on the same folder, or on the one that the same settings start. */
export const storyAddress = (config: Config, slug: string): Promise<string> =>
  addressOn(config, storyPath(slug));

/** The same of any path of the site. */
export async function addressOn(config: Config, path: string): Promise<string> {
  const { runningServer } = await import('../app.ts');
  const { host, port } = config;
  const known = config.baseUrl ?? runningServer(config);
  if (known !== null) return `${known}${path}`;
  // Which port a server took that was told to take any, nobody here knows.
  if (port === 0) return path;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}${path}`;
}
