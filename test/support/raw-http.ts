import net from 'node:net';

/** What came back on the socket, of the last answer on it. */
export type RawAnswer = { status: number; head: string; body: string };

/**
 * Sends bytes as they are, for what no client library would send, and waits until the server closes: whole requests say
 * `Connection: close`. `breaksOff` closes our half behind the bytes. Nothing back is status 0.
 */
export function rawRequest(
  port: number,
  pieces: (string | Uint8Array)[],
  { breaksOff = false } = {},
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port, allowHalfOpen: true });
    const received: Buffer[] = [];
    const finish = (): void => {
      socket.destroy();
      resolve(parse(Buffer.concat(received)));
    };
    // A piece a turn, until there is an answer: bytes that find the server gone break the socket before what it said is read.
    const write = (at: number): void => {
      const piece = pieces[at];
      if (received.length > 0 || socket.destroyed) return;
      if (piece !== undefined) socket.write(piece, () => setImmediate(write, at + 1));
      else if (breaksOff) socket.end();
    };
    socket.on('connect', () => write(0));
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    socket.on('end', finish);
    // A server that refuses early closes while we still write: what it said counts.
    socket.on('error', (error) => (received.length > 0 ? finish() : reject(error)));
  });
}

function parse(bytes: Buffer): RawAnswer {
  const text = bytes.toString('utf8');
  const start = [...text.matchAll(/HTTP\/1\.1 \d{3} /g)].at(-1)?.index ?? 0;
  const [head = '', ...rest] = text.slice(start).split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0), head, body: rest.join('\r\n\r\n') };
}
