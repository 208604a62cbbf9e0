import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { eventHash, NO_HASH, payloadHash } from '../domain/chain.ts';
import { payloadOf, updateIdOf, type EventMark, type LoggedEvent } from '../domain/event.ts';
import type { RowChange } from '../domain/fold.ts';
import { SITE } from '../domain/slug.ts';
import { first, run, type Plan, type Sql } from './plan.ts';
import type { Change, CommitResult, LogChange } from './storage.ts';
import { activityCodec, answerCodec, correctionCodec, eventCodec, storyCodec, topCodec, updateCodec, type Tables } from './tables.ts';

/** Rows in one INSERT: far below both engines' limits on bound values. */
const BATCH = 100;

/**
 * One commit, run by the engine inside one transaction that no other commit can interleave.
 * Everything that can refuse comes first: a result other than `committed` has written nothing.
 */
export function* commitPlan(db: Sql, change: Change): Plan<CommitResult> {
  const refusal = yield* refusalOf(db, change);
  if (refusal) return refusal;
  const events: EventMark[] = [];
  let position = yield* lastPosition(db);
  for (const log of change.logs) {
    if (log.events.length === 0) continue;
    const sealed = yield* append(db, log, position);
    position += sealed.length;
    for (const event of sealed) events.push(markOf(event));
  }
  yield* writeRows(db, change.rows);
  for (const batch of batches(change.activity)) {
    yield* run(db.insertInto('activity').values(batch.map(activityCodec.toRow)));
  }
  if (change.answer) yield* run(db.insertInto('answers').values(answerCodec.toRow(change.answer)));
  if (change.imported) {
    const { digest, storyId, at } = change.imported;
    yield* run(db.insertInto('imports').values({ digest, story_id: storyId, at }));
  }
  return { type: 'committed', events };
}

function* refusalOf(db: Sql, change: Change): Plan<CommitResult | null> {
  if (change.answer) {
    const { tokenId, key } = change.answer;
    const given = yield* first(
      db.selectFrom('answers').selectAll().where('token_id', '=', tokenId).where('key', '=', key),
    );
    if (given) return { type: 'answered', answer: answerCodec.fromRow(given) };
  }
  if (change.imported) {
    const before = yield* first(
      db.selectFrom('imports').select('story_id').where('digest', '=', change.imported.digest),
    );
    if (before) return { type: 'already-imported', storyId: before.story_id };
  }
  for (const { storyId, expectedVersion } of change.logs) {
    const head = yield* first(db.selectFrom('logs').select('seq').where('story_id', '=', storyId));
    const current = head?.seq ?? 0;
    if (current !== expectedVersion) return { type: 'stale', storyId, current };
  }
  for (const row of change.rows) {
    if (row.row !== 'slug') continue;
    const holder = yield* first(db.selectFrom('slugs').select('story_id').where('slug', '=', row.value.slug));
    if (holder && holder.story_id !== row.value.storyId) {
      return { type: 'slug-taken', slug: row.value.slug, storyId: holder.story_id };
    }
  }
  return null;
}

export function* lastPosition(db: Sql): Plan<number> {
  const last = yield* first(db.selectFrom('events').select('position').orderBy('position', 'desc').limit(1));
  return last?.position ?? 0;
}

function* append(db: Sql, log: LogChange, position: number): Plan<LoggedEvent[]> {
  const head = yield* first(db.selectFrom('logs').select('hash').where('story_id', '=', log.storyId));
  const sealed = seal(log, head?.hash ?? NO_HASH, position);
  for (const batch of batches(sealed)) yield* run(db.insertInto('events').values(batch.map(eventCodec.toRow)));
  const last = sealed.at(-1)!;
  yield* run(
    db
      .insertInto('logs')
      .values({ story_id: log.storyId, seq: last.seq, hash: last.hash, last_at: last.at })
      .onConflict((on) =>
        on.column('story_id').doUpdateSet((eb) => ({
          seq: eb.ref('excluded.seq'),
          hash: eb.ref('excluded.hash'),
          last_at: eb.ref('excluded.last_at'),
        })),
      ),
  );
  return sealed;
}

/** Gives each event its seq, position, salt and place in the chain. */
function seal(log: LogChange, previous: string, position: number): LoggedEvent[] {
  let hash = previous;
  return log.events.map((event, index) => {
    const payload = payloadOf(event.happening);
    const salt = event.salt ?? randomBytes(16).toString('hex');
    const open = {
      storyId: log.storyId,
      seq: log.expectedVersion + index + 1,
      position: position + index + 1,
      at: event.at,
      recordedAt: event.recordedAt,
      kind: event.happening.kind,
      updateId: updateIdOf(event.happening),
      payload,
      salt,
      payloadHash: payloadHash(salt, payload),
    };
    hash = eventHash(hash, open);
    return { ...open, hash };
  });
}

function markOf({ storyId, seq, position, at, kind, updateId }: LoggedEvent): EventMark {
  return { storyId, seq, position, at, kind, updateId };
}

/** In the order given: a later change of a row replaces an earlier one. */
function* writeRows(db: Sql, rows: RowChange[]): Plan<void> {
  for (const row of lastOfEach(rows)) {
    switch (row.row) {
      case 'story':
        yield* put(db, 'stories', ['id'], storyCodec.toRow(row.value));
        break;
      case 'update':
        yield* put(db, 'updates', ['id'], updateCodec.toRow(row.value));
        break;
      case 'top':
        yield* put(db, 'tops', ['story_id', 'version'], topCodec.toRow(row.value));
        break;
      case 'correction':
        yield* put(db, 'corrections', ['id'], correctionCodec.toRow(row.value));
        break;
      case 'slug':
        yield* put(db, 'slugs', ['slug'], { slug: row.value.slug, story_id: row.value.storyId });
        break;
      case 'author':
        yield* put(db, 'authors', ['slug'], row.value);
        break;
      case 'site':
        yield* put(db, 'site', ['id'], { id: SITE, ...row.value });
        break;
      case 'forget-corrections':
        yield* run(db.deleteFrom('corrections').where('update_id', '=', row.updateId));
        break;
    }
  }
}

/** A long import changes its story's row with every event; only the last one has to be written. */
function lastOfEach(rows: RowChange[]): RowChange[] {
  const last = new Map<string, number>();
  rows.forEach((row, index) => last.set(keyOf(row, index), index));
  return rows.filter((row, index) => last.get(keyOf(row, index)) === index);
}

function keyOf(row: RowChange, index: number): string {
  if (row.row === 'story' || row.row === 'update') return `${row.row} ${row.value.id}`;
  return `${index}`;
}

/** Insert, or replace what stands under the same key. Columns are the row's own. */
function* put(db: Sql, table: keyof Tables, key: string[], row: object): Plan<void> {
  const columns = Object.keys(row);
  const kept = columns.filter((column) => !key.includes(column));
  const names = (list: string[]) => sql.join(list.map((column) => sql.ref(column)));
  const replace = sql.join(kept.map((column) => sql`${sql.ref(column)} = ${sql.ref(`excluded.${column}`)}`));
  const onConflict = kept.length === 0 ? sql`nothing` : sql`update set ${replace}`;
  yield sql`insert into ${sql.table(table)} (${names(columns)}) values (${sql.join(Object.values(row))})
    on conflict (${names(key)}) do ${onConflict}`.compile(db);
}

function* batches<T>(items: T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}
