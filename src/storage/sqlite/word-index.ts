import { sql } from 'kysely';
import type { Term } from '../../domain/find/sought.ts';
import type { WordIndex } from '../find/word-index.ts';

/**
 * FTS5 (sqlite.org/fts5.html) over words that were taken apart before: its `ascii` tokenizer parts them at the spaces set
 * between them and leaves all else as it is. It keeps no text, and its rowid is the entry's place.
 */
export const sqliteWordIndex: WordIndex = {
  put: ({ place, head, body, facets }) =>
    sql`insert into findable_words (rowid, head, body, facets)
        values (${place}, ${head.join(' ')}, ${body.join(' ')}, ${facets.join(' ')})`,
  remove: (places) => sql`delete from findable_words where rowid in (${sql.join(places)})`,
  match({ facets, terms, inHead }) {
    const text = terms.map(phrase).join(' AND ');
    const held = facets.map((facet) => `"${facet}"`).join(' AND ');
    const within = inHead === true ? 'head' : '{head body}';
    const wanted = terms.length === 0 ? '' : ` AND (${within} : (${text}))`;
    const but = inHead === false ? ` NOT (head : (${text}))` : '';
    const expression = `(facets : (${held}))${wanted}`;
    return sql`findable_words match ${but === '' ? expression : `(${expression})${but}`}`;
  },
  place: sql.ref('findable_words.rowid'),
};

/** Nothing in a term is syntax: it stands in quotation marks, and words hold none. */
const phrase = ({ words, prefix }: Term): string => `"${words.join(' ')}"${prefix ? ' *' : ''}`;
