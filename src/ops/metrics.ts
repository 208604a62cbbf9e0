import { monitorEventLoopDelay } from 'node:perf_hooks';
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
  if (ofProcess) collectDefaultMetrics({ register: registry, prefix: 'writethru_' });
  registry.registerMetric(totalOf(streams));
  registry.registerMetric(byStory(streams));
  registry.registerMetric(loopDelay());
  return {
    requests: new Histogram({
      name: 'writethru_http_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['route', 'method', 'status'],
      buckets: SECONDS,
      registers,
    }),
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

function loopDelay(): Gauge {
  const loop = monitorEventLoopDelay({ resolution: 10 });
  loop.enable();
  return new Gauge({
    name: 'writethru_event_loop_delay_seconds',
    help: 'Event loop delay, 99th percentile since the last look, worst thread',
    registers: [],
    aggregator: 'max',
    collect() {
      this.set(Math.max(0, loop.percentile(99)) / 1e9);
      loop.reset();
    },
  });
}

/** All threads' figures as one text (Prometheus exposition format 0.0.4). */
export async function metricsText(ofThreads: MetricObject[][]): Promise<string> {
  return AggregatorRegistry.aggregate(ofThreads).metrics();
}

export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8';
