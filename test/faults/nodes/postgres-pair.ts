import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { haveTools, postgresql } from '../../../bench/peers/tools.ts';
import { endsWithUs } from '../../support/ends-with-us.ts';
import { eventually } from '../../support/eventually.ts';
import { freePort } from '../../support/free-port.ts';
import { ready, temporary, unprivileged } from '../../support/postgres-cluster.ts';

const run = promisify(execFile);

/** A primary and a replica that every commit waits for, of the system's PostgreSQL (npm's brings no `pg_basebackup`). */
export type PostgresPair = AsyncDisposable & {
  ports: { primary: number; standby: number };
  /** Address of the newsroom's database by these ports, of one server or of several. */
  url(...ports: number[]): string;
  /** As an operator stops it: connections are ended, what was committed stays. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** The primary is gone at once, for good, and the replica takes its place. */
  promote(): Promise<void>;
  /** Asked of the server that takes writes. */
  ask(statement: string): Promise<Record<string, unknown>[]>;
};

const DATABASE = 'newsroom';

export async function postgresPair(): Promise<PostgresPair> {
  haveTools('postgresql');
  const bin = postgresql()!;
  const identity = unprivileged();
  const folder = fs.mkdtempSync(path.join(temporary(identity), 'writethru-pair-'));
  if (identity.uid !== undefined) fs.chownSync(folder, identity.uid, identity.gid ?? identity.uid);
  const how = { ...identity, cwd: folder };
  const data = { primary: path.join(folder, 'primary'), standby: path.join(folder, 'standby') };
  const ports = { primary: await freePort(), standby: await freePort() };
  const password = randomBytes(16).toString('hex');
  const url = (...chosen: number[]): string =>
    `postgres://postgres:${password}@${chosen.map((port) => `127.0.0.1:${port}`).join(',')}/${DATABASE}`;

  const launch = async (which: 'primary' | 'standby'): Promise<ChildProcess> => {
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '200',
      shared_buffers: '64MB',
      wal_retrieve_retry_interval: '500ms',
      synchronous_commit: 'on',
      synchronous_standby_names: which === 'primary' ? '*' : '',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const child = spawn(path.join(bin, 'postgres'), ['-D', data[which], '-p', `${ports[which]}`, ...args], {
      ...how,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const dying = endsWithUs(() => child.kill('SIGQUIT'));
    child.once('exit', dying.off);
    await ready(child);
    return child;
  };
  fs.writeFileSync(path.join(folder, 'password'), `${password}\n`);
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${folder}/password`];
  await run(path.join(bin, 'initdb'), ['-D', data.primary, '--encoding=UTF8', '--locale=C', ...access], how);
  let writing = ports.primary;
  let primary = await launch('primary');
  const first = url(ports.primary).replace(DATABASE, 'postgres');
  // Without a replica a commit would wait for ever; the database is made by one that does not.
  await asked(
    first,
    `SET synchronous_commit = local`,
    `CREATE DATABASE ${DATABASE} ENCODING 'UTF8' TEMPLATE template0`,
  );
  await run(
    path.join(bin, 'pg_basebackup'),
    ['-d', first, '-D', data.standby, '-X', 'stream', '-R', '-c', 'fast'],
    how,
  );
  const standby = await launch('standby');
  await eventually(
    async () =>
      (await asked(first, `SELECT FROM pg_stat_replication WHERE sync_state = 'sync'`)).length === 1,
  );
  return {
    ports,
    url,
    stop: () => end(primary, 'SIGINT'),
    async start() {
      primary = await launch('primary');
    },
    async promote() {
      await end(primary, 'SIGQUIT');
      await asked(url(ports.standby), 'SELECT pg_promote()');
      writing = ports.standby;
    },
    ask: (statement) => asked(url(writing), statement),
    async [Symbol.asyncDispose]() {
      await end(standby, 'SIGINT');
      await end(primary, 'SIGINT');
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One statement after another on a connection of its own; the rows of the last. */
async function asked(url: string, ...statements: string[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) ({ rows } = await client.query<Record<string, unknown>>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}
