import { isOpen, OPEN_STATUSES, type Draft } from '../../domain/desk/draft.ts';
import { discardedStories } from '../lookups.ts';
import { all, first, run, type Plan, type Sql } from '../plan.ts';
import { draftCodec, draftVersionCodec } from '../tables.ts';
import type { DraftQuery, DraftStore, DraftWrite } from './draft-store.ts';

type Result<F> = F extends (...args: never[]) => Promise<infer T> ? Plan<T> : never;

export const draftReadingPlans = {
  findDraft,
  listDrafts,
  lateUpdates,
  updateHands,
  dueDrafts,
  draftVersions,
  draftVersion,
};
export const draftWritePlans = { keepDraftContent, addDraftVersion };

/** Those of a story that is in the trash are in it with their story: nothing finds them until it is back. */
export const drafts = (db: Sql) =>
  db.selectFrom('drafts').selectAll().where('story_id', 'not in', discardedStories(db));

function* findDraft(db: Sql, id: string): Result<DraftStore['find']> {
  const row = yield* first(drafts(db).where('id', '=', id));
  return row && draftCodec.fromRow(row);
}

function* listDrafts(db: Sql, query: DraftQuery): Result<DraftStore['list']> {
  const { storyId, updateId, statuses, kinds, createdBy, limit } = query;
  let asked = drafts(db).where('status', 'in', [...statuses]);
  if (storyId !== undefined) asked = asked.where('story_id', '=', storyId);
  if (updateId !== undefined) asked = asked.where('update_id', '=', updateId);
  if (kinds) asked = asked.where('kind', 'in', [...kinds]);
  if (createdBy !== undefined) asked = asked.where('created_by', '=', createdBy);
  const rows = yield* all(asked.orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(limit));
  return rows.map(draftCodec.fromRow);
}

function* lateUpdates(db: Sql, storyId: string): Result<DraftStore['lateUpdates']> {
  const late = db.selectFrom('drafts').select('update_id').where('story_id', '=', storyId);
  const rows = yield* all(late.where('status', '=', 'published').where('late', '=', 1));
  return rows.flatMap(({ update_id: id }) => id ?? []);
}

function* updateHands(db: Sql, updateIds: string[]): Result<DraftStore['hands']> {
  if (updateIds.length === 0) return {};
  const rows = yield* all(
    db
      .selectFrom('drafts')
      .select(['id', 'created_by', 'published_by', 'at'])
      .where('id', 'in', updateIds)
      .where('kind', '=', 'update'),
  );
  return Object.fromEntries(
    rows.map((row) => [
      row.id,
      { writtenBy: row.created_by, publishedBy: row.published_by, writtenAt: row.at },
    ]),
  );
}

function* dueDrafts(db: Sql, now: string, limit: number): Result<DraftStore['due']> {
  const rows = yield* all(
    drafts(db)
      .where('status', '=', 'scheduled')
      .where('publish_at', '<=', now)
      .orderBy('publish_at')
      .orderBy('id')
      .limit(limit),
  );
  return rows.map(draftCodec.fromRow);
}

function* keepDraftContent(
  db: Sql,
  { draftId, content, logSeq, by, at }: Parameters<DraftStore['keepContent']>[0],
): Result<DraftStore['keepContent']> {
  const kept = yield* all(
    db
      .updateTable('drafts')
      .set({ content: JSON.stringify(content), log_seq: logSeq, changed_by: by, changed_at: at })
      .where('id', '=', draftId)
      .where('log_seq', '<', logSeq)
      .where('status', 'in', [...OPEN_STATUSES])
      .returning('id'),
  );
  return kept.length > 0;
}

function* draftVersions(db: Sql, draftId: string, limit: number): Result<DraftStore['versions']> {
  const rows = yield* all(
    db
      .selectFrom('draft_versions')
      .selectAll()
      .where('draft_id', '=', draftId)
      .orderBy('log_seq', 'desc')
      .orderBy('id', 'desc')
      .limit(limit),
  );
  return rows.map(draftVersionCodec.fromRow);
}

function* draftVersion(db: Sql, id: string): Result<DraftStore['version']> {
  const row = yield* first(db.selectFrom('draft_versions').selectAll().where('id', '=', id));
  return row && draftVersionCodec.fromRow(row);
}

function* addDraftVersion(
  db: Sql,
  version: Parameters<DraftStore['addVersion']>[0],
): Result<DraftStore['addVersion']> {
  yield* run(db.insertInto('draft_versions').values(draftVersionCodec.toRow(version)));
}

/** The draft a commit was decided on has moved on, or a draft of that kind is open already; null where all stands as expected. */
export function* movedDraft(
  db: Sql,
  writes: DraftWrite[],
): Plan<{ type: 'draft-moved'; draftId: string; current: Draft | null } | null> {
  for (const { draft, expected } of writes) {
    const current = yield* findDraft(db, draft.id);
    if (expected === null) {
      const rival = current ?? (yield* openRival(db, draft));
      if (rival) return { type: 'draft-moved', draftId: draft.id, current: rival };
      continue;
    }
    const head = yield* first(db.selectFrom('draft_heads').select('seq').where('draft_id', '=', draft.id));
    const moved = current?.version !== expected.version;
    const rival = !moved && current && opensAnew(current, draft) ? yield* openRival(db, draft) : null;
    if (rival) return { type: 'draft-moved', draftId: draft.id, current: rival };
    if (moved || (expected.logSeq !== undefined && expected.logSeq !== (head?.seq ?? 0)))
      return { type: 'draft-moved', draftId: draft.id, current };
  }
  return null;
}

/** Out of the trash again: meanwhile another may have been begun. */
const opensAnew = (current: Draft, next: Draft): boolean => !isOpen(current.status) && isOpen(next.status);

/** A story has one top being written, an update one edit over it. */
function* openRival(db: Sql, { kind, storyId, updateId }: Draft): Plan<Draft | null> {
  if (kind === 'update') return null;
  const open = { statuses: OPEN_STATUSES, kinds: [kind], limit: 1 };
  const where = kind === 'top' ? { storyId } : { updateId: updateId ?? '' };
  return (yield* listDrafts(db, { ...open, ...where }))[0] ?? null;
}

export function* writeDrafts(db: Sql, writes: DraftWrite[]): Plan<void> {
  for (const write of writes) {
    yield* write.expected === null ? beginDraft(db, write) : changeDraft(db, write);
    if (write.keep) yield* addDraftVersion(db, write.keep);
  }
}

function* beginDraft(db: Sql, { draft, seed }: DraftWrite): Plan<void> {
  yield* run(db.insertInto('drafts').values(draftCodec.toRow(draft)));
  const seq = seed ? 1 : 0;
  const head = { draft_id: draft.id, seq, snapshot_seq: 0, snapshot: null };
  yield* run(db.insertInto('draft_heads').values(head));
  if (!seed) return;
  const { createdBy: by, createdAt: at } = draft;
  const entry = { draft_id: draft.id, seq, at, by_id: by, data: seed };
  yield* run(db.insertInto('draft_log').values(entry));
}

function* changeDraft(db: Sql, { draft }: DraftWrite): Plan<void> {
  const { content, log_seq: logSeq, ...row } = draftCodec.toRow(draft);
  yield* run(db.updateTable('drafts').set(row).where('id', '=', draft.id));
  const words = db.updateTable('drafts').set({ content, log_seq: logSeq });
  yield* run(words.where('id', '=', draft.id).where('log_seq', '<', logSeq));
}
