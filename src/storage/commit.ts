import { eventHash, NO_HASH, payloadHash } from '../domain/chain.ts';
import { payloadOf, updateIdOf, type EventMark, type LoggedEvent } from '../domain/event.ts';
import { randomBytes } from 'node:crypto';
import { movedDraft, writeDrafts } from './desk/draft-plans.ts';
import { copyGrants, movedGrants } from './desk/copy-grants.ts';
import { movedPicture, writeHeldMedia } from './desk/held-media-plans.ts';
import { writeNotes } from './desk/note-plans.ts';
import { batches, first, run, type Plan, type Sql } from './plan.ts';
import type { Change, CommitResult, LogChange } from './storage.ts';
import { activityCodec, answerCodec, eventCodec } from './tables.ts';
import { writeRows } from './write-rows.ts';

/**
 * One commit, run by the engine inside one transaction that no other commit can interleave.
 * Everything that can refuse comes first: a result other than `committed` has written nothing.
 */
export function* commitPlan(db: Sql, change: Change): Plan<CommitResult> {
  const refusal =
    (yield* answeredBefore(db, change)) ??
    (yield* staleLog(db, change)) ??
    (yield* slugTaken(db, change)) ??
    (yield* movedGrants(db, change.grants)) ??
    (yield* movedPicture(db, change.held ?? [])) ??
    (yield* movedDraft(db, change.drafts ?? []));
  if (refusal) return refusal;
  const events: EventMark[] = [];
  let position = yield* lastPosition(db);
  for (const log of change.logs) {
    if (log.events.length === 0) continue;
    const sealed = yield* append(db, log, position);
    position += sealed.length;
    events.push(...sealed.map(markOf));
  }
  yield* writeRows(db, change.rows);
  yield* writeDrafts(db, change.drafts ?? []);
  yield* writeNotes(db, change.notes ?? []);
  yield* copyGrants(db, change.grants);
  yield* writeHeldMedia(db, change.held ?? []);
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

function* answeredBefore(db: Sql, { answer, imported }: Change): Plan<CommitResult | null> {
  if (answer) {
    const { tokenId, key } = answer;
    const given = yield* first(
      db.selectFrom('answers').selectAll().where('token_id', '=', tokenId).where('key', '=', key),
    );
    if (given) return { type: 'answered', answer: answerCodec.fromRow(given) };
  }
  if (imported) {
    const before = yield* first(
      db.selectFrom('imports').select('story_id').where('digest', '=', imported.digest),
    );
    if (before) return { type: 'already-imported', storyId: before.story_id };
  }
  return null;
}

function* staleLog(db: Sql, { logs }: Change): Plan<CommitResult | null> {
  for (const { storyId, expectedVersion } of logs) {
    const head = yield* first(db.selectFrom('logs').select('seq').where('story_id', '=', storyId));
    const current = head?.seq ?? 0;
    if (current !== expectedVersion) return { type: 'stale', storyId, current };
  }
  return null;
}

/** Taken by a story there is, or by another story of the same change. */
function* slugTaken(db: Sql, { rows }: Change): Plan<CommitResult | null> {
  const claimed = new Map<string, string>();
  for (const row of rows) {
    if (row.row !== 'slug') continue;
    const { slug, storyId } = row.value;
    const holder = yield* first(db.selectFrom('slugs').select('story_id').where('slug', '=', slug));
    const holds = holder?.story_id ?? claimed.get(slug) ?? storyId;
    if (holds !== storyId) return { type: 'slug-taken', slug, storyId: holds };
    claimed.set(slug, storyId);
  }
  return null;
}

/** Of the last event of all; 0 before the first. */
export function* lastPosition(db: Sql): Plan<number> {
  const last = yield* first(db.selectFrom('events').select('position').orderBy('position', 'desc').limit(1));
  return last?.position ?? 0;
}

function* append(db: Sql, log: LogChange, position: number): Plan<LoggedEvent[]> {
  const head = yield* first(db.selectFrom('logs').select('hash').where('story_id', '=', log.storyId));
  const sealed = seal(log, head?.hash ?? NO_HASH, position);
  for (const batch of batches(sealed))
    yield* run(db.insertInto('events').values(batch.map(eventCodec.toRow)));
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
