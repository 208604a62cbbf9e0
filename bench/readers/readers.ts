import net from 'node:net';

/** A process of readers: raw sockets, so that the readers cost little beside the server they measure. */
export type ReadersOrder = { url: string; path: string; readers: number } | { expect: number };

export type ReadersReport =
  | { type: 'open' }
  | { type: 'result'; lost: number; doubled: number; disordered: number; latencies: number[] };

/** Connections opened at a time, and how long the last events may need, ms. */
const AT_ONCE = 250;
const PATIENCE = 15_000;

type Reader = { last: number; count: number; rest: string };

const readers: Reader[] = [];
const latencies: number[] = [];
let doubled = 0;
let disordered = 0;

process.on('message', (order: ReadersOrder) => {
  if ('expect' in order) void report(order.expect);
  else void open(order);
});

async function open({ url, path, readers: wanted }: Extract<ReadersOrder, { url: string }>): Promise<void> {
  const { hostname, port } = new URL(url);
  while (readers.length < wanted) {
    const batch = Math.min(AT_ONCE, wanted - readers.length);
    await Promise.all(Array.from({ length: batch }, () => join(hostname, Number(port), path)));
  }
  process.send!({ type: 'open' } satisfies ReadersReport);
}

function join(host: string, port: number, path: string): Promise<void> {
  const reader: Reader = { last: 0, count: 0, rest: '' };
  readers.push(reader);
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host, port }, () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept: text/event-stream\r\n\r\n`);
    });
    socket.setEncoding('latin1');
    socket.on('error', reject);
    socket.on('data', (text: string) => {
      if (text.includes('event: beat')) resolve();
      take(reader, text);
    });
  });
}

function take(reader: Reader, text: string): void {
  const blocks = (reader.rest + text).split('\n\n');
  reader.rest = blocks.pop() ?? '';
  const now = Date.now();
  for (const block of blocks) {
    const at = block.indexOf('id: ');
    if (at < 0) continue;
    const id = Number.parseInt(block.slice(at + 4), 10);
    if (id === reader.last) doubled += 1;
    else if (reader.last > 0 && id !== reader.last + 1) disordered += 1;
    reader.last = id;
    reader.count += 1;
    const sent = /<p[^>]*>(\d{13}) /.exec(block.replaceAll('\\"', '"'))?.[1];
    if (sent) latencies.push(now - Number(sent));
  }
}

async function report(expect: number): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (readers.some((reader) => reader.count < expect) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const lost = readers.reduce((sum, reader) => sum + Math.max(0, expect - reader.count), 0);
  process.send!({ type: 'result', lost, doubled, disordered, latencies } satisfies ReadersReport);
}
