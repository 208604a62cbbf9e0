import http, { type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';

/**
 * What is done to a request: answered in the server's place; `hold`: its answer comes when that resolves; `cut`: the line is torn
 * before its answer; `torn`: in the midst of it.
 */
export type Meddling =
  | { status: number; headers?: OutgoingHttpHeaders; body: string | Uint8Array }
  | { hold: Promise<unknown> }
  | 'cut'
  | 'torn'
  | null;

/** What stands between a browser and the newsroom's server: a proxy, a hotel's portal, a line that dies without a word. */
export type Between = AsyncDisposable & {
  url: string;
  /** Looked at for each request and each upgrade; null: it passes. */
  meddle: (request: { method: string; path: string }) => Meddling;
  /** The port requests go on to. */
  to: number;
  /** Lines that are open now stay open, and no byte comes on them any more; new ones are as they were. */
  deaden(): void;
};

export async function between(to: number): Promise<Between> {
  const dead = new Set<object>();
  const alive = new Set<object>();
  const sockets = new Set<Socket>();
  const server = http.createServer((request, response) => void pass(request, response));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  });
  const askedOf = ({ method = 'GET', url = '/' }: IncomingMessage) =>
    middle.meddle({ method, path: url.split('?')[0]! });

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const meddling = askedOf(request);
    if (meddling === 'cut') return void request.socket.destroy();
    if (typeof meddling === 'object' && meddling && 'status' in meddling) {
      return void response.writeHead(meddling.status, meddling.headers).end(meddling.body);
    }
    const { method, url: path, headers } = request;
    const onward = http.request({ port: middle.to, host: '127.0.0.1', method, path, headers });
    request.pipe(onward);
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    onward.on('response', (answer) => {
      void (async () => {
        if (typeof meddling === 'object') await meddling?.hold;
        alive.add(response);
        response.on('close', () => alive.delete(response));
        response.writeHead(answer.statusCode!, answer.headers);
        response.flushHeaders();
        if (meddling === 'torn') {
          answer.once('data', (piece: Buffer) =>
            response.write(piece.subarray(0, piece.length / 2), () => response.destroy()),
          );
          return;
        }
        answer.on('data', (piece) => dead.has(response) || response.write(piece));
        answer.on('end', () => dead.has(response) || response.end());
        answer.on('error', () => response.destroy());
        answer.on('close', () => answer.complete || dead.has(response) || response.destroy());
      })();
    });
  }

  server.on('upgrade', (request, socket: Socket, head: Buffer) => void passOn(request, socket, head));
  async function passOn(request: IncomingMessage, socket: Socket, head: Buffer): Promise<void> {
    const meddling = askedOf(request);
    if (meddling === 'cut') return void socket.destroy();
    if (typeof meddling === 'object' && meddling && 'hold' in meddling) await meddling.hold;
    const onward = net.connect(middle.to, '127.0.0.1', () => {
      const { rawHeaders } = request;
      const lines = Array.from({ length: rawHeaders.length / 2 }, (_, at) =>
        rawHeaders.slice(at * 2, at * 2 + 2).join(': '),
      );
      onward.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      socket.pipe(onward);
    });
    alive.add(socket);
    onward.on('data', (piece) => dead.has(socket) || socket.write(piece));
    onward.on('close', () => dead.has(socket) || socket.destroy());
    onward.on('error', () => socket.destroy());
    socket.on('close', () => {
      alive.delete(socket);
      onward.destroy();
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const middle: Between = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    meddle: () => null,
    to,
    deaden() {
      for (const line of alive) dead.add(line);
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return middle;
}
