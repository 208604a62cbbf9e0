import { slugOf } from '../../src/domain/slug.ts';
import { COMMON, EVERYWHERE, OFTEN, QUIET, RARE, SELDOM } from './fill.ts';
import type { House } from './house.ts';

/** One thing that is asked again and again while what is kept grows. `before` is not measured. */
export type Measure = {
  name: string;
  before?: (house: House) => Promise<unknown>;
  ask: (house: House) => Promise<number>;
  /** Times per tenfold growth that are let pass: a logarithm, unless what is written out grows itself. */
  most?: number;
};

/** A story as a bench knows it. */
export type Grown = { slug: string; id: string; updates: number };

/** What grows with a story's updates. Each page is made anew: something was posted before. */
export async function storyMeasures(house: House, { slug, id }: Grown): Promise<Measure[]> {
  const path = `/stories/${slug}`;
  const { storage } = house.newsroom;
  const head = async (): Promise<number> => (await storage.findStory({ id }))?.seq ?? 0;
  const middle = Math.ceil((await head()) / 2);
  const [update] = (await storage.snapshot(id, { order: 'newest', limit: 1, after: middle }))?.updates ?? [];
  const before = (): Promise<unknown> => house.post(slug);
  const page = (name: string, query: string): Measure => ({
    name,
    before,
    ask: () => house.get(`${path}${query}`),
  });
  return [
    { name: 'publish (API)', ask: () => house.post(slug) },
    page('first page, made anew', ''),
    page('a page in the middle', `?page=${middle}`),
    page('oldest first', '?order=oldest'),
    page('key events alone', '?only=key'),
    page('one author', '?author=Reporter+1'),
    page('search in the story, a rare word', `?q=${RARE}`),
    page('search in the story, a common word', `?q=${COMMON}`),
    page('search in the story, two words', `?q=${EVERYWHERE}+${COMMON}`),
    page('search in the story, a common and a rare word', `?q=${COMMON}+${RARE}`),
    page('an update of its own', `/updates/${update?.id ?? ''}`),
    page('feed', '/feed.xml'),
    page('history of its top', '/history'),
    {
      name: 'a stream from 5 events ago',
      before,
      ask: async () => house.stream(`${path}/live?after=${(await head()) - 5}`, 5),
    },
    page('events.json from far back', '/events.json?after=1'),
    page('events.json from half way', `/events.json?after=${middle}`),
    { name: 'the desk’s screen of it', before, ask: () => house.desk(`/stories/${id}`) },
    {
      name: 'the desk, updates in the middle',
      before,
      ask: () => house.desk(`/stories/${id}/updates?before=${middle}`),
    },
    { name: 'the desk’s activity on it', before, ask: () => house.desk(`/activity?story=${id}`) },
    // Written out whole, a tenfold costs ten times as much, and the logarithm is on top.
    { ...page('story JSON, whole', '.json'), most: 13 },
  ];
}

/** What grows with a site's stories. `slug` is one of the stories that are live, `large` one of many updates. */
export async function siteMeasures(house: House, slug: string, large: Grown): Promise<Measure[]> {
  const { storage } = house.newsroom;
  const before = (): Promise<unknown> => house.post(slug);
  const page = (name: string, path: string): Measure => ({ name, before, ask: () => house.get(path) });
  const desk = (name: string, path: string): Measure => ({ name, before, ask: () => house.desk(path) });
  const next = (await storage.frontPage(60)).next?.replaceAll(' ', '~') ?? '';
  return [
    { name: 'publish (API)', ask: () => house.post(slug) },
    page('a story’s page, made anew', `/stories/${slug}`),
    page('front page', '/'),
    page('front page, far on', `/?page=${next}`),
    page('a section', '/sections/politics'),
    page('a section of few stories', `/sections/${QUIET.toLowerCase()}`),
    page('search, a rare word', `/search?q=${RARE}`),
    page('search, a word of headlines', `/search?q=${EVERYWHERE}`),
    page('search, a word of texts alone', `/search?q=${COMMON}`),
    page('search, a common and a rare word', `/search?q=${COMMON}+${RARE}`),
    page('search, two common words', `/search?q=${EVERYWHERE}+${COMMON}`),
    {
      name: 'search in one story',
      before: () => house.post(large.slug),
      ask: () => house.get(`/stories/${large.slug}?q=${COMMON}+${RARE}`),
    },
    page('search, no such word', '/search?q=nowheretobefound'),
    page('feed', '/feed.xml'),
    page('an author of many stories', `/authors/${slugOf(OFTEN)}`),
    page('an author of few stories', `/authors/${slugOf(SELDOM)}`),
    page('news sitemap', '/news-sitemap.xml'),
    { name: 'the API’s list of stories', before, ask: () => house.api('/stories') },
    {
      name: 'the front page’s stream from 5 events ago',
      before,
      ask: async () => house.stream(`/live?after=${(await storage.position()) - 5}`, 5),
    },
    desk('the desk’s list', '/stories'),
    desk('the desk’s list of live stories', '/stories?state=live'),
    desk('the desk’s list, paused ones', '/stories?state=paused'),
    desk('the desk’s list, a word', `/stories?q=${EVERYWHERE}`),
    desk('the desk’s list, a rare word', '/stories?q=story-7'),
    desk('the desk’s search', `/search?q=${EVERYWHERE}`),
    desk('the desk’s activity', '/activity'),
    desk('the desk’s activity of one', '/activity?actor=bench'),
    desk('the desk’s activity of a kind', '/activity?kind=talk'),
    desk('the desk’s drafts', '/drafts'),
    { ...page('sitemap, whole', '/sitemap.xml'), most: 13 },
  ];
}
