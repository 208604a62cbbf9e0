import fs from 'node:fs';
import path from 'node:path';
import type { Site } from './site.ts';
import { addressOf, ENGLISH, type Words } from './night/words.ts';

/** A story with something of everything that a page can show, in a newsroom that set what can be set. */
export type FullStory = {
  slug: string;
  words: Words;
  /** A plain update, one that was corrected and is pinned, one that was retracted. */
  plain: string;
  corrected: string;
  retracted: string;
};

const drawn = (name: string): Buffer =>
  fs.readFileSync(path.join(import.meta.dirname, '..', '..', 'src', 'sample', 'pictures', `${name}.jpg`));

export async function openFullStory(site: Site, words: Words = ENGLISH): Promise<FullStory> {
  const { headlines, deks, says, statement, paragraph, long, short, was, is, reason, author } = words;
  await site.call('PATCH /site', {
    lang: words.lang,
    tagline: deks[0],
    colours: {
      light: { accent: '#0b5a4a', live: '#b4121d', ink: '#101820' },
      dark: { accent: '#7fd6c0', live: '#ff8078', ink: '#f0f0f0' },
    },
    contact: 'mailto:desk@example.org',
  });
  await site.call('PUT /pages/about', { title: short, markdown: `${paragraph}\n\n## ${short}\n\n- ${is}` });
  await site.call(`PUT /authors/${addressOf(author)}`, { name: author, role: words.section, bio: short });
  const told = { alt: short, caption: is, credit: 'Jonas Weil/AP' };
  const berth = await site.picture(drawn('berth'), told);
  const dawn = await site.picture(drawn('dawn'), told);
  const { slug } = await site.call('POST /stories', {
    headline: headlines[0],
    dek: deks[0],
    lead: {
      markdown: `${paragraph.repeat(2)}\n\n${statement(says[0]!)}\n\n## ${short}\n\n- ${is}\n- [${short}](https://example.org/a/long/address)\n\n${paragraph}`,
    },
    byline: [author],
    photo: { mediaId: berth.id },
    section: words.section,
    lang: words.lang,
    zone: 'America/New_York',
    placeZone: 'Asia/Ho_Chi_Minh',
  });
  const post = async (body: object): Promise<string> =>
    (await site.call(`POST /stories/${slug}/updates`, body)).id;
  const corrected = await post({ title: headlines[1], markdown: was, keyEvent: true, author });
  const retracted = await post({ title: was, markdown: was });
  await post({ markdown: long.repeat(4), analysis: true, author });
  await post({ markdown: `${statement(says[2]!)}\n\nhttps://www.youtube.com/watch?v=aqz-KE-bpKQ` });
  await post({ markdown: `![${short}](${dawn.src} "${is}")\n\n${long}` });
  await post({ markdown: `![${short}](${dawn.src} "${is}")\n![${short}](${berth.src})` });
  await site.clock('2019-02-28T06:31:00Z');
  const plain = await post({ title: headlines[2], markdown: long, keyEvent: true });
  await site.call(`POST /updates/${corrected}/corrections`, { was, is, note: reason, markdown: is });
  await site.call(`PATCH /updates/${plain}`, { markdown: `${long}${short}` });
  await site.call(`PATCH /stories/${slug}`, {
    summary: [{ text: headlines[2], updateId: plain }, { text: was, updateId: retracted }, { text: deks[1] }],
  });
  await site.call(`POST /updates/${retracted}/retraction`, { reason });
  await site.call(`POST /stories/${slug}/corrections`, { was, is });
  await site.call(`PUT /updates/${corrected}/pin`);
  return { slug, words, plain, corrected, retracted };
}

/** Every kind of page there is, by what it is. */
export function pagesOf({ slug, plain, corrected, retracted, words }: FullStory): Record<string, string> {
  const story = `/stories/${slug}`;
  return {
    front: '/',
    story,
    'story from the first update on': `${story}?order=oldest`,
    'key events': `${story}?only=key`,
    'one author': `${story}?author=${encodeURIComponent(words.author)}`,
    'what has a word': `${story}?q=${encodeURIComponent(words.long.split(' ')[0]!)}`,
    'nothing found': `${story}?q=zzz`,
    update: `${story}/updates/${plain}`,
    'corrected update': `${story}/updates/${corrected}`,
    'retracted update': `${story}/updates/${retracted}`,
    'corrections of a story': `${story}/corrections`,
    'tops of a story': `${story}/history`,
    author: `/authors/${addressOf(words.author)}`,
    section: `/sections/${addressOf(words.section)}`,
    'plain page': '/pages/about',
    'how we correct': '/how-we-correct',
    'no page': '/none',
    search: '/search?q=the',
    'nothing found anywhere': '/search?q=zeppelin',
    'no story': '/stories/none',
  };
}
