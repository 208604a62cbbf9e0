import type { CompiledQuery } from 'kysely';
import { termsOf } from '../../domain/find/sought.ts';
import type { DocumentJSON } from '../../domain/document.ts';
import { filtered, matching, namesIn } from '../find/filtered.ts';
import { search } from '../find/search.ts';
import type { Plan, Sql } from '../plan.ts';
import type { Storage, UpdateFilter } from '../storage.ts';
import { aStory, commit, opening, posting, text } from './telling.ts';

/** A question in all its statements, and the indexes (one of them, in one of them) a database must come by the rows with. */
export type Way = { name: string; queries: CompiledQuery[]; by: RegExp };

const IN_ORDER = { order: 'newest' as const, limit: 50 };

/** Every question that filters and searches ask, first page and a later one. */
export function waysOf(db: Sql, storyId: string): Way[] {
  const [rare, common] = [termsOf('sentence17'), termsOf('line')];
  const words = /findable_words|findable_by_words/;
  const filters: [string, UpdateFilter, RegExp][] = [
    ['all', {}, /sqlite_autoindex_updates_2|updates_story_id_seq_key/],
    ['key events', { keyEventsOnly: true }, /key_events/],
    ['one author', { author: 'Ines Okafor' }, /updates_by_author/],
    ['one outlet', { outlet: 'Radio 3' }, /update_outlets/],
    ['a rare word', { terms: rare }, words],
    ['a common word', { terms: common }, words],
    ['all at once', { terms: common, outlet: 'Radio 3', author: 'Ines Okafor', keyEventsOnly: true }, words],
  ];
  const ways = filters.flatMap(([name, filter, by]) => [
    { name, by, queries: asked(filtered(db, storyId, { ...IN_ORDER, ...filter })) },
    {
      name: `${name}, later`,
      by,
      queries: asked(filtered(db, storyId, { ...IN_ORDER, ...filter, after: 900 })),
    },
    {
      name: `${name}, oldest first`,
      by,
      queries: asked(filtered(db, storyId, { ...IN_ORDER, ...filter, order: 'oldest', after: 900 })),
    },
    { name: `${name}, counted`, by, queries: asked(matching(db, storyId, filter)) },
  ]);
  return [
    ...ways,
    { name: 'names', by: /story_names/, queries: asked(namesIn(db, storyId)) },
    { name: 'search', by: words, queries: asked(search(db, { terms: common, limit: 30, cursor: null })) },
    {
      name: 'search, later',
      by: words,
      queries: asked(search(db, { terms: rare, limit: 30, cursor: '3.7000000000000000' })),
    },
  ];
}

/** What a plan asks of a database in which it finds nothing: every statement, one after the other. */
function asked(plan: Plan<unknown>): CompiledQuery[] {
  const queries: CompiledQuery[] = [];
  for (let turn = plan.next(); !turn.done; turn = plan.next([])) queries.push(turn.value);
  return queries;
}

const quoting = (outlet: string, words: string): DocumentJSON => ({
  type: 'doc',
  content: [
    {
      type: 'statement',
      attrs: { speaker: 'Rosa', role: null, outlet, medium: null, interpreter: null, link: null, lang: null },
      content: [{ type: 'paragraph', content: [{ type: 'text', text: words }] }],
    },
  ],
});

/** A story long enough that reading all of it would be a mistake; its id. */
export async function aLongStory(storage: Storage): Promise<string> {
  const posts = Array.from({ length: 3000 }, (_, n) =>
    posting('', {
      keyEvent: n % 60 === 0,
      author: n % 40 === 0 ? 'Ines Okafor' : 'Bo Lind',
      body: n % 9 === 0 ? quoting(`Radio ${n % 7}`, `Line sentence${n}.`) : text(`Line sentence${n}.`),
    }),
  );
  const other = await commit(storage, aStory(), [
    opening('other'),
    ...posts.slice(0, 50).map(() => posting('Line.')),
  ]);
  const told = await commit(storage, aStory(), [opening('long'), ...posts]);
  return told.storyId === other.storyId ? '' : told.storyId;
}
