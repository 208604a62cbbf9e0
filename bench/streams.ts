import { openReaders } from './readers/open-readers.ts';
import { nought, percentile, type Figure, type Scale } from './figures.ts';
import { benchSite, post } from './site.ts';
import { someText } from './words.ts';

const EVENTS = 30;
const BURST = 10;

/** 5,000 open streams on two threads: is each event there once, in order, and how soon? */
export async function benchStreams({ readers }: Scale): Promise<Figure[]> {
  await using site = await benchSite({ streams: 5 }, { WORKERS: '2' });
  const opened = await openReaders(site.server.url, '/stories/streams/live', readers);
  const publishing: number[] = [];
  for (let event = 0; event < EVENTS; event += 1) {
    publishing.push(await post(site, 'streams', `${Date.now()} ${someText(400, event)}`));
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  await Promise.all(
    Array.from({ length: BURST }, (_, event) =>
      post(site, 'streams', `${Date.now()} ${someText(400, event)}`),
    ),
  );
  const { lost, doubled, disordered, latencies } = await opened.had(EVENTS + BURST);
  return [
    { name: 'readers', value: readers, unit: 'streams' },
    nought('events lost, of all deliveries', lost),
    nought('events doubled, of all deliveries', doubled),
    nought('events out of order, of all deliveries', disordered),
    { name: 'sent to received, median', value: percentile(latencies, 0.5), unit: 'ms' },
    { name: 'sent to received, p99', value: percentile(latencies, 0.99), unit: 'ms' },
    { name: 'post acknowledged with all readers, p99', value: percentile(publishing, 0.99), unit: 'ms' },
  ];
}
