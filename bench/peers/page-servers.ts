import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { freePort } from '../../test/support/free-port.ts';
import { benchSite, wordsOf } from '../site.ts';
import { answers, beginNginx, childrenOf, end, openFolder, pin } from './processes.ts';
import { haveTools } from './tools.ts';

/** Something that serves one page; all its threads are held on the first core. */
export type PageServer = AsyncDisposable & { name: string; url: string; pids: number[] };

/** Updates on the page: it comes to about 60 KB. */
const UPDATES = 5;
export const PAGE_WORDS = wordsOf(UPDATES);

export async function writethruPage(): Promise<PageServer> {
  const site = await benchSite({ page: UPDATES }, { WORKERS: '1' });
  const pid = site.server.pid()!;
  pin(pid);
  return {
    name: 'Writethru, 1 thread',
    url: `${site.server.url}/stories/page`,
    pids: [pid],
    [Symbol.asyncDispose]: () => site[Symbol.asyncDispose](),
  };
}

/** The same bytes as a file, and as one compressed as well as gzip can. */
export async function staticPage(page: Buffer): Promise<PageServer> {
  haveTools('nginx');
  const [port, folder] = [await freePort(), openFolder('static')];
  const pages = path.join(folder, 'pages');
  fs.mkdirSync(pages);
  fs.writeFileSync(path.join(pages, 'page.html'), page);
  fs.writeFileSync(path.join(pages, 'page.html.gz'), zlib.gzipSync(page, { level: 9 }));
  const child = beginNginx('pages.conf', folder, { PORT: String(port), FOLDER: folder }, true);
  const url = `http://127.0.0.1:${port}/page.html`;
  await answers(child, (options) => fetch(url, options));
  return {
    name: 'nginx static, 1 worker',
    url,
    pids: [child.pid!, ...childrenOf(child.pid!)],
    async [Symbol.asyncDispose]() {
      await end(child);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
