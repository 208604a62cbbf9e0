import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { once } from 'node:events';
import { endsWithUs } from './ends-with-us.ts';
import { freePort } from './free-port.ts';

const root = path.join(import.meta.dirname, '..', '..');

/** How long a start may take before the run is given up, ms. */
const READY_WITHIN = 180_000;

/** The product as users run it, as a process of its own that can be killed. */
export type KillableServer = {
  readonly url: string;
  /** Of the process, while there is one. */
  pid(): number | undefined;
  start(): Promise<void>;
  /** Begins a start and does not wait for it. */
  begin(): void;
  /** `kill -9`: nothing is finished, nothing is said. */
  kill(): Promise<void>;
  /** What it has printed since it was last started. */
  told(): string;
  /** SIGTERM, and the exit code. */
  stop(): Promise<number | null>;
};

/** `settings` are environment settings beside host and port; `from`: the folder of another version than this one; `port`: one of its own. */
export async function killableServer(
  settings: Record<string, string>,
  { from = root, port: chosen = 0 } = {},
): Promise<KillableServer> {
  const port = chosen || (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: String(port),
    SAMPLE: 'off',
    LOG_LEVEL: 'error',
    ...settings,
  };
  let child: ChildProcess | null = null;
  let printed = '';
  const begin = (): ChildProcess => {
    printed = '';
    const started = spawn(process.execPath, ['src/main.ts'], {
      cwd: from,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    // A test that dies takes its server with it.
    const dying = endsWithUs(() => started.kill('SIGKILL'));
    started.once('exit', dying.off);
    started.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    return started;
  };
  return {
    url,
    pid: () => child?.pid,
    begin,
    told: () => printed,
    async start() {
      const started = begin();
      await ready(url, started).catch((error: unknown) => {
        // Left running it would keep the test that gave it up from ending.
        started.kill('SIGKILL');
        throw error;
      });
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
    async stop() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      const [code] = (await gone) as [number | null];
      return code;
    },
  };
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  const end = Date.now() + READY_WITHIN;
  while (Date.now() < end) {
    if (child.exitCode !== null)
      throw new Error(`the server exited with ${child.exitCode} instead of starting`);
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await pause(20);
  }
  throw new Error(`the server was not ready within ${READY_WITHIN} ms`);
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
