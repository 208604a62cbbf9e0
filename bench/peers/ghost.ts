import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../../test/support/free-port.ts';
import { answers, begin, end, pin } from './processes.ts';
import { installedGhost } from './ghost-install.ts';
import type { PageServer } from './page-servers.ts';

/** Until it has made its tables, ms. */
const PATIENCE = 120_000;
const PERSON = { name: 'Bench', email: 'bench@example.com', password: 'a long word of the bench' };

/** Ghost in production mode on SQLite, no cache before it, with one published post. */
export async function ghostPage(html: string): Promise<PageServer> {
  const { folder, node } = installedGhost();
  const content = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-ghost-'));
  fs.cpSync(path.join(folder, 'content'), content, { recursive: true });
  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  const settings = {
    NODE_ENV: 'production',
    url: site,
    server__host: '127.0.0.1',
    server__port: String(port),
    database__client: 'better-sqlite3',
    database__connection__filename: path.join(content, 'data', 'bench.db'),
    paths__contentPath: content,
    logging__level: 'error',
    logging__path: path.join(content, 'logs'),
    // Nothing is asked of the network, and no letter is sent.
    security__staffDeviceVerification: 'false',
    sendWelcomeEmail: 'false',
    privacy__useUpdateCheck: 'false',
    privacy__useGravatar: 'false',
  };
  const child = begin([node, 'index.js'], {
    pinned: false,
    cwd: folder,
    env: { ...process.env, ...settings },
  });
  await answers(child, (options) => fetch(`${site}/ghost/api/admin/site/`, options), PATIENCE);
  const url = await published(site, html);
  pin(child.pid!);
  return {
    name: 'Ghost',
    url,
    pids: [child.pid!],
    async [Symbol.asyncDispose]() {
      await end(child);
      fs.rmSync(content, { recursive: true, force: true });
    },
  };
}

/** Sets the site up, signs in and publishes; the post's address. */
async function published(site: string, html: string): Promise<string> {
  const api = async (name: string, body: unknown, cookie = ''): Promise<Response> => {
    const answer = await fetch(`${site}/ghost/api/admin/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: site, cookie },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`Ghost answers ${answer.status} to ${name}: ${await answer.text()}`);
    return answer;
  };
  await api('authentication/setup/', { setup: [{ ...PERSON, blogTitle: 'Bench' }] });
  const session = await api('session/', { username: PERSON.email, password: PERSON.password });
  const [cookie] = session.headers.getSetCookie()[0]!.split(';');
  const post = { title: 'Page', html, status: 'published' };
  const answer = await api('posts/?source=html', { posts: [post] }, cookie);
  const { posts } = (await answer.json()) as { posts: { url: string }[] };
  return posts[0]!.url;
}
