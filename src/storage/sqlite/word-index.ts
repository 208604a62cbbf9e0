import { sql } from 'kysely';
import type { Term } from '../../domain/find/sought.ts';
import { facet } from '../find/entries.ts';
import type { Plan, Sql } from '../plan.ts';
import { inPart, ways, type Wanted, type WordIndex } from '../find/word-index.ts';

/**
 * FTS5 (sqlite.org/fts5.html) over words that were taken apart before: its `ascii` tokenizer parts them at the spaces set
 * between them and leaves all else as it is. It keeps no text, and its rowid is the entry's place, in whose order it reads.
 */
export const sqliteWordIndex: WordIndex = {
  put: ({ place, kind, head, body, facets }) =>
    sql`insert into findable_words (rowid, head, body, facets)
        values (${place}, ${inPart(kind, 'head', head).join(' ')}, ${inPart(kind, 'body', body).join(' ')},
        ${facets.join(' ')})`,
  remove: (places) => sql`delete from findable_words where rowid in (${sql.join(places)})`,
  *find(db, wanted, { order, limit, beyond }) {
    const newest = order === 'newest';
    const from =
      beyond === undefined ? sql`` : newest ? sql`and rowid < ${beyond}` : sql`and rowid > ${beyond}`;
    const asked = yield* expressionOf(db, wanted);
    const rows = yield sql`select rowid as place from findable_words
      where findable_words match ${asked} ${from}
      order by rowid ${newest ? sql`desc` : sql`asc`} limit ${limit}`.compile(db);
    return (rows as { place: number }[]).map(({ place }) => place);
  },
};

function* expressionOf(db: Sql, wanted: Wanted): Plan<string> {
  const { storyId, inHead } = wanted;
  const facets = [...(storyId === undefined ? [] : [facet.of(storyId)]), ...(wanted.facets ?? [])];
  const held = facets.map((one) => `(facets : "${one}")`);
  const all = [...held, `({head body} : (${yield* within(db, wanted)}))`].join(' AND ');
  if (inHead !== false) return all;
  return `(${all}) NOT (head : (${yield* within(db, { ...wanted, inHead: true })}))`;
}

function* within(db: Sql, wanted: Wanted): Plan<string> {
  const terms: string[] = [];
  for (const term of wanted.terms) {
    const phrases: string[] = [];
    for (const way of ways(wanted, term)) phrases.push(...(yield* spelledOut(db, way)));
    terms.push(`(${phrases.join(' OR ')})`);
  }
  return terms.join(' AND ');
}

/** Spellings that the beginning of a word is asked by, at most. */
const SPELLINGS = 24;

/**
 * A beginning as the words there are that begin so: FTS5 reads each of them in order and as far as it has to, but would
 * first sort together all entries of a beginning. One that too many begin with is left as it is.
 */
function* spelledOut(db: Sql, term: Term): Plan<string[]> {
  if (!term.prefix) return [phrase(term)];
  const before = term.words.slice(0, -1);
  const begun = term.words.at(-1)!;
  const spelled = [begun];
  for (let from = begun; ; from = spelled.at(-1)!) {
    if (spelled.length > SPELLINGS) return [phrase(term)];
    // What follows a word begins, at the least, with it and a nought.
    const next = yield sql`select term from findable_spellings
      where term >= ${`${from}0`} and term <= ${begun + LAST} limit 1`.compile(db);
    const found = (next as { term: string }[])[0];
    if (!found) return spelled.map((word) => phrase({ words: [...before, word], prefix: false }));
    spelled.push(found.term);
  }
}

/** Comes after every character there is. */
const LAST = '\u{10FFFF}';

/** Nothing in a term is syntax: it stands in quotation marks, and words hold none. */
const phrase = ({ words, prefix }: Term): string => `"${words.join(' ')}"${prefix ? ' *' : ''}`;
