import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Taken = { from: string; to: string[]; raw: string };

export type MailSink = AsyncDisposable & {
  url: string;
  taken: Taken[];
  /** The next letter that comes. */
  next(): Promise<Taken>;
};

/** A mail server that keeps what it is handed. */
export async function mailSink(): Promise<MailSink> {
  const taken: Taken[] = [];
  const waiting: ((letter: Taken) => void)[] = [];
  let handed = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        const letter = { from, to, raw: Buffer.concat(parts).toString('utf8') };
        taken.push(letter);
        const wanting = waiting.shift();
        if (wanting) {
          handed += 1;
          wanting(letter);
        }
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    next: async () => {
      const here = taken[handed];
      if (here) {
        handed += 1;
        return here;
      }
      return new Promise((resolve) => waiting.push(resolve));
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
