import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { queuesOf } from './queues.ts';

/** Where the system cannot share a port there is one queue alone. */
const shares = process.platform === 'linux';

test(
  'who comes to any queue of a server is answered by it, and none is left waiting when they close',
  {
    skip: !shares && 'ports cannot be shared here',
  },
  async () => {
    const backlog = 16;
    const server = http.createServer((_, response) => response.end('here'));
    server.listen({ host: '127.0.0.1', port: 0, reusePort: true, backlog });
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const where = { host: '127.0.0.1', port, backlog };
    const queues = queuesOf(server);
    await queues.open(where, 3);
    const agent = new http.Agent({ keepAlive: true, maxSockets: 40 });
    const ask = async (): Promise<string> => {
      const request = http.get({ ...where, agent });
      const [answer] = (await once(request, 'response')) as [http.IncomingMessage];
      return (await answer.setEncoding('utf8').toArray()).join('');
    };
    const answers = await Promise.all(Array.from({ length: 40 }, ask));
    assert.deepEqual([...new Set(answers)], ['here']);
    const own = await promisify(server.getConnections.bind(server))();
    assert.ok(own < 40, 'all came to the server’s own queue');
    const left = queues.close();
    server.close();
    server.closeIdleConnections();
    await left;
    agent.destroy();
    await assert.rejects(ask(), { code: 'ECONNREFUSED' });
  },
);

test(
  'beyond its bound a connection is closed at once, at whichever queue it comes to',
  { skip: !shares && 'ports cannot be shared here' },
  async () => {
    const server = http.createServer((_, response) => response.end('here'));
    const where = { host: '127.0.0.1', port: 0, backlog: 16 };
    server.listen({ ...where, reusePort: true });
    await once(server, 'listening');
    where.port = (server.address() as AddressInfo).port;
    const queues = queuesOf(server);
    await queues.open(where, 1);
    queues.bound(4);
    const sockets = Array.from({ length: 20 }, () => net.connect(where));
    const closed = sockets.map((socket) => once(socket.on('error', () => undefined).resume(), 'close'));
    const stillOpen = () => sockets.filter((socket) => !socket.destroyed);
    for (const until = Date.now() + 5000; stillOpen().length > 4 && Date.now() < until;) await pause(10);
    const open = stillOpen();
    assert.ok(open.length >= 2 && open.length <= 4, `${open.length} are open`);
    for (const socket of open) socket.destroy();
    await Promise.all(closed);
    const left = queues.close();
    server.close();
    await left;
  },
);
