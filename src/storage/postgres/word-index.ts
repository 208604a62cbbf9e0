import { sql } from 'kysely';
import type { Term } from '../../domain/find/sought.ts';
import type { WordIndex } from '../find/word-index.ts';

/**
 * A `tsvector` (PostgreSQL, chapter 12) of words that were taken apart before: headline and title weigh A, the rest D,
 * and a facet is a lexeme that no word can be.
 */
export const postgresWordIndex: WordIndex = {
  put: ({ place, head, body, facets }) =>
    sql`insert into findable_words (place, words) values (${place}, ${vectorOf(head, body, facets)}::tsvector)`,
  remove: (places) => sql`delete from findable_words where place in (${sql.join(places)})`,
  match({ facets, terms, inHead }) {
    const held = facets.map((facet) => `'${FACET}${facet}'`);
    const sought = terms.map((term) => phrase(term, inHead === true ? 'A' : ''));
    const but = inHead === false ? [`!(${terms.map((term) => phrase(term, 'A')).join(' & ')})`] : [];
    return sql`findable_words.words @@ ${[...held, ...sought, ...but].join(' & ')}::tsquery`;
  },
  place: sql.ref('findable_words.place'),
};

/** Begins every facet's lexeme: no word has it. */
const FACET = '§';

/** No phrase runs from the headline on into the text. */
const GAP = 10;

function vectorOf(head: string[], body: string[], facets: string[]): string {
  const places = new Map<string, string[]>();
  const add = (word: string, position: string): void => {
    const known = places.get(word);
    if (known) known.push(position);
    else places.set(word, [position]);
  };
  head.forEach((word, at) => add(word, `${at + 1}A`));
  body.forEach((word, at) => add(word, `${head.length + GAP + at}`));
  const lexemes = [...places].map(([word, positions]) => `'${word}':${positions.join(',')}`);
  return [...lexemes, ...facets.map((facet) => `'${FACET}${facet}'`)].join(' ');
}

/** Nothing in a term is syntax: its words stand in apostrophes, and hold none. */
function phrase({ words, prefix }: Term, weight: string): string {
  const last = words.length - 1;
  const lexemes = words.map((word, at) => {
    const label = (prefix && at === last ? '*' : '') + weight;
    return `'${word}'${label === '' ? '' : `:${label}`}`;
  });
  return lexemes.length === 1 ? lexemes.join('') : `(${lexemes.join(' <-> ')})`;
}
