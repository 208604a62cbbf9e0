import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startS3Store } from '../../../src/media/blobs/fixtures/start-s3-store.ts';
import { databaseLine, type DatabaseLine } from '../../support/database-line.ts';
import { nginxBefore } from '../../support/nginx-before.ts';
import { killableServer, type KillableServer } from '../../support/server-process.ts';
import { configOf, prepare } from '../ground.ts';
import { postgresPair, type PostgresPair } from './postgres-pair.ts';

/** How long a node serves on once it is told to stop, and for how long the balancer keeps idle connections, seconds. */
const DRAIN = 3;
const KEEP_FOR = 1;

/** Several nodes on one PostgreSQL, its replica, and one S3 store, behind nginx, with a story and a token to post to it. */
export type ManyNodes = AsyncDisposable & {
  balancer: string;
  nodes: KillableServer[];
  /** What the last node reaches its database by. */
  line: DatabaseLine;
  database: PostgresPair;
  /** As a node is started with; so is a command. */
  settings: Record<string, string>;
  slug: string;
  token: string;
};

export async function manyNodes(count: number): Promise<ManyNodes> {
  const disposing = new AsyncDisposableStack();
  try {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-nodes-'));
    disposing.defer(() => fs.rmSync(folder, { recursive: true, force: true }));
    const database = disposing.use(await postgresPair());
    const { primary, standby } = database.ports;
    const line = disposing.use(await databaseLine(primary));
    const store = await startS3Store();
    disposing.defer(() => store.end());
    const settings = {
      DATA_DIR: folder,
      WORKERS: '2',
      DRAIN: String(DRAIN),
      LOG_LEVEL: 'silent',
      TRUSTED_PROXIES: '127.0.0.1',
      DATABASE_URL: database.url(primary, standby),
      S3_ENDPOINT: store.endpoint,
      S3_BUCKET: store.bucket(),
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    };
    const { slug, token } = await prepare(configOf(settings));
    const nodes: KillableServer[] = [];
    disposing.defer(async () => void (await Promise.all(nodes.map((node) => node.kill()))));
    for (let at = 0; at < count; at += 1) {
      const own = at === count - 1 ? { DATABASE_URL: database.url(line.port, standby) } : {};
      const node = await killableServer({ ...settings, ...own });
      nodes.push(node);
      await node.start();
    }
    const { url: balancer } = disposing.use(
      await nginxBefore(
        nodes.map(({ url }) => url),
        { keepFor: KEEP_FOR },
      ),
    );
    const kept = disposing.move();
    return {
      balancer,
      nodes,
      line,
      database,
      settings,
      slug,
      token,
      [Symbol.asyncDispose]: () => kept.disposeAsync(),
    };
  } catch (error) {
    await disposing.disposeAsync();
    throw error;
  }
}
