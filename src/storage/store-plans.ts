import { all, first, run, type Plan, type Sql } from './plan.ts';
import type { Answer } from './storage.ts';
import type { AnswerStore, ClockSetting, ClockStore, Token, TokenStore } from './stores.ts';
import { answerCodec, tokenCodec } from './tables.ts';

/** The narrow stores' readings. */
export const storeReadingPlans = {
  tokenByHash,
  listTokens,
  findAnswer,
  getClock,
};

/** The narrow stores' writes, each one transaction. */
export const storeWritePlans = {
  addToken,
  revokeToken,
  markTokenUsed,
  forgetAnswers,
  setClock,
};

type Result<F> = F extends (...args: never[]) => Promise<infer T> ? Plan<T> : never;

function* addToken(db: Sql, token: Token): Result<TokenStore['add']> {
  yield* run(db.insertInto('tokens').values(tokenCodec.toRow(token)));
}

function* tokenByHash(db: Sql, hash: string): Result<TokenStore['byHash']> {
  const row = yield* first(db.selectFrom('tokens').selectAll().where('hash', '=', hash));
  return row && tokenCodec.fromRow(row);
}

function* listTokens(db: Sql): Result<TokenStore['list']> {
  return (yield* all(db.selectFrom('tokens').selectAll().orderBy('created_at').orderBy('id'))).map(
    tokenCodec.fromRow,
  );
}

function* revokeToken(db: Sql, id: string, at: string): Result<TokenStore['revoke']> {
  const rows = yield* all(
    db
      .updateTable('tokens')
      .set({ revoked_at: at })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .returning('id'),
  );
  return rows.length > 0;
}

function* markTokenUsed(db: Sql, id: string, at: string): Result<TokenStore['markUsed']> {
  yield* run(db.updateTable('tokens').set({ last_used_at: at }).where('id', '=', id));
}

function* findAnswer(db: Sql, tokenId: string, key: string): Plan<Answer | null> {
  const row = yield* first(
    db.selectFrom('answers').selectAll().where('token_id', '=', tokenId).where('key', '=', key),
  );
  return row && answerCodec.fromRow(row);
}

function* forgetAnswers(db: Sql, before: string): Result<AnswerStore['forget']> {
  return (yield* all(db.deleteFrom('answers').where('at', '<', before).returning('key'))).length;
}

function* getClock(db: Sql): Result<ClockStore['get']> {
  const row = yield* first(db.selectFrom('test_clock').selectAll().where('id', '=', 1));
  return row && { now: row.now, setAt: row.set_at, running: row.running === 1 };
}

function* setClock(db: Sql, setting: ClockSetting): Result<ClockStore['set']> {
  const values = { now: setting.now, set_at: setting.setAt, running: setting.running ? 1 : 0 };
  yield* run(
    db
      .insertInto('test_clock')
      .values({ id: 1, ...values })
      .onConflict((on) => on.column('id').doUpdateSet(values)),
  );
}
