import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitingRoom } from './waiting-room.ts';

test('while a server starts, a browser is shown a page that asks again, and whatever watches gets its status', async () => {
  const room = await waitingRoom('127.0.0.1', 0);
  const ask = (path: string, accept: string) =>
    fetch(`http://127.0.0.1:${room.port}${path}`, { headers: { accept } });
  const page = await ask('/stories/river', 'text/html,*/*;q=0.8');
  assert.equal(page.status, 503);
  assert.ok(Number(page.headers.get('retry-after')) > 0);
  assert.match(`${page.headers.get('content-type')}`, /^text\/html/);
  assert.match(await page.text(), /http-equiv="refresh".*The server is starting/);
  const ready = await ask('/readyz', '*/*');
  assert.equal(ready.status, 503);
  assert.deepEqual(await ready.json(), { status: 'starting' });
  const alive = await ask('/healthz', '*/*');
  assert.deepEqual([alive.status, await alive.json()], [200, { status: 'ok' }]);
  await room.close();
});
