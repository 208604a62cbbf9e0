import { staticPage, writethruPage, type PageServer } from './peers/page-servers.ts';
import { askFor, pageOf, type Served } from './peers/wrk.ts';
import { atLeast, atMost, median, type Figure, type Scale } from './figures.ts';

const SECONDS = 4;

/** A page of 60 KB with gzip, as readers get it from one thread, beside the same page as a compressed file of nginx. */
export async function benchServed({ readers, rounds }: Scale): Promise<Figure[]> {
  await using ours = await writethruPage();
  const { page, zipped } = await pageOf(ours);
  await using file = await staticPage(page);
  const told = await inTurn([file, ours], readers, rounds);
  const [theirs, own] = [told.get(file)!, told.get(ours)!];
  return [
    { name: 'the page', value: page.length / 1000, unit: 'KB' },
    { name: 'the page with gzip, as we send it', value: zipped / 1000, unit: 'KB' },
    { name: 'the page with gzip, as nginx has it', value: (await pageOf(file)).zipped / 1000, unit: 'KB' },
    ...figuresOf(file, theirs),
    ...figuresOf(ours, own),
    atLeast('requests a second ÷ nginx static', perSecond(own) / perSecond(theirs), 0.6, 0.7),
    atMost('CPU a request ÷ nginx static', cpu(own) / cpu(theirs), 1.5, 1.2),
  ];
}

export const perSecond = (told: Served[]): number => median(told.map((one) => one.perSecond));
export const cpu = (told: Served[]): number => median(told.map((one) => one.cpu));

export const figuresOf = ({ name }: PageServer, told: Served[]): Figure[] => [
  { name: `${name}: requests`, value: perSecond(told), unit: 'a second' },
  { name: `${name}: CPU a request`, value: cpu(told), unit: 'µs' },
];

/** Each in turn, after a round that is not counted: a server that has just been started compiles what it runs. */
export async function inTurn(
  servers: PageServer[],
  connections: number,
  rounds: number,
): Promise<Map<PageServer, Served[]>> {
  const told = new Map<PageServer, Served[]>(servers.map((server) => [server, []]));
  for (const server of servers) await askFor(server, connections, SECONDS);
  for (let round = 0; round < rounds; round += 1)
    for (const server of servers) told.get(server)!.push(await askFor(server, connections, SECONDS));
  return told;
}
