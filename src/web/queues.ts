import { once } from 'node:events';
import type { Server } from 'node:http';
import net from 'node:net';

export type Where = { host: string; port: number; backlog: number };

/** The sockets that a server listens at: its own, and further ones. */
export type Queues = {
  /** Opens so many further ones. The server itself listens there already, and shares the port (`SO_REUSEPORT`). */
  open(where: Where, count: number): Promise<void>;
  /** Connections there may be at a time, in all: of more each is closed at once, before it costs anything. */
  bound(most: number): void;
  /** Takes nobody any more; resolves when all who came this way have left. */
  close(): Promise<void>;
};

/**
 * Lets more connections wait than the system lets wait at one socket (`net.core.somaxconn`: 4096, as Linux comes). Of ten
 * thousand who come at once the others would be heard a second later, when they knock again. The system spreads them.
 */
export function queuesOf(server: Server): Queues {
  const open: net.Server[] = [];
  return {
    bound(most) {
      // The system spreads connections as evenly as chance does.
      for (const queue of [server, ...open]) queue.maxConnections = Math.ceil(most / (open.length + 1));
    },
    async open({ host, port, backlog }, count) {
      for (let index = 0; index < count; index += 1) {
        // As `node:http` takes them.
        const queue = net.createServer({ allowHalfOpen: true, noDelay: true }, (socket) =>
          server.emit('connection', socket),
        );
        queue.listen({ host, port, backlog, reusePort: true });
        await once(queue, 'listening');
        open.push(queue);
      }
    },
    async close() {
      await Promise.all(open.splice(0).map((queue) => new Promise((resolve) => queue.close(resolve))));
    },
  };
}
