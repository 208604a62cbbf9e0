import http from 'node:http';
import { atMost, median, type Figure, type Scale } from './figures.ts';
import { benchSite, post, type BenchSite } from './site.ts';

const PER_ROUND = 40;
const FEW = 'with-20';
const MANY = 'with-2000';

/** The first page of a story with 2,000 updates beside one with 20, from the cache and made anew after a post, in turn. */
export async function benchPages({ rounds }: Scale): Promise<Figure[]> {
  await using site = await benchSite({ [FEW]: 20, [MANY]: 2000 });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const cached: Record<string, number[]> = { [FEW]: [], [MANY]: [] };
  const fresh: Record<string, number[]> = { [FEW]: [], [MANY]: [] };
  const sizes: Record<string, number> = {};
  for (const slug of [FEW, MANY]) sizes[slug] = (await page(site, agent, slug)).bytes;
  for (let round = 0; round < rounds; round += 1) {
    for (const slug of [FEW, MANY]) {
      await post(site, slug, `Round ${round}.`);
      fresh[slug]!.push((await page(site, agent, slug)).ms);
      for (let count = 0; count < PER_ROUND; count += 1)
        cached[slug]!.push((await page(site, agent, slug)).ms);
    }
  }
  agent.destroy();
  const ratio = (samples: Record<string, number[]>): number => median(samples[MANY]!) / median(samples[FEW]!);
  return [
    { name: 'page with 20 updates, from the cache, median', value: median(cached[FEW]!), unit: 'ms' },
    { name: 'page with 20 updates, after a post, median', value: median(fresh[FEW]!), unit: 'ms' },
    { name: 'page with 2,000 updates, after a post, median', value: median(fresh[MANY]!), unit: 'ms' },
    { name: 'bytes of the first page, 2,000 ÷ 20', value: sizes[MANY]! / sizes[FEW]!, unit: '×' },
    atMost('time from the cache, 2,000 ÷ 20', ratio(cached), 1.2, 1),
    // 20 updates fill less than a page of 50: what is left above 1 is the other thirty.
    { name: 'time after a post, 2,000 ÷ 20', value: ratio(fresh), unit: '×' },
  ];
}

function page(
  { server }: BenchSite,
  agent: http.Agent,
  slug: string,
): Promise<{ ms: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const headers = { 'accept-encoding': 'gzip' };
    http
      .get(`${server.url}/stories/${slug}`, { agent, headers }, (response) => {
        let bytes = 0;
        response.on('data', (data: Buffer) => (bytes += data.length));
        response.on('end', () => {
          if (response.statusCode === 200) resolve({ ms: performance.now() - begun, bytes });
          else reject(new Error(`${response.statusCode} for ${slug}`));
        });
      })
      .on('error', reject);
  });
}
