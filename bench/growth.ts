import { recordAuthor } from '../src/commands/record-author.ts';
import { midmean, type Figure, type Scale } from './figures.ts';
import { fillSite, fillStory, OFTEN, SELDOM } from './growth/fill.ts';
import { growingHouse, type Engine, type House } from './growth/house.ts';
import { siteMeasures, storyMeasures, type Grown, type Measure } from './growth/measures.ts';

/** Updates of the stories, stories of the sites. */
const UPDATES = [10, 1000, 20_000];
const STORIES = [1000, 10_000, 100_000];

/** Taken of each figure before it is measured, while code is compiled and caches are filled. */
const WARM = 4;

/** What a tenfold growth may cost where no more is written out: a logarithm, and what a busy machine adds. */
const BOUNDED = 1.5;

/** Costs below this are the machine's own, ms. */
const NOISE = 1.5;

type Costs = Map<string, { most: number; at: Map<number, number> }>;

/** What everything costs as stories and sites grow, on both databases. */
export async function benchGrowth({ rounds }: Scale): Promise<Figure[]> {
  const sizes = { updates: UPDATES, stories: STORIES };
  return [...(await growthOn('sqlite', sizes, rounds)), ...(await growthOn('postgres', sizes, rounds))];
}

type Sizes = { updates: number[]; stories: number[] };

/** The same on one database, `rounds` samples of each figure. */
async function growthOn(engine: Engine, sizes: Sizes, rounds: number): Promise<Figure[]> {
  await using house = await growingHouse(engine);
  const stories: Grown[] = [];
  for (const updates of sizes.updates) {
    const slug = `grown-to-${updates}`;
    stories.push({ slug, id: await fillStory(house.newsroom, slug, updates), updates });
  }
  const ofStories = await storyCosts(house, stories, rounds);
  const ofSites = await siteCosts(house, stories.at(-1)!, sizes.stories, rounds);
  return [
    ...figures(`${engine}: story of`, 'updates', ofStories),
    ...figures(`${engine}: site of`, 'stories', ofSites),
  ];
}

/** The sizes in turn, so that a machine that is slow for a while is so to all of them, and each first in its turn: so is a rhythm. */
async function storyCosts(house: House, stories: Grown[], rounds: number): Promise<Costs> {
  await house.settle();
  const costs: Costs = new Map();
  const all = await Promise.all(stories.map((story) => storyMeasures(house, story)));
  for (const [at, { name, most }] of all[0]!.entries()) {
    const samples = stories.map((): number[] => []);
    for (let sample = -WARM; sample < rounds; sample += 1) {
      for (let turn = 0; turn < all.length; turn += 1) {
        const size = (turn + sample + WARM) % all.length;
        const ms = await once(house, all[size]![at]!);
        if (sample >= 0) samples[size]!.push(ms);
      }
    }
    const sizes = stories.map(({ updates }, size) => [updates, midmean(samples[size]!)] as const);
    costs.set(name, { most: most ?? BOUNDED, at: new Map(sizes) });
  }
  return costs;
}

async function siteCosts(house: House, large: Grown, sizes: number[], rounds: number): Promise<Costs> {
  for (const name of [OFTEN, SELDOM]) await recordAuthor(house.newsroom, 'bench', { name });
  const costs: Costs = new Map();
  let filled = 0;
  for (const stories of sizes) {
    const begun = performance.now();
    await fillSite(house.newsroom, filled, stories);
    const seconds = (performance.now() - begun) / 1000;
    console.log(`  filled to ${stories} stories in ${seconds.toFixed(0)} s`);
    filled = stories;
    await house.settle();
    for (const measure of await siteMeasures(house, 'story-7', large)) {
      const samples: number[] = [];
      for (let sample = -WARM; sample < rounds; sample += 1) {
        const ms = await once(house, measure);
        if (sample >= 0) samples.push(ms);
      }
      const known = costs.get(measure.name) ?? {
        most: measure.most ?? BOUNDED,
        at: new Map<number, number>(),
      };
      known.at.set(stories, midmean(samples));
      costs.set(measure.name, known);
    }
  }
  return costs;
}

async function once(house: House, { before, ask }: Measure): Promise<number> {
  await before?.(house);
  return ask(house);
}

/** Judged is the last step alone: before it a page is not full, and a cache not either. */
function figures(of: string, what: string, costs: Costs): Figure[] {
  return [...costs].map(([name, { most, at }]) => {
    const sizes = [...at.keys()];
    const [before, last] = [sizes.at(-2)!, sizes.at(-1)!];
    const [less, more] = [at.get(before)! + NOISE, at.get(last)! + NOISE];
    const perTenfold = (more / less) ** (1 / Math.log10(last / before));
    const told = sizes.map((size) => `${size}: ${at.get(size)!.toFixed(1)}`).join(', ');
    return {
      name: `${of} ${name} (${told} ms)`,
      value: perTenfold,
      unit: `× per tenfold ${what}`,
      goal: `≤ ${most}`,
      reached: perTenfold <= most,
    };
  });
}
