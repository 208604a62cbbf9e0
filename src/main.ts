import { parseArgs } from 'node:util';
import { DEFAULT_DATA_DIR, flagOf, readConfig, SETTINGS, type Config } from './config.ts';
import { createLog } from './ops/log.ts';
import { StartRefused } from './start-refused.ts';
import { startServer, type RunningServer } from './supervisor.ts';

const EXIT_REFUSED = 1;
const EXIT_USAGE = 2;

/** Runs a server until it is told to stop; the exit code. `args` are flags named like the settings. */
export async function serve(args: string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const config = configFrom(args, environment);
  if (!config) return EXIT_USAGE;
  const signal = nextSignal();
  let server: RunningServer;
  try {
    server = await startServer(config);
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    console.error(error.message);
    return EXIT_REFUSED;
  }
  console.log(banner(config, server));
  const log = createLog(config.logLevel);
  try {
    await Promise.race([signal, server.broken]);
  } catch (error) {
    log.fatal({ err: error }, 'a thread broke: the server stops');
    await server.stop();
    return EXIT_REFUSED;
  }
  if (config.drain > 0) {
    log.info({ seconds: config.drain }, 'draining: /readyz answers 503, everything else is served');
    await Promise.race([server.drain(), server.broken.catch(() => undefined)]);
  }
  log.info('stopping');
  if (!(await server.stop())) log.warn('what was begun could not be finished in time: it was cut off');
  return 0;
}

function configFrom(args: string[], environment: NodeJS.ProcessEnv): Config | null {
  const options = Object.fromEntries(SETTINGS.map(({ name }) => [flagOf(name), { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ args, options });
    const flags = Object.fromEntries(SETTINGS.map(({ name }) => [name, values[flagOf(name)]]));
    const read = readConfig(environment, flags);
    if (read.type === 'config') return read.config;
    for (const { name, given, detail } of read.faults) console.error(`${name} ${detail} (it is "${given}").`);
  } catch (error) {
    console.error(
      `${(error as Error).message}. The settings are: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(' ')}`,
    );
  }
  return null;
}

/** A second signal ends the process at once. */
function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.once(name, () => {
        process.once(name, () => process.exit(EXIT_REFUSED));
        resolve();
      });
    }
  });
}

function banner(config: Config, { address, baseUrl, sampleOpened, firstAdmin }: RunningServer): string {
  const where = config.databaseUrl ? 'in PostgreSQL' : `in ${config.dataDir}`;
  const { before, after } = sameNewsroom(config);
  return [
    `Writethru is up at ${address}${baseUrl === address ? '' : ` (readers know it as ${baseUrl})`}; its stories lie ${where}.`,
    '',
    `  the front page     ${baseUrl}/${sampleOpened ? '  (a sample story is on it; SAMPLE=off leaves it out)' : ''}`,
    `  the desk           ${baseUrl}/desk`,
    `  the API            ${baseUrl}/api/v1`,
    `  health             ${baseUrl}/readyz  ${baseUrl}/metrics`,
    '',
    ...(firstAdmin === null
      ? []
      : [`  the first admin    ${baseUrl}${firstAdmin}  (opens once, within 48 hours)`]),
    `  a token to write   ${before}bin/writethru token create NAME --scope write${after}`,
    `  bring in a post    ${before}bin/writethru import FILE${after}`,
    '  stop               Ctrl-C',
  ].join('\n');
}

/** What a command typed in another terminal needs to find the same newsroom; the database's address holds a password, and is left out. */
function sameNewsroom({ databaseUrl, dataDir }: Config): { before: string; after: string } {
  if (databaseUrl) return { before: 'DATABASE_URL=… ', after: '' };
  if (dataDir === DEFAULT_DATA_DIR) return { before: '', after: '' };
  const plain = /^[\w./@:+-]+$/.test(dataDir);
  return {
    before: '',
    after: ` --data-dir ${plain ? dataDir : `'${dataDir.replaceAll("'", String.raw`'\''`)}'`}`,
  };
}

if (import.meta.main) process.exit(await serve(process.argv.slice(2), process.env));
