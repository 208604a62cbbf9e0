import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { freshDatabase } from '../../test/support/postgres.ts';
import { eventHash, NO_HASH, payloadHash } from '../domain/chain.ts';
import { SITE } from '../domain/slug.ts';
import { insist, posting, someId } from '../storage/contract/telling.ts';
import type { Open, Opened } from '../storage/contract/opened.ts';
import { openedOn } from '../storage/postgres/opened.ts';
import { inline } from '../storage/sqlite/opened.ts';
import { aNight } from './verify/a-night.ts';
import type { Found } from './verify/differs.ts';
import { everyColumn, kept, type Tampering } from './verify/tampering.ts';
import { verify } from './verify.ts';

const ENGINES: Record<string, Open> = {
  SQLite: inline,
  PostgreSQL: async () => openedOn(await freshDatabase()),
};

const BRIDGE = 'harbour-bridge';
/** The head of the bridge's log, and of the site's. */
const HEAD = 14;
const SITE_HEAD = 8;

/** Every column of one row of each table: which row, whose, and the last event that touched it. */
const ROWS: { table: string; where: string; story: string; seq: number; key: string }[] = [
  { table: 'stories', where: `slug = '${BRIDGE}'`, story: BRIDGE, seq: HEAD, key: 'id' },
  { table: 'updates', where: `title = 'Divers'`, story: BRIDGE, seq: 12, key: 'id' },
  { table: 'tops', where: 'version = 2', story: BRIDGE, seq: 8, key: 'version' },
  { table: 'corrections', where: `was = 'Forty'`, story: BRIDGE, seq: 6, key: 'id' },
  { table: 'slugs', where: `slug = 'bridge'`, story: BRIDGE, seq: HEAD, key: 'slug' },
  { table: 'bylines', where: `name = 'Bo Lind'`, story: BRIDGE, seq: HEAD, key: 'name' },
  { table: 'authors', where: `slug = 'ines-okafor'`, story: SITE, seq: SITE_HEAD, key: 'slug' },
  { table: 'site', where: `id = '${SITE}'`, story: SITE, seq: 1, key: 'id' },
  { table: 'pages', where: `slug = 'about'`, story: SITE, seq: 3, key: 'slug' },
  { table: 'media', where: `alt = 'The bridge.'`, story: SITE, seq: SITE_HEAD, key: 'id' },
];

/** What a change in each column of the bridge's event 6, a correction, must be found as. */
const EVENT_COLUMNS: Record<string, Found> = {
  position: { what: 'position', seq: 1, field: 'position' },
  story_id: { what: 'event', seq: 6, field: 'seq' },
  seq: { what: 'event', seq: 6, field: 'seq' },
  at: { what: 'chain', seq: 6, field: 'hash' },
  recorded_at: { what: 'chain', seq: 6, field: 'hash' },
  kind: { what: 'chain', seq: 6, field: 'hash' },
  update_id: { what: 'chain', seq: 6, field: 'hash' },
  payload: { what: 'event', seq: 6, field: 'payload' },
  salt: { what: 'event', seq: 6, field: 'payload' },
  payload_hash: { what: 'chain', seq: 6, field: 'payloadHash' },
  hash: { what: 'chain', seq: 6, field: 'hash' },
};

async function columnTamperings(opened: Opened, bridge: string): Promise<Tampering[]> {
  const tamperings: Tampering[] = [];
  for (const { table, where, story, seq, key } of ROWS) {
    for (const { column, sql } of await everyColumn(opened, table, where)) {
      // A row under another key, or another story's, is missing where it belongs.
      const field = column === key || column === 'story_id' ? `${table}:missing` : `${table}.${column}`;
      tamperings.push({ does: `changes ${table}.${column}`, sql, story, found: { what: 'row', seq, field } });
    }
  }
  for (const { column, sql } of await everyColumn(opened, 'events', `story_id = '${bridge}' AND seq = 6`)) {
    const found = EVENT_COLUMNS[column] ?? assert.fail(`no expectation for events.${column}`);
    const story = column === 'position' ? 'strike' : BRIDGE;
    tamperings.push({ does: `changes events.${column}`, sql, story, found });
  }
  return tamperings;
}

const here = (does: string, sql: string, found: Found): Tampering => ({ does, sql, story: BRIDGE, found });

function otherTamperings(bridge: string): Tampering[] {
  const ofBridge = `story_id = '${bridge}'`;
  return [
    here('deletes an event', `DELETE FROM events WHERE ${ofBridge} AND seq = 4`, {
      what: 'event',
      seq: 4,
      field: 'seq',
    }),
    here('deletes the last event', `DELETE FROM events WHERE ${ofBridge} AND seq = ${HEAD}`, {
      what: 'event',
      seq: HEAD,
      field: 'seq',
    }),
    here(
      'empties words but keeps their salt',
      `UPDATE events SET payload = NULL WHERE ${ofBridge} AND seq = 2`,
      { what: 'event', seq: 2, field: 'payload' },
    ),
    here('empties a salt', `UPDATE events SET salt = NULL WHERE ${ofBridge} AND seq = 2`, {
      what: 'event',
      seq: 2,
      field: 'salt',
    }),
    here('moves a log’s head on', `UPDATE logs SET seq = seq + 1 WHERE ${ofBridge}`, {
      what: 'event',
      seq: HEAD + 1,
      field: 'seq',
    }),
    here('moves a log’s head back', `UPDATE logs SET seq = seq - 1 WHERE ${ofBridge}`, {
      what: 'chain',
      seq: HEAD - 1,
      field: 'head.hash',
    }),
    here('changes a head’s hash', `UPDATE logs SET hash = 'x' || substr(hash, 2) WHERE ${ofBridge}`, {
      what: 'chain',
      seq: HEAD,
      field: 'head.hash',
    }),
    here(
      'changes a head’s instant',
      `UPDATE logs SET last_at = '2026-02-03T21:00:59.000Z' WHERE ${ofBridge}`,
      { what: 'chain', seq: HEAD, field: 'head.lastAt' },
    ),
    here(
      'swaps two positions',
      `UPDATE events SET position = CASE seq WHEN 2 THEN 1004 ELSE 1002 END WHERE ${ofBridge} AND seq IN (2, 4)`,
      { what: 'position', seq: 3, field: 'position' },
    ),
    here(
      'adds an update',
      `INSERT INTO updates SELECT 'new', story_id, 99, 99, version, at, time_known, title, body, author, key_event, analysis, status, edited_at, retracted_at, retraction_reason, modified_at FROM updates WHERE ${ofBridge} AND seq = 2`,
      { what: 'row', seq: 99, field: 'updates:extra' },
    ),
    here('adds an address', `INSERT INTO slugs VALUES ('free-money', '${bridge}')`, {
      what: 'row',
      seq: HEAD,
      field: 'slugs:extra',
    }),
    here('adds a name to a byline', `INSERT INTO bylines VALUES ('Nobody', '${bridge}', '')`, {
      what: 'row',
      seq: HEAD,
      field: 'bylines:extra',
    }),
    ...['stories', 'updates', 'tops', 'corrections', 'slugs', 'bylines'].map((table) => ({
      does: `deletes from ${table}`,
      sql: `DELETE FROM ${table} WHERE ${table === 'stories' ? 'id' : 'story_id'} = '${bridge}'`,
      story: BRIDGE,
      found: {
        what: 'row' as const,
        seq: { updates: 12, tops: 1, corrections: 6 }[table] ?? HEAD,
        field: `${table}:missing`,
      },
    })),
    ...['authors', 'media', 'site', 'pages'].map((table) => ({
      does: `deletes from ${table}`,
      sql: `DELETE FROM ${table}`,
      story: SITE,
      found: {
        what: 'row' as const,
        seq: { site: 1, pages: 3 }[table] ?? SITE_HEAD,
        field: `${table}:missing`,
      },
    })),
    ...orphans(bridge),
  ];
}

function orphans(bridge: string): Tampering[] {
  const inserts: Record<string, string> = {
    stories: `INSERT INTO stories (id, slug, lang, zone, place_zone, section, state, paused_until, ended_at, version, top, top_version, opened_at, updated_at, top_written_at, headline_at, lead_at, pinned_id, update_count, section_slug) SELECT 'lost', 'lost', lang, zone, place_zone, section, state, paused_until, ended_at, version, top, top_version, opened_at, updated_at, top_written_at, headline_at, lead_at, pinned_id, update_count, section_slug FROM stories WHERE id = '${bridge}'`,
    updates: `INSERT INTO updates SELECT 'u', 'lost', seq, last_seq, version, at, time_known, title, body, author, key_event, analysis, status, edited_at, retracted_at, retraction_reason, modified_at FROM updates WHERE story_id = '${bridge}' AND seq = 2`,
    tops: `INSERT INTO tops SELECT 'lost', version, seq, at, top FROM tops WHERE story_id = '${bridge}' AND version = 1`,
    corrections: `INSERT INTO corrections SELECT 'c', 'lost', update_id, seq, at, was, "is", note FROM corrections WHERE seq = 6`,
    slugs: `INSERT INTO slugs VALUES ('lost', 'lost')`,
    bylines: `INSERT INTO bylines VALUES ('Nobody', 'lost', '')`,
    activity: `INSERT INTO activity (id, at, actor, action, story_id, seq) VALUES ('a', '2026-02-03T21:00:59.000Z', 'cli', 'post', 'lost', 1)`,
    imports: `INSERT INTO imports VALUES ('d1', 'lost', '2026-02-03T21:00:59.000Z')`,
  };
  return Object.entries(inserts).map(([table, sql]) => ({
    does: `adds to ${table} what no log tells of`,
    sql,
    story: 'lost',
    found: { what: 'row', seq: 0, field: `${table}:orphan` },
  }));
}

/** Changes words in a log and makes every hash after them fit. */
async function forge(
  { storage, execute }: Opened,
  storyId: string,
  [was, is]: [string, string],
): Promise<void> {
  let hash = NO_HASH;
  for (const event of await storage.events(storyId, 0, Infinity)) {
    const payload = event.payload!.replace(was, is);
    const forged = { ...event, payloadHash: payloadHash(event.salt!, payload) };
    hash = eventHash(hash, forged);
    const set = `payload = '${payload}', payload_hash = '${forged.payloadHash}', hash = '${hash}'`;
    await execute(`UPDATE events SET ${set} WHERE story_id = '${storyId}' AND seq = ${event.seq}`);
  }
  await execute(`UPDATE logs SET hash = '${hash}' WHERE story_id = '${storyId}'`);
}

for (const [engine, open] of Object.entries(ENGINES)) {
  describe(`verify on ${engine}`, () => {
    test('an untouched newsroom is as its logs say', async () => {
      await using opened = await open();
      const empty = await verify(opened.storage);
      assert.deepEqual({ ...empty, head: '' }, { type: 'ok', stories: 0, events: 0, head: '', erased: 0 });
      await aNight(opened.storage);
      const progress: number[] = [];
      const verified = await verify(opened.storage, {
        onProgress: (done, total) => progress.push(done, total),
      });
      assert.deepEqual(
        { ...verified, head: '' },
        { type: 'ok', stories: 2, events: 27, head: '', erased: 0 },
      );
      assert.deepEqual(progress.slice(-2), [27, 27]);
    });

    test('whatever is changed, added or taken away behind its back is found and named', async (t) => {
      await using opened = await open();
      const { bridge } = await aNight(opened.storage);
      const clean = await verify(opened.storage);
      const putBack = await kept(opened);
      const tamperings = [
        ...(await columnTamperings(opened, bridge.storyId)),
        ...otherTamperings(bridge.storyId),
      ];
      for (const { does, sql, story, found } of tamperings) {
        await t.test(does, async () => {
          await opened.execute(sql);
          const verified = await verify(opened.storage);
          await putBack();
          assert.deepEqual(verified, { type: 'differs', story, ...found });
        });
      }
      assert.deepEqual(await verify(opened.storage), clean);
      assert.ok(tamperings.length > 90, `${tamperings.length} tamperings were tried`);
    });

    test('of a picture whose words were erased the rest is still checked', async () => {
      await using opened = await open();
      await aNight(opened.storage);
      const putBack = await kept(opened);
      for (let seq = 1; seq <= SITE_HEAD; seq += 1) {
        await opened.execute(
          `UPDATE events SET payload = NULL, salt = NULL WHERE story_id = '${SITE}' AND seq = ${seq}`,
        );
        const verified = await verify(opened.storage);
        assert.equal(
          verified.type === 'ok' && verified.erased,
          1,
          `event ${seq}: ${JSON.stringify(verified)}`,
        );
        await opened.execute(`UPDATE media SET digest = 'another'`);
        const found = await verify(opened.storage);
        // Of the picture itself nothing is known any more once it was erased how it came in.
        assert.equal(found.type === 'differs' && found.field, seq === 6 ? false : 'media.digest');
        await putBack();
      }
      await opened.execute(`DELETE FROM media`);
      const gone = await verify(opened.storage);
      assert.equal(gone.type === 'differs' && gone.field, 'media:missing');
    });

    test('words erased by law are told of, and the rest is still checked', async () => {
      await using opened = await open();
      const { bridge } = await aNight(opened.storage);
      const putBack = await kept(opened);
      const erase = (seqs: string) =>
        opened.execute(
          `UPDATE events SET payload = NULL, salt = NULL WHERE story_id = '${bridge.storyId}' AND seq IN (${seqs})`,
        );
      for (let seq = 1; seq <= HEAD; seq += 1) {
        await erase(`${seq}`);
        const verified = await verify(opened.storage);
        assert.equal(
          verified.type === 'ok' && verified.erased,
          1,
          `event ${seq}: ${JSON.stringify(verified)}`,
        );
        await opened.execute(`UPDATE stories SET update_count = 7 WHERE id = '${bridge.storyId}'`);
        const found = await verify(opened.storage);
        assert.equal(found.type === 'differs' && found.field, 'stories.update_count');
        await putBack();
      }
      await erase('3, 6');
      await opened.execute(`UPDATE updates SET body = '', title = NULL WHERE seq = 3`);
      await opened.execute(`UPDATE corrections SET was = '', "is" = '', note = NULL WHERE seq = 6`);
      const both = await verify(opened.storage);
      assert.equal(both.type === 'ok' && both.erased, 2, JSON.stringify(both));
      await opened.execute(`UPDATE updates SET title = 'Boats' WHERE title = 'Divers'`);
      const found = await verify(opened.storage);
      assert.equal(found.type === 'differs' && found.field, 'updates.title');
    });

    test('a log whose words are all erased still has its numbers, its chain and its rows', async () => {
      await using opened = await open();
      const { bridge } = await aNight(opened.storage);
      await opened.execute('UPDATE events SET payload = NULL, salt = NULL');
      const verified = await verify(opened.storage);
      assert.equal(verified.type === 'ok' && verified.erased, 27, JSON.stringify(verified));
      await opened.execute(`DELETE FROM updates WHERE story_id = '${bridge.storyId}' AND seq = 2`);
      const found = await verify(opened.storage);
      assert.equal(found.type === 'differs' && found.field, 'updates:missing');
    });

    test('a forger who recomputes every hash is given away by the rows; who forges those too, by the head that was kept', async () => {
      await using opened = await open();
      const { bridge } = await aNight(opened.storage);
      const before = await verify(opened.storage);
      await forge(opened, bridge.storyId, ['Two divers', 'Ten divers']);
      const found = await verify(opened.storage);
      assert.deepEqual(found, {
        type: 'differs',
        what: 'row',
        story: BRIDGE,
        seq: 12,
        field: 'updates.body',
      });
      await opened.execute(`UPDATE updates SET body = replace(body, 'Two divers', 'Ten divers')`);
      const forged = await verify(opened.storage);
      assert.ok(forged.type === 'ok' && before.type === 'ok');
      assert.notEqual(forged.head, before.head);
    });

    test('who verifies while others write is not misled', async () => {
      await using opened = await open();
      const writer = await opened.another();
      const { bridge, strike } = await aNight(opened.storage);
      const writing = (async () => {
        for (let n = 0; n < 30; n += 1) {
          await insist(
            writer,
            (n % 2 === 0 ? bridge : strike).storyId,
            posting(`Line ${n}.`, { updateId: someId() }),
          );
          await new Promise(setImmediate);
        }
      })();
      let rounds = 0;
      for (let events = 0; events < 51; rounds += 1) {
        const verified = await verify(opened.storage);
        assert.equal(verified.type, 'ok', JSON.stringify(verified));
        events = verified.type === 'ok' ? verified.events : 0;
        await new Promise(setImmediate);
      }
      await writing;
      assert.ok(rounds > 1, 'it was verified while it was written');
    });
  });
}
