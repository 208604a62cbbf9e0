import { crowd, type Coding, type Told } from './peers/crowd.ts';
import { writethru } from './peers/servers.ts';
import { atMost, nought, type Figure, type Scale } from './figures.ts';

/** Of an event's own words: a line, and what an editor writes at two in the morning. */
const SIZES = [200, 1200];
const EVENTS = 40;
/** ms between events: far enough apart that none shares a write with the next. */
const EVERY = 150;

/** What an event costs on the wire for readers who ask for gzip beside the same events as they are, through the whole product. */
export async function benchWire({ readers, rounds }: Scale): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (let round = 0; round < rounds; round += 1)
    for (const bytes of SIZES) figures.push(...(await at(bytes, readers)));
  return figures;
}

async function at(bytes: number, readers: number): Promise<Figure[]> {
  const run = async (coding: Coding): Promise<Told> => {
    await using target = await writethru(2).start();
    return await crowd(target, { events: EVENTS, every: EVERY, bytes, readers, pinned: false, coding });
  };
  const [plain, zipped] = [await run('identity'), await run('gzip')];
  const about = `words of ${bytes} bytes`;
  return [
    nought(`${about}: events lost, doubled or not readable`, wrong(plain) + wrong(zipped)),
    { name: `${about}: an event on the wire, identity`, value: each(plain), unit: 'bytes' },
    { name: `${about}: an event on the wire, gzip`, value: each(zipped), unit: 'bytes' },
    { name: `${about}: gzip ÷ the words alone`, value: each(zipped) / bytes, unit: '×' },
    atMost(`${about}: gzip ÷ identity`, each(zipped) / each(plain), 0.4, 0.15),
  ];
}

const each = ({ bytes, delivered }: Told): number => bytes / delivered;
const wrong = ({ lost, doubled, broken, refused }: Told): number => lost + doubled + broken + refused;
