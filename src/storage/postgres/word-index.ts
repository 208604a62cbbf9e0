import { sql, type RawBuilder } from 'kysely';
import type { Term } from '../../domain/find/sought.ts';
import { facet } from '../find/entries.ts';
import { inPart, ways, type Entry, type Reach, type Wanted, type WordIndex } from '../find/word-index.ts';

/**
 * A `tsvector` (PostgreSQL, chapter 12) of words that were taken apart before; a facet is a lexeme that no word can be.
 * Its index tells which entries have a word, in no order. So the last ones of the kind are looked at first: a word of many
 * texts stands in enough of them. One that does not is in few, and those are found by the index and put in order; or it is
 * in many and has not been used of late, and is looked for further back before all that have it are gathered.
 */
export const postgresWordIndex: WordIndex = {
  put: (entry) =>
    sql`insert into findable_words (place, words) values (${entry.place}, ${vectorOf(entry)}::tsvector)`,
  remove: (places) => sql`delete from findable_words where place in (${sql.join(places)})`,
  *find(db, wanted, reach) {
    const query = sql`${queryOf(wanted)}::tsquery`;
    const last = placesOf(yield nearest(wanted, query, reach, near(reach.limit)).compile(db));
    if (last.length >= reach.limit) return last;
    if (expectedOf(yield expected(query).compile(db)) > FAR) {
      const further = placesOf(yield nearest(wanted, query, reach, FAR).compile(db));
      if (further.length >= reach.limit) return further;
    }
    return placesOf(yield everywhere(query, reach).compile(db));
  },
};

const placesOf = (rows: unknown[]): number[] => (rows as { place: number }[]).map(({ place }) => place);

/** Entries that are looked at one after another before the index is asked, of a page of so many. */
const near = (limit: number): number => 1000 + 2 * limit;

/** The same for a word that more entries than these have: to gather as many by the index would cost no less. */
const FAR = 16_000;

function nearest(
  { kind, storyId }: Wanted,
  query: RawBuilder<unknown>,
  reach: Reach,
  among: number,
): RawBuilder<unknown> {
  const { order, limit, beyond } = reach;
  const [way, before] = order === 'newest' ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  // Of a story, seqs run as places do. On the site, stories would be far apart among all their updates.
  const own =
    storyId === undefined
      ? sql`update_id is ${kind === 'top' ? sql`null` : sql`not null`}
          ${beyond === undefined ? sql`` : sql`and place ${before} ${beyond}`} order by place`
      : sql`story_id = ${storyId}
          ${beyond === undefined ? sql`` : sql`and seq ${before} (select seq from findable where place = ${beyond})`}
          order by seq`;
  return sql`select words.place from (select place from findable where ${own} ${way} limit ${among}) as own
    join findable_words as words on words.place = own.place
    where words.words @@ ${query} order by words.place ${way} limit ${limit}`;
}

/** Nothing is read: PostgreSQL keeps how often frequent words occur, and takes any other for rare (chapter 14.2). */
const expected = (query: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`explain (format json) select from findable_words where words @@ ${query}`;

/** Nothing where no database answered. */
const expectedOf = (rows: unknown[]): number =>
  (rows as { 'QUERY PLAN': [{ Plan: { 'Plan Rows': number } }] }[])[0]?.['QUERY PLAN'][0].Plan['Plan Rows'] ??
  0;

/** `+ 0`: the order of places is not one to read in, or all would be gone through for a word that stands nowhere. */
function everywhere(query: RawBuilder<unknown>, { order, limit, beyond }: Reach): RawBuilder<unknown> {
  const [way, before] = order === 'newest' ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`];
  const from = beyond === undefined ? sql`` : sql`and place + 0 ${before} ${beyond}`;
  return sql`select place from findable_words where words @@ ${query} ${from} order by place + 0 ${way} limit ${limit}`;
}

/** Begins every facet's lexeme: no word has it. */
const FACET = '§';

function queryOf(wanted: Wanted): string {
  const { terms, storyId, inHead } = wanted;
  const facets = [...(storyId === undefined ? [] : [facet.of(storyId)]), ...(wanted.facets ?? [])];
  const but = inHead === false ? [`!(${within({ ...wanted, inHead: true }, terms)})`] : [];
  return [...facets.map((one) => `'${FACET}${one}'`), within(wanted, terms), ...but].join(' & ');
}

const within = (wanted: Wanted, terms: Term[]): string =>
  terms.map((term) => `(${ways(wanted, term).map(phrase).join(' | ')})`).join(' & ');

/** Nothing in a term is syntax: its words stand in apostrophes, and hold none. */
function phrase({ words, prefix }: Term): string {
  const lexemes = words.map((word, at) => `'${word}'${prefix && at === words.length - 1 ? ':*' : ''}`);
  return lexemes.length === 1 ? lexemes.join('') : `(${lexemes.join(' <-> ')})`;
}

function vectorOf({ kind, head, body, facets }: Entry): string {
  const places = new Map<string, number[]>();
  for (const words of [inPart(kind, 'head', head), inPart(kind, 'body', body)]) {
    words.forEach((word, at) => {
      const known = places.get(word);
      if (known) known.push(at + 1);
      else places.set(word, [at + 1]);
    });
  }
  const lexemes = [...places].map(([word, positions]) => `'${word}':${positions.join(',')}`);
  return [...lexemes, ...facets.map((one) => `'${FACET}${one}'`)].join(' ');
}
