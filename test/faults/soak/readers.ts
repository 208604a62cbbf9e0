import net from 'node:net';

/** Readers who come and go, in a process of their own; `stay`: come no more, and wait until all have the event. */
export type ChurnOrder =
  | { port: number; path: string; readers: number; head: number }
  | { stay: true; head: number }
  | 'figures';

/** Events wrong so far, of all readers; `came`: connections there were; `behind`: readers that lack the last event. */
export type ChurnReport = {
  open: number;
  came: number;
  refused: number;
  lost: number;
  doubled: number;
  cutOff: number;
  behind: number;
};

/** Half of them leave within so long, ms. */
const STAYS = 14_000;

/** One in so many reads nothing for a while, at most so long, ms. */
const SLOW = 25;
const READS_NOTHING = 90_000;

/** How long a reader may need to have the last event, ms. */
const PATIENCE = 60_000;

type Reader = { last: number; rest: string; socket: net.Socket | null; leaves: boolean };

const readers: Reader[] = [];
const told: ChurnReport = { open: 0, came: 0, refused: 0, lost: 0, doubled: 0, cutOff: 0, behind: 0 };
let [port, path, staying] = [0, '', false];

process.on('message', (order: ChurnOrder) => {
  if (order === 'figures') return void process.send!(told);
  if ('stay' in order) return void settle(order.head);
  ({ port, path } = order);
  for (let count = 0; count < order.readers; count += 1) {
    const reader: Reader = { last: order.head, rest: '', socket: null, leaves: false };
    readers.push(reader);
    setTimeout(() => join(reader), (count / order.readers) * 10_000);
  }
});

/** Comes, resuming where it was; reads or does not; goes, and comes back. */
function join(reader: Reader): void {
  reader.rest = '';
  reader.leaves = false;
  const socket = net.connect({ host: '127.0.0.1', port });
  reader.socket = socket;
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nLast-Event-ID: ${reader.last}\r\n\r\n`,
  );
  told.came += 1;
  told.open += 1;
  socket.setEncoding('latin1');
  socket.on('data', (text: string) => take(reader, text));
  socket.on('error', () => undefined);
  socket.on('close', () => {
    told.open -= 1;
    if (!reader.leaves) told.cutOff += 1;
    setTimeout(() => join(reader), 200 + Math.random() * 800);
  });
  const slow = !staying && Math.random() < 1 / SLOW;
  if (slow) {
    socket.pause();
    setTimeout(() => socket.resume(), Math.random() * READS_NOTHING);
  }
  const stays = slow ? READS_NOTHING : -Math.log(Math.random()) * (STAYS / Math.LN2);
  setTimeout(() => {
    if (staying) return;
    reader.leaves = true;
    socket.destroy();
  }, stays);
}

function take(reader: Reader, text: string): void {
  if (reader.rest === '' && text.startsWith('HTTP/1.1 ') && !text.startsWith('HTTP/1.1 200'))
    told.refused += 1;
  const blocks = (reader.rest + text).split('\n\n');
  reader.rest = blocks.pop() ?? '';
  for (const block of blocks) {
    const at = block.indexOf('id: ');
    if (at < 0) continue;
    const id = Number.parseInt(block.slice(at + 4), 10);
    if (id <= reader.last) told.doubled += 1;
    else told.lost += id - reader.last - 1;
    reader.last = Math.max(reader.last, id);
  }
}

async function settle(head: number): Promise<void> {
  staying = true;
  for (const { socket } of readers) socket?.resume();
  const end = Date.now() + PATIENCE;
  const behind = (): number => readers.filter(({ last }) => last < head).length;
  while (behind() > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 100));
  process.send!({ ...told, behind: behind() } satisfies ChurnReport);
}
