import { all, first, type Plan, type Sql } from '../plan.ts';
import { grantCodec, linkCodec, passkeyCodec, personCodec, sessionCodec } from '../tables.ts';
import type { GrantStore, PeopleStore, SessionStore } from './people-store.ts';

type Result<F> = F extends (...args: never[]) => Promise<infer T> ? Plan<T> : never;

export const peopleReadingPlans = {
  findPerson,
  personByEmail,
  listPeople,
  personCredentials,
  findPasskey,
  listPasskeys,
  recoveryCodesLeft,
  personBySso,
  isBoundBySso,
  findLink,
  openInvitations,
  sessionByHash,
  listSessions,
  findGrant,
  listGrants,
};

const PERSON = ['id', 'email', 'name', 'role', 'created_at', 'disabled_at', 'lang'] as const;

function* findPerson(db: Sql, id: string): Result<PeopleStore['find']> {
  const row = yield* first(db.selectFrom('users').select(PERSON).where('id', '=', id));
  return row && personCodec.fromRow(row);
}

function* personByEmail(db: Sql, email: string): Result<PeopleStore['byEmail']> {
  const row = yield* first(db.selectFrom('users').select(PERSON).where('email', '=', email));
  return row && personCodec.fromRow(row);
}

function* listPeople(db: Sql): Result<PeopleStore['list']> {
  const rows = yield* all(db.selectFrom('users').select(PERSON).orderBy('created_at').orderBy('id'));
  return rows.map(personCodec.fromRow);
}

function* personCredentials(db: Sql, personId: string): Result<PeopleStore['credentials']> {
  const row = yield* first(db.selectFrom('users').selectAll().where('id', '=', personId));
  return (
    row && {
      password: row.password,
      passwordChangedAt: row.password_changed_at,
      totpSecret: row.totp_secret,
      totpStep: row.totp_step,
    }
  );
}

function* findPasskey(db: Sql, id: string): Result<PeopleStore['passkey']> {
  const row = yield* first(db.selectFrom('passkeys').selectAll().where('id', '=', id));
  return row && passkeyCodec.fromRow(row);
}

function* listPasskeys(db: Sql, personId: string): Result<PeopleStore['passkeys']> {
  const asked = db.selectFrom('passkeys').selectAll().where('person_id', '=', personId);
  return (yield* all(asked.orderBy('created_at').orderBy('id'))).map(passkeyCodec.fromRow);
}

function* recoveryCodesLeft(db: Sql, personId: string): Result<PeopleStore['recoveryCodesLeft']> {
  const asked = db.selectFrom('recovery_codes').select('hash').where('person_id', '=', personId);
  return (yield* all(asked.where('used_at', 'is', null))).length;
}

function* personBySso(db: Sql, issuer: string, subject: string): Result<PeopleStore['bySso']> {
  const row = yield* first(
    db
      .selectFrom('sso_identities')
      .innerJoin('users', 'users.id', 'sso_identities.person_id')
      .select(PERSON.map((column) => `users.${column}` as const))
      .where('issuer', '=', issuer)
      .where('subject', '=', subject),
  );
  return row && personCodec.fromRow(row);
}

function* isBoundBySso(db: Sql, issuer: string, personId: string): Result<PeopleStore['isBound']> {
  const asked = db.selectFrom('sso_identities').select('subject').where('issuer', '=', issuer);
  return (yield* first(asked.where('person_id', '=', personId))) !== null;
}

function* findLink(db: Sql, hash: string): Result<PeopleStore['link']> {
  const row = yield* first(db.selectFrom('once_links').selectAll().where('hash', '=', hash));
  return row && linkCodec.fromRow(row);
}

function* openInvitations(db: Sql, now: string): Result<PeopleStore['invitations']> {
  const asked = db
    .selectFrom('once_links')
    .selectAll()
    .where('kind', '=', 'invitation')
    .where('person_id', 'is', null)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now);
  return (yield* all(asked.orderBy('created_at').orderBy('id'))).map(linkCodec.fromRow);
}

function* sessionByHash(db: Sql, hash: string): Result<SessionStore['byHash']> {
  const row = yield* first(db.selectFrom('sessions').selectAll().where('hash', '=', hash));
  if (!row) return null;
  const person = yield* findPerson(db, row.person_id);
  return person && { session: sessionCodec.fromRow(row), person };
}

function* listSessions(db: Sql, personId: string, now: string): Result<SessionStore['list']> {
  const asked = db
    .selectFrom('sessions')
    .selectAll()
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now);
  return (yield* all(asked.orderBy('seen_at', 'desc').orderBy('id', 'desc'))).map(sessionCodec.fromRow);
}

function* findGrant(db: Sql, storyId: string, personId: string): Result<GrantStore['find']> {
  const asked = db.selectFrom('story_grants').selectAll().where('story_id', '=', storyId);
  const row = yield* first(asked.where('person_id', '=', personId));
  return row && grantCodec.fromRow(row);
}

function* listGrants(db: Sql, storyId: string): Result<GrantStore['list']> {
  const asked = db.selectFrom('story_grants').selectAll().where('story_id', '=', storyId);
  return (yield* all(asked.orderBy('person_id'))).map(grantCodec.fromRow);
}
