import { ghostPage } from './peers/ghost.ts';
import { PAGE_WORDS, writethruPage } from './peers/page-servers.ts';
import { pageOf } from './peers/wrk.ts';
import { atLeast, type Figure, type Scale } from './figures.ts';
import { cpu, figuresOf, inTurn, perSecond } from './served.ts';

/** The page of a story beside the same words as a post of Ghost, each with gzip as its server sends it. */
export async function benchGhost({ readers, rounds }: Scale): Promise<Figure[]> {
  await using ours = await writethruPage();
  await using ghost = await ghostPage(PAGE_WORDS.map((words) => `<p>${words}</p>`).join(''));
  const told = await inTurn([ghost, ours], readers, rounds);
  const [theirs, own] = [told.get(ghost)!, told.get(ours)!];
  return [
    { name: 'our page', value: (await pageOf(ours)).page.length / 1000, unit: 'KB' },
    { name: 'Ghost’s page', value: (await pageOf(ghost)).page.length / 1000, unit: 'KB' },
    ...figuresOf(ghost, theirs),
    ...figuresOf(ours, own),
    { name: 'Ghost’s CPU a request ÷ ours', value: cpu(theirs) / cpu(own), unit: '×' },
    atLeast('requests a second ÷ Ghost', perSecond(own) / perSecond(theirs), 200, 400),
  ];
}
