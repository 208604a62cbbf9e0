import { isOpen, type OpenStatus } from '../../domain/desk/draft.ts';
import { all, first, run, type Plan, type Sql } from '../plan.ts';
import type { DraftLog } from './draft-store.ts';

type Result<F> = F extends (...args: never[]) => Promise<infer T> ? Plan<T> : never;

export const draftLogReadingPlans = { draftLogSince };
export const draftLogWritePlans = { appendToDraft, compactDraft };

function* appendToDraft(
  db: Sql,
  { draftId, data, by, into, at }: Parameters<DraftLog['append']>[0],
): Result<DraftLog['append']> {
  // Of no status PostgreSQL has no list.
  const [head] = into.length === 0 ? [] : yield* countUp(db, draftId, into);
  if (!head) {
    const row = yield* first(db.selectFrom('drafts').select('status').where('id', '=', draftId));
    const status = row?.status ?? null;
    if (status === null || !isOpen(status)) return { type: 'closed', status };
    if (into.includes(status)) throw new Error(`draft ${draftId} has no log`);
    return { type: 'not-now', status };
  }
  yield* run(db.insertInto('draft_log').values({ draft_id: draftId, seq: head.seq, at, by_id: by, data }));
  return { type: 'appended', seq: head.seq };
}

function* countUp(db: Sql, draftId: string, into: readonly OpenStatus[]): Plan<{ seq: number }[]> {
  // The head's row first: PostgreSQL's lock on it puts appends, and the publication, in one order.
  return yield* all(
    db
      .updateTable('draft_heads')
      .set((eb) => ({ seq: eb('seq', '+', 1) }))
      .where('draft_id', '=', draftId)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('drafts')
            .select('drafts.id')
            .where('drafts.id', '=', draftId)
            .where('drafts.status', 'in', [...into]),
        ),
      )
      .returning('seq'),
  );
}

function* draftLogSince(db: Sql, draftId: string, seq: number): Result<DraftLog['since']> {
  const head = yield* first(
    db.selectFrom('draft_heads').selectAll().where('draft_id', '=', draftId).where('snapshot_seq', '>', seq),
  );
  const snapshot = head?.snapshot ? { seq: head.snapshot_seq, data: head.snapshot } : null;
  const rows = yield* all(
    db
      .selectFrom('draft_log')
      .select(['seq', 'data', 'by_id', 'at'])
      .where('draft_id', '=', draftId)
      .where('seq', '>', snapshot?.seq ?? seq)
      .orderBy('seq'),
  );
  return { snapshot, rows: rows.map(({ by_id: by, ...row }) => ({ ...row, by })) };
}

function* compactDraft(
  db: Sql,
  draftId: string,
  seq: number,
  snapshot: Uint8Array,
): Result<DraftLog['compact']> {
  const taken = yield* all(
    db
      .updateTable('draft_heads')
      .set({ snapshot_seq: seq, snapshot })
      .where('draft_id', '=', draftId)
      .where('snapshot_seq', '<', seq)
      .where('seq', '>=', seq)
      // Who changed the words since they were filed is told by the rows alone.
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('drafts')
              .select('drafts.id')
              .where('drafts.id', '=', draftId)
              .where('drafts.filed_seq', '<', seq),
          ),
        ),
      )
      .returning('draft_id'),
  );
  if (taken.length === 0) return;
  yield* run(db.deleteFrom('draft_log').where('draft_id', '=', draftId).where('seq', '<=', seq));
}
