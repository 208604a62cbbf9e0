import type { Draft, DraftContent } from '../../domain/desk/draft.ts';
import { documentWords } from '../../domain/find/document-words.ts';
import { all, type Plan, type Sql } from '../plan.ts';
import { draftCodec } from '../tables.ts';
import type { DeskReadings, DraftSearch } from './desk-readings.ts';
import { drafts } from './draft-plans.ts';
import { holdsAll } from './holds-words.ts';
import { placeOf } from './newest-first.ts';

type Result<F> = F extends (...args: never[]) => Promise<infer T> ? Plan<T> : never;

/**
 * Drafts come and go with every keystroke, and few are open at a time: they are looked through, some at a turn, and not indexed.
 */
export function* findDrafts(db: Sql, search: DraftSearch): Result<DeskReadings['findDrafts']> {
  const { terms, statuses, look, cursor } = search;
  let asked = drafts(db).where('status', 'in', [...statuses]);
  if (cursor !== null) {
    const { at, id } = placeOf(cursor);
    asked = asked.where((eb) => eb(eb.refTuple('changed_at', 'id'), '<', eb.tuple(at, id)));
  }
  const rows = yield* all(
    asked
      .orderBy('changed_at', 'desc')
      .orderBy('id', 'desc')
      .limit(look + 1),
  );
  const looked = rows.slice(0, look).map(draftCodec.fromRow);
  const items: Draft[] = looked.filter(({ content }) => holdsAll(textsOf(content), terms));
  const last = rows.length > look ? looked.at(-1) : undefined;
  return { items, next: last ? `${last.changedAt} ${last.id}` : null };
}

function textsOf({ title, body, author, top }: DraftContent): string[] {
  const beside = top ? [top.dek, ...top.byline, ...top.summary.map((line) => line.text), top.section] : [];
  return [title, documentWords(body), author, ...beside];
}
