import type { OnceLink } from '../../domain/desk/sign-in.ts';
import { all, first, type Plan, type Sql } from '../plan.ts';
import type { PeopleRefusal, PeopleWrite, WriteOf } from './people-store.ts';

type Checks = {
  [W in PeopleWrite['write']]?: (db: Sql, write: WriteOf<W>) => Plan<PeopleRefusal | null>;
};

/** Why a write is refused; null where it may be done. Nothing has been written yet, and nobody writes between. */
export const checks: Checks = {
  *person(db, { person, first: asFirst = false }) {
    if (asFirst && (yield* isAdminBeside(db, ''))) return 'admin-here';
    const rival = yield* first(db.selectFrom('users').select('id').where('email', '=', person.email));
    return rival ? 'email-taken' : null;
  },
  *details(db, { personId, set }) {
    const row = yield* first(
      db.selectFrom('users').select(['role', 'disabled_at']).where('id', '=', personId),
    );
    if (!row) return 'unknown-person';
    const admin = { role: set.role ?? row.role, out: 'disabledAt' in set ? set.disabledAt : row.disabled_at };
    const stays = admin.role === 'admin' && admin.out === null;
    const was = row.role === 'admin' && row.disabled_at === null;
    return was && !stays && !(yield* isAdminBeside(db, personId)) ? 'last-admin' : null;
  },
  *'totp-step'(db, { personId, step }) {
    const row = yield* first(db.selectFrom('users').select('totp_step').where('id', '=', personId));
    if (!row) return 'unknown-person';
    return row.totp_step !== null && row.totp_step >= step ? 'code-used' : null;
  },
  *'recovery-code'(db, { personId, hash }) {
    const row = yield* first(
      db
        .selectFrom('recovery_codes')
        .select('used_at')
        .where('person_id', '=', personId)
        .where('hash', '=', hash),
    );
    return row?.used_at === null ? null : 'code-used';
  },
  *'credentials-stand'(db, { personId, were }) {
    const row = yield* first(
      db.selectFrom('users').select(['password', 'totp_secret']).where('id', '=', personId),
    );
    if (!row) return 'unknown-person';
    const { password = row.password, totpSecret = row.totp_secret } = were;
    return password === row.password && totpSecret === row.totp_secret ? null : 'credentials-moved';
  },
  *'session-stands'(db, { id }) {
    const row = yield* first(db.selectFrom('sessions').select('revoked_at').where('id', '=', id));
    return row?.revoked_at === null ? null : 'session-ended';
  },
  *session(db, { session }) {
    const asked = db.selectFrom('users').select('disabled_at').where('id', '=', session.personId);
    const row = yield* first(asked);
    // Whoever comes by a link may be recorded in this same change.
    return row && row.disabled_at !== null ? 'unknown-person' : null;
  },
  *passkey(db, { passkey }) {
    const rival = yield* first(db.selectFrom('passkeys').select('id').where('id', '=', passkey.id));
    return rival ? 'passkey-known' : null;
  },
  *'passkey-use'(db, { id, counter }) {
    const row = yield* first(db.selectFrom('passkeys').select('counter').where('id', '=', id));
    if (!row) return 'passkey-copied';
    const counts = row.counter > 0 || counter > 0;
    return counts && counter <= row.counter ? 'passkey-copied' : null;
  },
  *sso(db, { issuer, subject, personId }) {
    const row = yield* first(
      db
        .selectFrom('sso_identities')
        .select('person_id')
        .where('issuer', '=', issuer)
        .where(({ or, eb }) => or([eb('subject', '=', subject), eb('person_id', '=', personId)])),
    );
    return row ? 'identity-taken' : null;
  },
  *'link-use'(db, { hash, at }) {
    const row = yield* first(
      db.selectFrom('once_links').select(['used_at', 'expires_at']).where('hash', '=', hash),
    );
    return linkRefusal(row && { usedAt: row.used_at, expiresAt: row.expires_at }, at);
  },
  *'token-gone'(db, { id }) {
    const row = yield* first(db.selectFrom('tokens').select('revoked_at').where('id', '=', id));
    return row?.revoked_at === null ? null : 'unknown-token';
  },
};

function linkRefusal(link: Pick<OnceLink, 'usedAt' | 'expiresAt'> | null, at: string): PeopleRefusal | null {
  if (!link) return 'unknown-link';
  if (link.usedAt !== null) return 'link-used';
  return link.expiresAt <= at ? 'link-expired' : null;
}

function* isAdminBeside(db: Sql, personId: string): Plan<boolean> {
  const others = db
    .selectFrom('users')
    .select('id')
    .where('role', '=', 'admin')
    .where('disabled_at', 'is', null)
    .where('id', '!=', personId);
  return (yield* all(others.limit(1))).length > 0;
}
