import { SENT_LINKS } from '../../domain/desk/sign-in.ts';
import { mayTryAgain } from '../../domain/desk/attempts.ts';
import { instantOf, millisecondsOf } from '../../domain/time.ts';
import { batches, first, run, type Plan, type Sql } from '../plan.ts';
import {
  activityCodec,
  grantCodec,
  linkCodec,
  passkeyCodec,
  personCodec,
  sessionCodec,
  tokenCodec,
} from '../tables.ts';
import { checks } from './people-checks.ts';
import type {
  PeopleChange,
  PeopleChanged,
  PeopleRefusal,
  PeopleStore,
  PeopleWrite,
  WriteOf,
} from './people-store.ts';

type Result<F> = F extends (...args: never[]) => Promise<infer T> ? Plan<T> : never;

export const peopleWritePlans = { changePeople, markSessionSeen, attemptSignIn };

type Doing = { [W in PeopleWrite['write']]: (db: Sql, write: WriteOf<W>) => Plan<void> };
type Check = (db: Sql, write: PeopleWrite) => Plan<PeopleRefusal | null>;
type Do = (db: Sql, write: PeopleWrite) => Plan<void>;

/** Everything that can refuse comes first. */
function* changePeople(db: Sql, { writes, activity }: PeopleChange): Plan<PeopleChanged> {
  for (const write of writes) {
    const check = checks[write.write] as Check | undefined;
    const why = check ? yield* check(db, write) : null;
    if (why) return { type: 'refused', why };
  }
  for (const write of writes) yield* (doing[write.write] as Do)(db, write);
  for (const batch of batches(activity)) {
    yield* run(db.insertInto('activity').values(batch.map(activityCodec.toRow)));
  }
  return { type: 'changed' };
}

function* markSessionSeen(db: Sql, id: string, at: string): Plan<void> {
  yield* run(db.updateTable('sessions').set({ seen_at: at }).where('id', '=', id));
}

/** How long a link that opens no more still says so, ms. */
const LINKS_TOLD = 30 * 86_400_000;

/** How long failures are remembered, ms. */
const REMEMBERED = 86_400_000;

/** Counted before it is known to be wrong: whoever tries many at once is let through no more often than one by one. */
function* attemptSignIn(db: Sql, key: string, at: string): Result<PeopleStore['attempt']> {
  const forgotten = instantOf(millisecondsOf(at) - REMEMBERED);
  yield* run(db.deleteFrom('sign_in_attempts').where('failed_at', '<', forgotten));
  // The clock was set back meanwhile: they count from now, and not from an hour that is still to come.
  yield* run(db.updateTable('sign_in_attempts').set({ failed_at: at }).where('failed_at', '>', at));
  const row = yield* first(db.selectFrom('sign_in_attempts').selectAll().where('key', '=', key));
  const until = row && mayTryAgain(row.failures, row.failed_at);
  if (until !== null && until > at) return { type: 'wait', until };
  const failures = (row?.failures ?? 0) + 1;
  yield* run(
    db
      .insertInto('sign_in_attempts')
      .values({ key, failures, failed_at: at })
      .onConflict((on) => on.column('key').doUpdateSet({ failures, failed_at: at })),
  );
  return { type: 'try', failures };
}

const NO_CREDENTIALS = { password: null, password_changed_at: null, totp_secret: null, totp_step: null };

const ofPerson = (db: Sql, personId: string) => db.updateTable('users').where('id', '=', personId);

const doing: Doing = {
  *person(db, { person }) {
    yield* run(db.insertInto('users').values({ ...personCodec.toRow(person), ...NO_CREDENTIALS }));
  },
  *details(db, { personId, set }) {
    const { name, lang, role, disabledAt } = set;
    const columns = {
      ...(name !== undefined && { name }),
      ...(lang !== undefined && { lang }),
      ...(role !== undefined && { role }),
      ...(disabledAt !== undefined && { disabled_at: disabledAt }),
    };
    if (Object.keys(columns).length > 0) yield* run(ofPerson(db, personId).set(columns));
  },
  *password(db, { personId, password, at }) {
    yield* run(ofPerson(db, personId).set({ password, password_changed_at: at }));
  },
  *totp(db, { personId, secret }) {
    yield* run(ofPerson(db, personId).set({ totp_secret: secret, totp_step: null }));
    yield* run(db.deleteFrom('recovery_codes').where('person_id', '=', personId));
  },
  *'totp-step'(db, { personId, step }) {
    yield* run(ofPerson(db, personId).set({ totp_step: step }));
  },
  *'totp-step-first'(db, { personId, step }) {
    yield* run(ofPerson(db, personId).set({ totp_step: step }));
  },
  *'recovery-codes'(db, { personId, hashes }) {
    yield* run(db.deleteFrom('recovery_codes').where('person_id', '=', personId));
    const rows = hashes.map((hash) => ({ person_id: personId, hash, used_at: null }));
    yield* run(db.insertInto('recovery_codes').values(rows));
  },
  *'recovery-code'(db, { personId, hash, at }) {
    const code = db.updateTable('recovery_codes').set({ used_at: at }).where('hash', '=', hash);
    yield* run(code.where('person_id', '=', personId));
  },
  *'attempts-forgiven'(db, { key }) {
    yield* run(db.deleteFrom('sign_in_attempts').where('key', '=', key));
  },
  *passkey(db, { passkey }) {
    yield* run(db.insertInto('passkeys').values(passkeyCodec.toRow(passkey)));
  },
  *'passkey-use'(db, { id, counter, at }) {
    yield* run(db.updateTable('passkeys').set({ counter, used_at: at }).where('id', '=', id));
  },
  *'passkey-name'(db, { personId, id, name }) {
    const named = db.updateTable('passkeys').set({ name }).where('id', '=', id);
    yield* run(named.where('person_id', '=', personId));
  },
  *'passkey-gone'(db, { personId, id }) {
    yield* run(db.deleteFrom('passkeys').where('id', '=', id).where('person_id', '=', personId));
  },
  *sso(db, { issuer, subject, personId, at }) {
    const identity = { issuer, subject, person_id: personId, created_at: at };
    yield* run(db.insertInto('sso_identities').values(identity));
  },
  *'credentials-stand'() {},
  *'session-stands'() {},
  *session(db, { session }) {
    yield* run(db.insertInto('sessions').values(sessionCodec.toRow(session)));
  },
  *'sessions-end'(db, { personId, id, but, at }) {
    let ended = db
      .updateTable('sessions')
      .set({ revoked_at: at })
      .where('person_id', '=', personId)
      .where('revoked_at', 'is', null);
    if (id !== undefined) ended = ended.where('id', '=', id);
    if (but !== undefined) ended = ended.where('id', '!=', but);
    yield* run(ended);
  },
  *link(db, { link }) {
    // What was used or ran out is told of for a while; what a sign-in left behind is of no use.
    const old = instantOf(millisecondsOf(link.createdAt) - LINKS_TOLD);
    yield* run(
      db
        .deleteFrom('once_links')
        .where(({ eb, or, and }) =>
          or([
            eb('expires_at', '<', old),
            and([eb('expires_at', '<', link.createdAt), eb('kind', 'not in', [...SENT_LINKS])]),
          ]),
        ),
    );
    yield* run(db.insertInto('once_links').values(linkCodec.toRow(link)));
  },
  *'link-use'(db, { hash, at }) {
    yield* run(db.updateTable('once_links').set({ used_at: at }).where('hash', '=', hash));
  },
  *'links-gone'(db, { kind, which }) {
    const unused = db.deleteFrom('once_links').where('kind', '=', kind).where('used_at', 'is', null);
    if ('id' in which) yield* run(unused.where('id', '=', which.id));
    else if ('personId' in which) yield* run(unused.where('person_id', '=', which.personId));
    else if ('madeBy' in which) yield* run(unused.where('made_by', '=', which.madeBy));
    else yield* run(unused.where('email', '=', which.email));
  },
  *grant(db, { grant }) {
    const { storyId, personId, write, publish } = grant;
    const former = db.deleteFrom('story_grants').where('story_id', '=', storyId);
    yield* run(former.where('person_id', '=', personId));
    if (write !== null || publish !== null)
      yield* run(db.insertInto('story_grants').values(grantCodec.toRow(grant)));
  },
  *token(db, { token }) {
    yield* run(db.insertInto('tokens').values(tokenCodec.toRow(token)));
  },
  *'token-gone'(db, { id, at }) {
    yield* run(db.updateTable('tokens').set({ revoked_at: at }).where('id', '=', id));
  },
};
