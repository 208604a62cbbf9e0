import { fork } from 'node:child_process';
import path from 'node:path';
import type { CrowdOrder, CrowdReport } from './crowd.ts';

/** Readers in a process of their own, each with a stream. */
export type Crowd = {
  /** Waits until each has had so many events since it came, and ends them. */
  had(events: number): Promise<Extract<CrowdReport, { type: 'result' }>>;
};

/** Opens so many streams of `path`; resolves once all are open. */
export async function aCrowd(url: string, stream: string, readers: number): Promise<Crowd> {
  const crowd = fork(path.join(import.meta.dirname, 'crowd.ts'), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    execArgv: [],
  });
  const heard = (type: CrowdReport['type']): Promise<CrowdReport> =>
    new Promise((resolve, reject) => {
      crowd.once('exit', () => reject(new Error('the crowd of readers ended')));
      crowd.on('message', (report: CrowdReport) => {
        if (report.type === type) resolve(report);
      });
    });
  const opened = heard('open');
  crowd.send({ url, path: stream, readers } satisfies CrowdOrder);
  await opened;
  return {
    async had(events) {
      const result = heard('result');
      crowd.send({ expect: events } satisfies CrowdOrder);
      const report = await result;
      crowd.kill();
      if (report.type !== 'result') throw new Error('the crowd gave no result');
      return report;
    },
  };
}
