import http from 'node:http';
import pg from 'pg';
import { createToken } from '../../src/commands/create-token.ts';
import { deskProcesses, type DeskProcesses } from '../../test/support/desk-processes.ts';

export type Engine = 'sqlite' | 'postgres';

/** The product as users run it, one thread, and whoever asks it: one connection, one question at a time. */
export type House = AsyncDisposable & {
  newsroom: DeskProcesses['newsroom'];
  /** What was filled is counted, as PostgreSQL does by itself within minutes. */
  settle(): Promise<void>;
  /** Posts an update through the API; ms until it was answered. */
  post(slug: string): Promise<number>;
  /** Ms until the whole answer was read; anything but 200 is thrown. */
  get(path: string): Promise<number>;
  /** As `get`, with a token. */
  api(path: string): Promise<number>;
  /** As `get`, signed in at the desk. */
  desk(path: string): Promise<number>;
  /** Ms from asking for a stream until so many events of it have come. */
  stream(path: string, events: number): Promise<number>;
};

export async function growingHouse(engine: Engine): Promise<House> {
  const processes = await deskProcesses(engine, 1, { workers: 1 });
  const { newsroom } = processes;
  const { url } = processes.nodes[0]!;
  const made = await createToken(newsroom, { name: 'bench', scope: 'write' });
  if (made.type !== 'created') throw new Error('the token was refused');
  const { cookie } = await processes.as('editor');
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (path: string, options: http.RequestOptions, body = '', expected = 200): Promise<number> =>
    timed(`${url}${path}`, { agent, ...options }, body, expected);
  const authorization = `Bearer ${made.secret}`;
  let posts = 0;
  return {
    newsroom,
    async settle() {
      // The server has closed it, perhaps, while this thread filled the site and heard nothing.
      agent.destroy();
      if (processes.databaseUrl === null) return;
      const client = new pg.Client({ connectionString: processes.databaseUrl });
      await client.connect();
      await client.query('VACUUM ANALYZE');
      await client.end();
    },
    post(slug) {
      posts += 1;
      const headers = { authorization, 'content-type': 'application/json' };
      const body = JSON.stringify({ markdown: `Post ${posts} of the bridge and the barrier.` });
      return ask(`/api/v1/stories/${slug}/updates`, { method: 'POST', headers }, body, 201);
    },
    get: (path) => ask(path, { headers: { 'accept-encoding': 'gzip' } }),
    api: (path) => ask(`/api/v1${path}`, { headers: { authorization } }),
    desk: (path) => ask(`/desk/api${path}`, { headers: { cookie, 'sec-fetch-site': 'same-origin' } }),
    stream: (path, events) => untilEvents(`${url}${path}`, events),
    async [Symbol.asyncDispose]() {
      agent.destroy();
      await processes[Symbol.asyncDispose]();
    },
  };
}

function timed(url: string, options: http.RequestOptions, body: string, expected: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const request = http.request(url, options, (response) => {
      let told = '';
      response.setEncoding('latin1').on('data', (data: string) => {
        if (response.statusCode !== expected) told += data;
      });
      response.on('end', () => {
        if (response.statusCode === expected) resolve(performance.now() - begun);
        else reject(new Error(`${response.statusCode} for ${url}: ${told.slice(0, 500)}`));
      });
    });
    request.on('error', reject).end(body);
  });
}

function untilEvents(url: string, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const request = http.get(url, { agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (data: string) => {
        text += data;
        if ((text.match(/^id: /gm)?.length ?? 0) < wanted) return;
        resolve(performance.now() - begun);
        request.destroy();
      });
      response.on('end', () => reject(new Error(`${response.statusCode}, and the stream ended: ${url}`)));
    });
    request.on('error', reject);
  });
}
