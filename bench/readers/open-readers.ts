import { fork } from 'node:child_process';
import path from 'node:path';
import type { ReadersOrder, ReadersReport } from './readers.ts';

/** Readers in a process of their own, each with a stream. */
export type OpenReaders = {
  /** Waits until each has had so many events since it came, and ends them. */
  had(events: number): Promise<Extract<ReadersReport, { type: 'result' }>>;
};

/** Opens so many streams of `path`; resolves once all are open. */
export async function openReaders(url: string, stream: string, readers: number): Promise<OpenReaders> {
  const child = fork(path.join(import.meta.dirname, 'readers.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  const heard = (type: ReadersReport['type']): Promise<ReadersReport> =>
    new Promise((resolve, reject) => {
      child.once('exit', () => reject(new Error('the readers ended')));
      child.on('message', (report: ReadersReport) => {
        if (report.type === type) resolve(report);
      });
    });
  const opened = heard('open');
  child.send({ url, path: stream, readers } satisfies ReadersOrder);
  await opened;
  return {
    async had(events) {
      const result = heard('result');
      child.send({ expect: events } satisfies ReadersOrder);
      const report = await result;
      child.kill();
      if (report.type !== 'result') throw new Error('the readers gave no result');
      return report;
    },
  };
}
