import { once } from 'node:events';
import net, { type AddressInfo, type Socket } from 'node:net';

/** What stands between a node and its database: a line that can go silent. */
export type DatabaseLine = AsyncDisposable & {
  port: number;
  /** On connections that say they listen for notifications no byte comes any more, and none ends; new ones are as they were. How many. */
  deadenListeners(): number;
};

/** To the PostgreSQL that listens on a port of this machine. A connection's first message names what it is for, in plain text. */
export async function databaseLine(to: number): Promise<DatabaseLine> {
  const sockets = new Set<Socket>();
  const listeners = new Set<[Socket, Socket]>();
  const server = net.createServer((socket) => {
    const onward = net.connect(to, '127.0.0.1');
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
    socket.once('data', (startup: Buffer) => {
      if (startup.includes('writethru listener')) listeners.add([socket, onward]);
      onward.write(startup);
      socket.pipe(onward);
      onward.pipe(socket);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    deadenListeners() {
      let deadened = 0;
      for (const pair of listeners) {
        listeners.delete(pair);
        if (pair[0].destroyed) continue;
        deadened += 1;
        for (const socket of pair) socket.unpipe();
        // What still comes is read and lost, as by a firewall that forgot the connection.
        for (const socket of pair) socket.on('data', () => undefined);
      }
      return deadened;
    },
    async [Symbol.asyncDispose]() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
