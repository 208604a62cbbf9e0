import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { haveTools } from '../../../bench/peers/tools.ts';
import { endsWithUs } from '../../support/ends-with-us.ts';
import { eventually } from '../../support/eventually.ts';
import { freePort } from '../../support/free-port.ts';

const FOR_OPERATORS = path.join(import.meta.dirname, '..', '..', '..', 'docs', 'nginx-many-nodes.conf');

/** nginx in front of nodes, as `docs/nginx-many-nodes.conf` has it; idle connections to nodes are closed after `keepFor` seconds. */
export async function nginxBefore(
  nodes: string[],
  { keepFor }: { keepFor: number },
): Promise<AsyncDisposable & { url: string }> {
  haveTools('nginx');
  const port = await freePort();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-nginx-'));
  // Its workers may run as another user.
  fs.chmodSync(folder, 0o777);
  const theirs = fs.readFileSync(FOR_OPERATORS, 'utf8');
  const [, how = ''] = /server [\d.]+:8080 (.*)/.exec(theirs) ?? [];
  const servers = nodes.map((url) => `server ${new URL(url).host} ${how}\n`);
  const site = theirs
    .replace(/(^ *server [\d.]+:8080 .*\n)+/m, servers.join(''))
    .replace(/keepalive_timeout \w+/, `keepalive_timeout ${keepFor}s`)
    .replace(/listen 80;/, `listen 127.0.0.1:${port};`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const main = `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log warn;
    events { worker_connections 4096; }
    http { access_log off; ${temporary.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')} include ${folder}/site.conf; }`;
  fs.writeFileSync(path.join(folder, 'site.conf'), site);
  fs.writeFileSync(path.join(folder, 'nginx.conf'), main);
  const child = spawn(
    'nginx',
    ['-c', path.join(folder, 'nginx.conf'), '-e', path.join(folder, 'error.log')],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  // Told to stop it ends its workers; killed it would leave them.
  const dying = endsWithUs(() => child.kill('SIGTERM'));
  const url = `http://127.0.0.1:${port}`;
  await eventually(() =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  return {
    url,
    async [Symbol.asyncDispose]() {
      dying.off();
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
