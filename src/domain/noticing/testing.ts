import type { DeskMark } from '../desk/mark.ts';
import { paragraphs, type DocumentJSON } from '../document.ts';
import { notice, type Noticing } from './notice.ts';
import { factsOfStory, factsOfUpdate, type StoryFacts } from './story-facts.ts';

/** Stories and drafts for tests of what the desk notices. */
export type Telling = Partial<Pick<StoryFacts, 'zone' | 'placeZone' | 'lang'>> & {
  /** Texts of updates, or their documents, oldest first; their ids are `u1`, `u2` … */
  told?: (string | DocumentJSON)[];
  byline?: string[];
  retracted?: string[];
  now?: string;
};

export const statement = (speaker: string, text: string, outlet: string | null = null): DocumentJSON => ({
  type: 'doc',
  content: [
    {
      type: 'statement',
      attrs: { speaker, role: null, outlet, medium: null, interpreter: null, link: null, lang: null },
      content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
    },
  ],
});

export function storyOf({
  zone = 'America/New_York',
  placeZone = null,
  lang = 'en',
  told = [],
  byline = [],
  retracted = [],
}: Telling): StoryFacts {
  const updates = told.map((one, index) =>
    factsOfUpdate({
      id: `u${index + 1}`,
      title: null,
      body: typeof one === 'string' ? paragraphs([one]) : one,
    }),
  );
  return factsOfStory({ zone, placeZone, lang, updates: updates.toReversed(), top: null, byline, retracted });
}

export function noticed(draft: string | Partial<Noticing>, telling: Telling = {}): DeskMark[] {
  const given = typeof draft === 'string' ? { body: paragraphs([draft]) } : draft;
  const content = { title: '', body: paragraphs([]), ...given };
  return notice(content, storyOf(telling), { now: telling.now ?? '2019-02-28T04:00:00.000Z' });
}
