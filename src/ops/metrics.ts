import { monitorEventLoopDelay } from 'node:perf_hooks';
import { threadId } from 'node:worker_threads';
import {
  AggregatorRegistry,
  Counter,
  Gauge,
  Histogram,
  Registry,
  collectDefaultMetrics,
  type MetricObject,
} from 'prom-client';

/** What one thread counts; readers are counted, never followed. */
export type Metrics = {
  requests: Histogram<'route' | 'method' | 'status'>;
  /** An answer that was made before was given again, before a request was looked at any further. */
  givenAgain(route: string, status: number): void;
  streamsEnded: Counter<'why'>;
  /** How often a cache before us was told what changed, and how often it could not be. */
  purges: Counter<'result'>;
  /** One thread's figures, ready to be sent to another. */
  snapshot(): Promise<MetricObject[]>;
};

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];

/** `streams` gives how many streams are open in this thread, by story. */
export function createMetrics(streams: () => Map<string, number>, { ofProcess = false } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  // CPU and memory are the process's: one thread tells them for all.
  if (ofProcess) collectOfProcess(registry);
  registry.registerMetric(totalOf(streams));
  registry.registerMetric(byStory(streams));
  for (const gauge of [...loopDelays(), ...memories()]) registry.registerMetric(gauge);
  const again = givenAgain();
  registry.registerMetric(again.counter);
  return {
    requests: new Histogram({
      name: 'writethru_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['route', 'method', 'status'],
      buckets: SECONDS,
      registers,
    }),
    givenAgain: again.count,
    streamsEnded: new Counter({
      name: 'writethru_streams_ended_total',
      help: 'Streams that ended, by why',
      labelNames: ['why'],
      registers,
    }),
    purges: new Counter({
      name: 'writethru_purges_total',
      help: 'Times a cache before this server was told what changed, by result: told or failed',
      labelNames: ['result'],
      registers,
    }),
    snapshot: () => registry.getMetricsAsJSON(),
  };
}

/** Counted by hand, and told when somebody looks: they are given some ten thousand times a second. */
function givenAgain(): { counter: Counter<'route' | 'status'>; count(route: string, status: number): void } {
  const counts = new Map<string, Map<number, number>>();
  const counter = new Counter({
    name: 'writethru_answers_given_again_total',
    help: 'Answers that were kept and given again, before a request was looked at any further',
    labelNames: ['route', 'status'],
    registers: [],
    collect() {
      for (const [route, statuses] of counts)
        for (const [status, count] of statuses) this.inc({ route, status }, count);
      counts.clear();
    },
  });
  const count = (route: string, status: number): void => {
    let statuses = counts.get(route);
    if (!statuses) counts.set(route, (statuses = new Map()));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  return { counter, count };
}

function totalOf(streams: () => Map<string, number>): Gauge {
  return new Gauge({
    name: 'writethru_streams_open',
    help: 'Open streams',
    registers: [],
    collect() {
      this.set(
        streams()
          .values()
          .reduce((sum, count) => sum + count, 0),
      );
    },
  });
}

/** Of stories that somebody reads: as many series as there are, and no more. */
function byStory(streams: () => Map<string, number>): Gauge<'story'> {
  return new Gauge({
    name: 'writethru_story_streams_open',
    help: 'Open streams of a story, by its id; "site" is the front page',
    labelNames: ['story'],
    registers: [],
    collect() {
      this.reset();
      for (const [story, count] of streams()) if (count > 0) this.set({ story }, count);
    },
  });
}

/** The library's look at the event loop is left out: its timer would wake an idle server, and it sees one thread alone. */
function collectOfProcess(registry: Registry): void {
  const prefix = 'writethru_';
  collectDefaultMetrics({ prefix, register: registry, eventLoopMonitoringPrecision: 3_600_000 });
  for (const { name } of registry.getMetricsAsArray())
    if (name.startsWith(`${prefix}nodejs_eventloop_lag`)) registry.removeSingleMetric(name);
}

/**
 * Each thread answers by an event loop of its own: who is slow is told by its number. Each turn of it is measured, so that
 * nothing that kept everything else waiting is missed, and a thread with nothing to do sleeps.
 */
function loopDelays(): Gauge<'thread'>[] {
  const loop = monitorEventLoopDelay({ samplePerIteration: true });
  loop.enable();
  const told = { p99: 0, max: 0 };
  const gauge = (name: string, help: string, of: keyof typeof told): Gauge<'thread'> =>
    new Gauge({
      name,
      help,
      labelNames: ['thread'],
      registers: [],
      collect() {
        // The first that is asked reads both, and begins anew.
        if (of === 'p99') {
          told.p99 = loop.percentile(99) / 1e9;
          told.max = loop.max / 1e9;
          loop.reset();
        }
        this.set({ thread: String(threadId) }, told[of]);
      },
    });
  return [
    gauge(
      'writethru_event_loop_delay_seconds',
      'How long a turn of a thread’s event loop kept all else waiting since the last look, 99th percentile',
      'p99',
    ),
    gauge(
      'writethru_event_loop_delay_max_seconds',
      'How long a turn of a thread’s event loop kept all else waiting since the last look, longest',
      'max',
    ),
  ];
}

/** The process's own figures tell of the first thread's heap alone. */
const memories = (): Gauge<'thread'>[] => [
  memory('writethru_heap_used_bytes', 'JavaScript heap a thread uses', 'heapUsed'),
  memory('writethru_external_memory_bytes', 'Memory of a thread beside its heap', 'external'),
];

function memory(name: string, help: string, of: 'heapUsed' | 'external'): Gauge<'thread'> {
  return new Gauge({
    name,
    help,
    labelNames: ['thread'],
    registers: [],
    collect() {
      this.set({ thread: String(threadId) }, process.memoryUsage()[of]);
    },
  });
}

/** All threads' figures as one text (Prometheus exposition format 0.0.4). */
export async function metricsText(ofThreads: MetricObject[][]): Promise<string> {
  return AggregatorRegistry.aggregate(ofThreads).metrics();
}

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';
