import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { test } from 'node:test';
import { commandLine } from '../../test/support/writethru.ts';

const program = path.join(import.meta.dirname, '..', '..', 'bin', 'writethru');

/** A server as the command line starts it, on a free port. */
async function started(folder: string) {
  const args = ['start', '--port', '0', '--workers', '1', '--sample', 'off', '--log-level', 'error'];
  const child = spawn(program, [...args, '--data-dir', folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let banner = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    banner += String(chunk);
    if (banner.includes('Ctrl-C')) break;
  }
  const [url = ''] = /http:\/\/127\.0\.0\.1:\d+/.exec(banner) ?? [];
  child.stdout.resume();
  return {
    url,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      return ((await ended) as [number | null])[0];
    },
  };
}

test('what is imported beside a running server reaches its readers, and a token made there is good at once', async () => {
  using cli = commandLine();
  const server = await started(cli.folder);
  const reading = new AbortController();
  const live = await fetch(`${server.url}/live`, { signal: reading.signal });
  const seen = (async () => {
    const decoder = new TextDecoder();
    let received = '';
    for await (const chunk of live.body!) {
      received += decoder.decode(chunk, { stream: true });
      if (received.includes('Ice on the Runway')) return true;
    }
    return false;
  })();
  const taken = await cli.run(['import', '-'], { input: 'Ice on the Runway\n\nThe airport is closed.\n' });
  assert.equal(taken.code, 0, taken.err);
  assert.ok(taken.out.endsWith(`\n${server.url}/stories/ice-on-the-runway\n`), 'on the port that it took');
  assert.equal(await seen, true);
  assert.equal((await fetch(`${server.url}/stories/ice-on-the-runway`)).status, 200);
  const { out: token } = await cli.run(['token', 'create', 'desk', '--scope', 'write']);
  const posted = await fetch(`${server.url}/api/v1/stories/ice-on-the-runway/updates`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token.trim()}`, 'content-type': 'application/json' },
    body: JSON.stringify({ markdown: 'It is open again.' }),
  });
  assert.equal(posted.status, 201);
  assert.match((await cli.run(['verify'])).out, /^ok stories 1 events 2 /);
  reading.abort();
  assert.equal(await server.stop(), 0);
});

test('a second server on the folder is refused in a sentence', async () => {
  using cli = commandLine();
  const server = await started(cli.folder);
  const second = await cli.run(['start', '--port', '0']);
  assert.deepEqual([second.code, second.out], [1, '']);
  assert.match(second.err, /^Another server \(process \d+\) holds the data folder/);
  assert.equal(await server.stop(), 0);
});
