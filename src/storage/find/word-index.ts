import type { RawBuilder, SqlBool } from 'kysely';
import type { Term } from '../../domain/find/sought.ts';

/** What one story's top or one update can be found by. Words and facets are letters and digits alone. */
export type Entry = {
  place: number;
  /** Of the headline or the title. */
  head: string[];
  body: string[];
  facets: string[];
};

/** What entries must have, all of it. `inHead`: whether the headline or title alone must hold the words, or must not. */
export type Wanted = { facets: string[]; terms: Term[]; inHead?: boolean };

/** Full-text search, the one thing of storage that each engine does in its own way. Lies in `findable_words`. */
export type WordIndex = {
  put: (entry: Entry) => RawBuilder<unknown>;
  remove: (places: number[]) => RawBuilder<unknown>;
  /** True of rows of `findable_words` that have what is wanted. */
  match: (wanted: Wanted) => RawBuilder<SqlBool>;
  /** The place of a row of `findable_words`; rows can be read in its order without sorting. */
  place: RawBuilder<number>;
};
