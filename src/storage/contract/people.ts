import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../domain/desk/people.ts';
import type { DeskSession, OnceLink, Passkey } from '../../domain/desk/sign-in.ts';
import type { PeopleWrite } from '../desk/people-store.ts';
import type { Storage } from '../storage.ts';
import type { Open } from './opened.ts';
import { after, someId } from './telling.ts';

const aPerson = (given: Partial<Person> = {}): Person => {
  const id = someId();
  const email = `${id}@estuary.test`;
  return {
    id,
    email,
    name: 'Ines',
    role: 'editor',
    createdAt: after(1),
    disabledAt: null,
    lang: null,
    ...given,
  };
};

const aSession = (personId: string, given: Partial<DeskSession> = {}): DeskSession => ({
  id: someId(),
  personId,
  hash: someId(),
  method: 'password',
  device: 'Firefox, Linux',
  createdAt: after(1),
  seenAt: after(1),
  expiresAt: after(1000),
  revokedAt: null,
  ...given,
});

const aLink = (given: Partial<OnceLink> = {}): OnceLink => ({
  id: someId(),
  kind: 'invitation',
  hash: someId(),
  email: 'ines@estuary.test',
  name: 'Ines',
  role: 'editor',
  personId: null,
  madeBy: null,
  extra: { method: 'link' },
  createdAt: after(1),
  expiresAt: after(100),
  usedAt: null,
  ...given,
});

const change = async ({ people }: Storage, ...writes: PeopleWrite[]): Promise<string> => {
  const done = await people.change({ writes, activity: [] });
  return done.type === 'refused' ? done.why : done.type;
};

/** Of six who try at once, one is taken. */
const once = (why: string): string[] => ['changed', ...Array.from({ length: 5 }, () => why)];

export function peopleContract(open: Open): void {
  test('a person is found by id and by address, and an address belongs to one', async () => {
    await using opened = await open();
    const { storage } = opened;
    const [ines, ada] = [aPerson(), aPerson({ role: 'admin', lang: 'pt-BR' })];
    assert.equal(
      await change(storage, { write: 'person', person: ines }, { write: 'person', person: ada }),
      'changed',
    );
    assert.deepEqual(await storage.people.find(ines.id), ines);
    assert.deepEqual(await (await opened.another()).people.byEmail(ada.email), ada);
    assert.equal((await storage.people.list()).length, 2);
    const rival = aPerson({ email: ines.email });
    assert.equal(await change(storage, { write: 'person', person: rival }), 'email-taken');
    assert.equal(await change(storage, { write: 'person', person: aPerson(), first: true }), 'admin-here');
  });

  test('a refused change writes nothing of itself', async () => {
    await using opened = await open();
    const { storage } = opened;
    const ada = aPerson({ role: 'admin' });
    await change(storage, { write: 'person', person: ada });
    const link = aLink();
    const refused = await change(
      storage,
      { write: 'link', link },
      { write: 'details', personId: ada.id, set: { role: 'editor' } },
    );
    assert.equal(refused, 'last-admin');
    assert.equal(await storage.people.link(link.hash), null);
    await change(storage, { write: 'person', person: aPerson({ role: 'admin' }) });
    const disabled = { disabledAt: after(5) };
    assert.equal(await change(storage, { write: 'details', personId: ada.id, set: disabled }), 'changed');
    assert.equal((await storage.people.find(ada.id))?.disabledAt, after(5));
  });

  test('of many who open one link, or give one code, at once, one is taken', async () => {
    await using opened = await open();
    const handles = [opened.storage, await opened.another()];
    const [person, link] = [aPerson(), aLink()];
    await change(opened.storage, { write: 'person', person }, { write: 'link', link });
    const race = async (write: PeopleWrite): Promise<string[]> =>
      (await Promise.all(Array.from({ length: 6 }, (_, n) => change(handles[n % 2]!, write)))).toSorted();
    assert.deepEqual(await race({ write: 'link-use', hash: link.hash, at: after(2) }), once('link-used'));
    const personId = person.id;
    assert.deepEqual(await race({ write: 'totp-step', personId, step: 50_000_000 }), once('code-used'));
    assert.equal(
      await change(opened.storage, { write: 'totp-step', personId, step: 49_999_999 }),
      'code-used',
    );
    await change(opened.storage, { write: 'recovery-codes', personId, hashes: ['a', 'b'] });
    assert.deepEqual(
      await race({ write: 'recovery-code', personId, hash: 'a', at: after(2) }),
      once('code-used'),
    );
    assert.equal(await opened.storage.people.recoveryCodesLeft(personId), 1);
    assert.equal(
      await change(opened.storage, { write: 'link-use', hash: someId(), at: after(2) }),
      'unknown-link',
    );
  });

  test('nobody is let in by a password or a second factor that is another by now, nor once they were let out', async () => {
    await using opened = await open();
    const { storage } = opened;
    const person = aPerson();
    const personId = person.id;
    await change(
      storage,
      { write: 'person', person },
      { write: 'password', personId, password: 'a hash', at: after(1) },
    );
    const enters = (were: { password?: string; totpSecret?: string | null }): Promise<string> =>
      change(
        storage,
        { write: 'credentials-stand', personId, were },
        { write: 'session', session: aSession(personId) },
      );
    assert.equal(await enters({ password: 'a hash', totpSecret: null }), 'changed');
    assert.equal(await enters({}), 'changed');
    await change(storage, { write: 'totp', personId, secret: 'S' });
    assert.equal(await enters({ password: 'a hash', totpSecret: null }), 'credentials-moved');
    await change(storage, { write: 'password', personId, password: 'another', at: after(2) });
    assert.equal(await enters({ password: 'a hash', totpSecret: 'S' }), 'credentials-moved');
    await change(storage, { write: 'details', personId, set: { disabledAt: after(3) } });
    assert.equal(await enters({ password: 'another', totpSecret: 'S' }), 'unknown-person');
    assert.equal((await storage.sessions.list(personId, after(4))).length, 2);
  });

  test('a session that was ended meanwhile lets nothing be written', async () => {
    await using opened = await open();
    const { storage } = opened;
    const [person, session] = [aPerson(), aSession('')];
    session.personId = person.id;
    await change(storage, { write: 'person', person }, { write: 'session', session });
    const renames = (name: string): Promise<string> =>
      change(
        storage,
        { write: 'session-stands', id: session.id },
        { write: 'details', personId: person.id, set: { name } },
      );
    assert.equal(await renames('Ines V.'), 'changed');
    await change(storage, { write: 'sessions-end', personId: person.id, at: after(2) });
    assert.equal(await renames('Eve'), 'session-ended');
    assert.equal((await storage.people.find(person.id))?.name, 'Ines V.');
  });

  test('a link that ran out opens no more, and an invitation is listed while it opens', async () => {
    await using opened = await open();
    const { storage } = opened;
    const link = aLink();
    await change(storage, { write: 'link', link });
    assert.deepEqual(await storage.people.link(link.hash), link);
    assert.deepEqual(await storage.people.invitations(after(2)), [link]);
    assert.deepEqual(await storage.people.invitations(after(100)), []);
    assert.equal(
      await change(storage, { write: 'link-use', hash: link.hash, at: after(100) }),
      'link-expired',
    );
    await change(storage, { write: 'links-gone', kind: 'invitation', which: { email: link.email ?? '' } });
    assert.equal(await storage.people.link(link.hash), null);
  });

  test('sessions are found by their hash, marked as seen, and ended one, all but one or all', async () => {
    await using opened = await open();
    const { storage } = opened;
    const person = aPerson();
    const personId = person.id;
    const sessions = [2, 3, 4].map((seconds) => aSession(personId, { seenAt: after(seconds) }));
    await change(
      storage,
      { write: 'person', person },
      ...sessions.map((session): PeopleWrite => ({ write: 'session', session })),
    );
    const [first, second, third] = sessions as [DeskSession, DeskSession, DeskSession];
    assert.deepEqual(await storage.sessions.byHash(first.hash), { session: first, person });
    await storage.sessions.markSeen(first.id, after(9));
    const left = async (): Promise<string[]> =>
      (await storage.sessions.list(personId, after(10))).map(({ id }) => id);
    assert.deepEqual(await left(), [first.id, third.id, second.id]);
    await change(storage, { write: 'sessions-end', personId, id: third.id, at: after(10) });
    assert.deepEqual(await left(), [first.id, second.id]);
    await change(storage, { write: 'sessions-end', personId, but: second.id, at: after(11) });
    assert.deepEqual(await left(), [second.id]);
    await change(storage, { write: 'sessions-end', personId, at: after(12) });
    assert.deepEqual(await left(), []);
    assert.equal((await storage.sessions.byHash(third.hash))?.session.revokedAt, after(10));
    assert.deepEqual(await storage.sessions.list(personId, after(1001)), []);
  });

  test('a passkey’s counter only goes up, to 32 bits; one that does not count is let be', async () => {
    await using opened = await open();
    const { storage } = opened;
    const personId = someId();
    const passkey: Passkey = {
      id: someId(),
      personId,
      name: 'Phone',
      publicKey: 'AQID',
      counter: 0,
      transports: ['internal', 'hybrid'],
      createdAt: after(1),
      usedAt: null,
    };
    await change(storage, { write: 'passkey', passkey });
    assert.deepEqual(await storage.people.passkeys(personId), [passkey]);
    assert.equal(await change(storage, { write: 'passkey', passkey }), 'passkey-known');
    const use = (counter: number) =>
      change(storage, { write: 'passkey-use', id: passkey.id, counter, at: after(2) });
    const answers = [];
    for (const counter of [0, 0, 4_294_967_295, 4_294_967_295, 7, 0]) answers.push(await use(counter));
    assert.deepEqual(answers, [
      'changed',
      'changed',
      'changed',
      ...Array.from({ length: 3 }, () => 'passkey-copied'),
    ]);
    assert.equal((await storage.people.passkey(passkey.id))?.counter, 4_294_967_295);
  });

  test('a provider’s subject stands for one person, and a person has one subject there', async () => {
    await using opened = await open();
    const { storage } = opened;
    const person = aPerson();
    const bind = (subject: string, personId: string) =>
      change(storage, { write: 'sso', issuer: 'https://id.test', subject, personId, at: after(1) });
    await change(storage, { write: 'person', person });
    assert.equal(await bind('s1', person.id), 'changed');
    assert.equal(await bind('s1', someId()), 'identity-taken');
    assert.equal(await bind('s2', person.id), 'identity-taken');
    assert.deepEqual(await storage.people.bySso('https://id.test', 's1'), person);
    assert.equal(await storage.people.bySso('https://other.test', 's1'), null);
    assert.equal(await storage.people.isBound('https://id.test', person.id), true);
  });

  test('what is given or taken for a story is kept in three values each', async () => {
    await using opened = await open();
    const { storage } = opened;
    const grant = { storyId: someId(), personId: someId(), write: false, publish: null };
    await change(storage, { write: 'grant', grant });
    assert.deepEqual(await storage.grants.find(grant.storyId, grant.personId), grant);
    await change(storage, { write: 'grant', grant: { ...grant, write: null, publish: true } });
    assert.deepEqual(await storage.grants.list(grant.storyId), [{ ...grant, write: null, publish: true }]);
    await change(storage, { write: 'grant', grant: { ...grant, write: null } });
    assert.equal(await storage.grants.find(grant.storyId, grant.personId), null);
  });

  test('tries are counted before they are looked at: of many at once five are', async () => {
    await using opened = await open();
    const handles = [opened.storage, await opened.another()];
    const tries = await Promise.all(
      Array.from({ length: 12 }, (_, n) => handles[n % 2]!.people.attempt('k', after(1))),
    );
    assert.equal(tries.filter(({ type }) => type === 'try').length, 5);
    assert.deepEqual(await opened.storage.people.attempt('k', after(1)), { type: 'wait', until: after(3) });
    assert.equal((await opened.storage.people.attempt('k', after(3))).type, 'try');
    await change(opened.storage, { write: 'attempts-forgiven', key: 'k' });
    assert.deepEqual(await opened.storage.people.attempt('k', after(3)), { type: 'try', failures: 1 });
  });
}
