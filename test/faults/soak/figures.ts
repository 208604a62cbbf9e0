/** What the server told of itself at one moment; bytes, seconds, counts. */
export type Sample = {
  at: number;
  readers: number;
  memory: number;
  heap: number;
  external: number;
  files: number;
  delayP99: number;
  delayMax: number;
};

const NAMES = {
  readers: 'writethru_streams_open',
  memory: 'writethru_process_resident_memory_bytes',
  heap: 'writethru_heap_used_bytes',
  external: 'writethru_external_memory_bytes',
  files: 'writethru_process_open_fds',
  delayP99: 'writethru_event_loop_delay_seconds',
  delayMax: 'writethru_event_loop_delay_max_seconds',
} as const;

const WORST = new Set(['delayP99', 'delayMax']);

/** Reads `/metrics`: what each thread tells of itself is added up, or the worst of it taken. */
export async function sampled(url: string, begun: number): Promise<Sample> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const entries = Object.entries(NAMES).map(([name, metric]) => {
    const values = text
      .split('\n')
      .filter((line) => line.startsWith(`${metric} `) || line.startsWith(`${metric}{`))
      .map((line) => Number(line.split(' ').at(-1)));
    if (values.length === 0) throw new Error(`the server tells no ${metric}`);
    return [name, WORST.has(name) ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0)];
  });
  return { at: (performance.now() - begun) / 1000, ...Object.fromEntries(entries) } as Sample;
}

/** How much a quantity grows a second, by least squares. */
export function slope(points: readonly (readonly [seconds: number, value: number])[]): number {
  const [x, y] = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis]!, 0) / points.length);
  const along = points.reduce((sum, [at]) => sum + (at - x!) ** 2, 0);
  return points.reduce((sum, [at, value]) => sum + (at - x!) * (value - y!), 0) / along;
}

const mb = (bytes: number): string => (bytes / 1e6).toFixed(0).padStart(4);

export const line = ({ at, readers, memory, heap, external, files, delayP99, delayMax }: Sample): string =>
  `${(at / 60).toFixed(1).padStart(5)} min  readers ${String(readers).padStart(5)}  memory ${mb(memory)} MB  heap ${mb(heap)} MB  external ${mb(external)} MB  files ${String(files).padStart(5)}  event loop p99 ${(delayP99 * 1000).toFixed(0)} ms, max ${(delayMax * 1000).toFixed(0)} ms`;
