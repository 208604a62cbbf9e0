import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { haveTools } from '../../bench/peers/tools.ts';
import { endsWithUs } from './ends-with-us.ts';
import { eventually } from './eventually.ts';
import { freePort } from './free-port.ts';

const FOR_OPERATORS = path.join(import.meta.dirname, '..', '..', 'deploy', 'nginx.conf');
const FOR_BODIES = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];

/** `deploy/nginx.conf` but for the nodes (`host:port` each), its folders and its port: those are this machine's. */
export function nginxFile(
  nodes: string[],
  { folder, port, keepFor = 5 }: { folder: string; port: number; keepFor?: number },
): string {
  const theirs = fs.readFileSync(FOR_OPERATORS, 'utf8');
  const [, how = ''] = /^ *server node1:8080 (.*)$/m.exec(theirs) ?? [];
  const servers = nodes.map((node) => `server ${node} ${how}\n`).join('');
  const temporary = FOR_BODIES.map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  return `daemon off;\npid ${folder}/pid;\nerror_log ${folder}/error.log warn;\n${theirs}`
    .replace('http {', `http {\n${temporary}`)
    .replace(/(^ *server node\d:8080 .*\n)+/m, servers)
    .replace('keepalive_timeout 5s', `keepalive_timeout ${keepFor}s`)
    .replaceAll('/var/log/nginx', folder)
    .replaceAll('/var/cache', folder)
    .replace('listen 80 ', `listen 127.0.0.1:${port} `)
    .replace('worker_processes auto', 'worker_processes 1');
}

/** nginx in front of nodes, as `deploy/nginx.conf` has it; idle connections to nodes are closed after `keepFor` seconds. */
export async function nginxBefore(
  nodes: string[],
  { keepFor }: { keepFor?: number } = {},
): Promise<AsyncDisposable & { url: string }> {
  haveTools('nginx');
  const port = await freePort();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'writethru-nginx-'));
  // Its workers may run as another user.
  fs.chmodSync(folder, 0o777);
  const file = path.join(folder, 'nginx.conf');
  const hosts = nodes.map((url) => new URL(url).host);
  fs.writeFileSync(file, nginxFile(hosts, { folder, port, ...(keepFor !== undefined && { keepFor }) }));
  const child = spawn('nginx', ['-c', file, '-e', path.join(folder, 'error.log')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // Told to stop it ends its workers; killed it would leave them.
  const dying = endsWithUs(() => child.kill('SIGTERM'));
  const url = `http://127.0.0.1:${port}`;
  await eventually(() =>
    fetch(url).then(
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
