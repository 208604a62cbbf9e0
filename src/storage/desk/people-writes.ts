import { batches, run, type Plan, type Sql } from '../plan.ts';
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
import type { PeopleChange, PeopleChanged, PeopleRefusal, PeopleWrite, WriteOf } from './people-store.ts';

export const peopleWritePlans = { changePeople, markSessionSeen };

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

const ofPerson = (db: Sql, personId: string) => db.updateTable('users').where('id', '=', personId);

const doing: Doing = {
  *person(db, { person }) {
    yield* run(db.insertInto('users').values({ ...personCodec.toRow(person), failures: 0 }));
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
  *'recovery-codes'(db, { personId, hashes }) {
    yield* run(db.deleteFrom('recovery_codes').where('person_id', '=', personId));
    const rows = hashes.map((hash) => ({ person_id: personId, hash, used_at: null }));
    yield* run(db.insertInto('recovery_codes').values(rows));
  },
  *'recovery-code'(db, { personId, hash, at }) {
    const code = db.updateTable('recovery_codes').set({ used_at: at }).where('hash', '=', hash);
    yield* run(code.where('person_id', '=', personId));
  },
  *failure(db, { personId, at }) {
    yield* run(ofPerson(db, personId).set((eb) => ({ failures: eb('failures', '+', 1), failed_at: at })));
  },
  *'no-failures'(db, { personId }) {
    yield* run(ofPerson(db, personId).set({ failures: 0, failed_at: null }));
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
    yield* run(db.insertInto('once_links').values(linkCodec.toRow(link)));
  },
  *'link-use'(db, { hash, at }) {
    yield* run(db.updateTable('once_links').set({ used_at: at }).where('hash', '=', hash));
  },
  *'links-gone'(db, { kind, which }) {
    const unused = db.deleteFrom('once_links').where('kind', '=', kind).where('used_at', 'is', null);
    if ('id' in which) yield* run(unused.where('id', '=', which.id));
    else if ('personId' in which) yield* run(unused.where('person_id', '=', which.personId));
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
