import assert from 'node:assert/strict';
import { test } from 'node:test';
import { editorAt } from '../../test/support/desk.ts';
import { handClock, newsroomOnSqlite, type TestNewsroom } from '../../test/support/newsroom.ts';
import { freshDatabase } from '../../test/support/postgres.ts';
import { changeMedia, finishMedia } from '../commands/change-media.ts';
import { changeSlug } from '../commands/change-slug.ts';
import { changeState } from '../commands/change-state.ts';
import { correctStory } from '../commands/correct-story.ts';
import { editUpdate } from '../commands/edit-update.ts';
import { markKeyEvent } from '../commands/mark-key-event.ts';
import { perform, type Newsroom } from '../commands/perform.ts';
import { pinUpdate } from '../commands/pin-update.ts';
import { recordAuthor } from '../commands/record-author.ts';
import { retractUpdate } from '../commands/retract-update.ts';
import { takeInMedia } from '../commands/take-in-media.ts';
import { writeTop } from '../commands/write-top.ts';
import { eventHash, headOfHeads, payloadHash } from '../domain/chain.ts';
import { paragraphs } from '../domain/document.ts';
import { newId } from '../domain/id.ts';
import { changeSite } from '../commands/change-site.ts';
import { continueNextDay } from '../commands/next-day.ts';
import { openChosen } from '../commands/open-story.ts';
import { performOnSite } from '../commands/perform-on-site.ts';
import { postUpdate } from '../commands/post-update.ts';
import { picture } from '../storage/contract/telling.ts';
import { openedOn } from '../storage/postgres/opened.ts';
import type { Storage } from '../storage/storage.ts';
import type { ExportedEvent, StoryExport } from './export-format.ts';
import { verify } from '../ops/verify.ts';
import { picturesMissing } from './pictures-missing.ts';
import { readExport } from './read-export.ts';
import { rejoin } from './rejoin.ts';
import { importSite, mediaOfSite } from './site-import.ts';
import { exportSite, exportStory } from './story-export.ts';
import { importMedia, listedMedia, type ListedMedia } from './story-media.ts';
import { importStory } from './story-import.ts';

const SLUG = 'the-barrier-holds';

/** A night with every kind of event in it. */
async function aNight(newsroom: TestNewsroom): Promise<void> {
  const editor = editorAt(newsroom);
  await editor.opens({ byline: ['Ada Moran'], placeZone: 'Europe/Paris' });
  newsroom.clock.pass(5);
  const gauge = await editor.posts(SLUG, 'The gauge shows 6 metres.', { keyEvent: true });
  newsroom.clock.pass(5);
  const rumour = await editor.posts(SLUG, 'A breach is reported.', { author: 'Ada Moran' });
  const summary = [
    { text: 'The gauge shows 6 metres.', updateId: gauge },
    { text: 'A breach is reported.', updateId: rumour },
  ];
  await editor.onUpdate(gauge, pinUpdate(gauge));
  newsroom.clock.pass(1);
  const written = { story: { slug: SLUG }, updateIds: [gauge, rumour], verbs: [writeTop({ summary })] };
  assert.equal((await perform(newsroom, { actor: 'test', ...written })).type, 'played');
  newsroom.clock.pass(5);
  await editor.onUpdate(rumour, retractUpdate(rumour, 'Nobody saw a breach.'));
  await editor.onStory(SLUG, writeTop({ headline: 'The Barrier Still Holds' }));
  await editor.corrects(gauge, '6 metres', '5 metres', 'The gauge shows 5 metres.');
  await editor.onUpdate(gauge, editUpdate(gauge, { title: 'The gauge', small: true }));
  await editor.onUpdate(
    gauge,
    editUpdate(gauge, { body: paragraphs(['The gauge shows 5 metres, and falls.']) }),
  );
  await editor.onUpdate(gauge, markKeyEvent(gauge, false));
  await editor.onStory(
    SLUG,
    correctStory(newId(newsroom.clock.now()), { was: 'a barrier', is: 'the barrier' }),
  );
  await editor.onStory(SLUG, changeSlug('barrier'), changeState('ended'));
}

/** A picture with everything that can happen to one, on top of the second story. */
async function aPhoto(newsroom: TestNewsroom): Promise<void> {
  const { kind: _, renditions, mediaId, alt, caption, credit, ...facts } = picture();
  const details = { alt, caption, credit };
  await takeInMedia(newsroom, 'test', { facts, details, renditions, mediaId });
  const made = { ...renditions[0]!, format: 'avif' as const, key: `${facts.digest}/1280.avif` };
  await finishMedia(newsroom, 'test', mediaId, [made]);
  await changeMedia(newsroom, 'test', { mediaId, input: { caption: 'At night.' } });
  await editorAt(newsroom).onStory('a-second-story', writeTop({ photo: { mediaId } }));
}

async function text(pieces: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}

async function exported(newsroom: Newsroom, slug: string): Promise<string> {
  const found = await newsroom.storage.findStory({ slug });
  assert.ok(found);
  return text(exportStory(newsroom.storage, found, newsroom.clock.now()));
}

const read = (file: string) => readExport(new TextEncoder().encode(file));

async function takenIn(newsroom: Newsroom, file: string) {
  const checked = read(file);
  assert.ok(checked.type === 'export', JSON.stringify(checked));
  if (checked.site) await importSite(newsroom, checked.site);
  assert.deepEqual(await importMedia(newsroom, checked.media), []);
  const outcomes = [];
  for (const story of checked.stories) outcomes.push((await importStory(newsroom, story)).type);
  return outcomes;
}

const toldOf = async ({ storage }: Newsroom, ids: string[]): Promise<ListedMedia[]> =>
  (await storage.media(ids)).map(listedMedia);

const headOf = async (storage: Storage) => headOfHeads(await storage.heads('', 1000));

async function rowsOf(storage: Storage) {
  const stories = [];
  for (const { storyId } of await storage.heads('', 1000)) stories.push(await storage.rowsOf(storyId));
  return stories;
}

test('a story exported and taken in by an empty newsroom has the same log, the same hashes and the same rows', async () => {
  await using newsroom = await newsroomOnSqlite();
  await aNight(newsroom);
  await using elsewhere = await newsroomOnSqlite('2027-01-01T00:00:00.000Z');
  const file = await exported(newsroom, SLUG);
  assert.deepEqual(await takenIn(elsewhere, file), ['taken-in']);
  assert.equal(await headOf(elsewhere.storage), await headOf(newsroom.storage));
  assert.deepEqual(await rowsOf(elsewhere.storage), await rowsOf(newsroom.storage));
  assert.equal((await elsewhere.storage.findStory({ slug: SLUG }))?.story.slug, 'barrier');
});

test('a story that goes on from one day to the next keeps its days, and one that was opened with its updates its summary', async () => {
  await using newsroom = await newsroomOnSqlite();
  const now = newsroom.clock.now();
  const [storyId, nextId, updateId] = [newId(now), newId(now), newId(now)];
  const opened = await openChosen(newsroom, {
    actor: 'test',
    storyId,
    input: { headline: 'The barrier holds', summary: [{ text: 'So far.', updateId }] },
    steps: (at) => [{ at, verb: postUpdate(updateId, { title: 'The gauge rises' }) }],
    posted: [updateId],
  });
  assert.equal(opened.type, 'played');
  const day2 = { actor: 'test', storyId, nextId, headline: 'Day 2' };
  assert.equal((await continueNextDay(newsroom, day2)).type, 'continued');
  await performOnSite(newsroom, { actor: 'test', verb: changeSite({ fourEyes: true }) });
  await using elsewhere = await newsroomOnSqlite('2027-01-01T00:00:00.000Z');
  const site = await text(exportSite(newsroom.storage, now));
  assert.deepEqual(await takenIn(elsewhere, site), ['taken-in', 'taken-in']);
  assert.equal(await headOf(elsewhere.storage), await headOf(newsroom.storage));
  assert.equal((await elsewhere.storage.findStory({ id: storyId }))?.story.nextId, nextId);
});

test('a whole site moves from SQLite to PostgreSQL and back, its authors with it', async () => {
  await using newsroom = await newsroomOnSqlite();
  await aNight(newsroom);
  await editorAt(newsroom).opens({ headline: 'A second story' });
  await recordAuthor(newsroom, 'test', { name: 'Ada Moran', bio: 'Watches the river.' });
  await aPhoto(newsroom);
  await using postgres = await openedOn(await freshDatabase());
  const there = { storage: postgres.storage, clock: handClock('2027-01-01T00:00:00.000Z') };
  const file = await text(exportSite(newsroom.storage, newsroom.clock.now()));
  const checked = read(file);
  assert.ok(checked.type === 'export');
  assert.match(
    (await picturesMissing(there.storage, async () => false, checked)) ?? '',
    /^One picture is named in the export, which holds no pictures: 180000 bytes and the originals are missing/,
  );
  assert.equal(await picturesMissing(newsroom.storage, async () => true, checked), null);
  assert.deepEqual(await takenIn(there, file), ['taken-in', 'taken-in']);
  await using back = await newsroomOnSqlite();
  const again = await text(exportSite(there.storage, newsroom.clock.now()));
  assert.equal(again, file);
  assert.deepEqual(await takenIn(back, again), ['taken-in', 'taken-in']);
  assert.equal(await headOf(there.storage), await headOf(newsroom.storage));
  assert.deepEqual(await rowsOf(back.storage), await rowsOf(newsroom.storage));
  assert.equal((await back.storage.author('ada-moran'))?.bio, 'Watches the river.');
});

test('one story’s export tells what is known of its pictures, also of those it has no longer; what is known where it comes stands', async () => {
  await using newsroom = await newsroomOnSqlite();
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'A second story' });
  await aPhoto(newsroom);
  await editor.onStory('a-second-story', writeTop({ photo: null }));
  const standing = await editor.takesPicture({ alt: 'A pier.', caption: 'The pier.' });
  const elsewhere = await editor.takesPicture({ alt: 'In no story.' });
  const image = {
    type: 'image' as const,
    attrs: { src: `/media/${standing}`, alt: null, caption: null, credit: null, width: null, height: null },
  };
  await editor.posts('a-second-story', '', { body: { type: 'doc', content: [image] } });
  const file = await exported(newsroom, 'a-second-story');
  const listed = (JSON.parse(file) as StoryExport).media ?? [];
  assert.equal(listed.length, 2);
  assert.ok(!listed.some(({ mediaId }) => mediaId === elsewhere));

  await using there = await newsroomOnSqlite('2027-01-01T00:00:00.000Z');
  const checked = read(file);
  assert.ok(checked.type === 'export');
  assert.match(
    (await picturesMissing(there.storage, async () => false, checked)) ?? '',
    /^2 pictures are named .*: 270000 bytes/,
  );
  assert.deepEqual(await takenIn(there, file), ['taken-in']);
  const ids = listed.map(({ mediaId }) => mediaId);
  assert.deepEqual(await toldOf(there, ids), await toldOf(newsroom, ids));
  assert.deepEqual(
    await there.storage.unfinishedMedia('', 10),
    [],
    'nobody looks for originals that are not here',
  );
  assert.equal((await verify(there.storage)).type, 'ok');

  await changeMedia(there, 'test', { mediaId: standing, input: { caption: 'Ours.' } });
  const { seq } = await there.storage.site();
  assert.deepEqual(await takenIn(there, file), ['already-here']);
  assert.equal((await there.storage.site()).seq, seq);
});

test('a site’s pictures come also where a site’s log stands already', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens({ headline: 'A second story' });
  await aPhoto(newsroom);
  const checked = read(await text(exportSite(newsroom.storage, newsroom.clock.now())));
  assert.ok(checked.type === 'export' && checked.site);
  await using there = await newsroomOnSqlite('2027-01-01T00:00:00.000Z');
  await recordAuthor(there, 'test', { name: 'Bo Lind' });
  assert.equal(await importSite(there, checked.site), false);
  const pictures = mediaOfSite(checked.site);
  assert.deepEqual(await importMedia(there, pictures), []);
  const ids = pictures.map(({ mediaId }) => mediaId);
  assert.equal(ids.length, 1);
  assert.deepEqual(await toldOf(there, ids), await toldOf(newsroom, ids));
  assert.equal((await verify(there.storage)).type, 'ok');
});

test('a list of pictures is taken as the desk would have kept it, or not at all; an older export has none', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens({ headline: 'A second story' });
  await aPhoto(newsroom);
  const file = JSON.parse(await exported(newsroom, 'a-second-story')) as StoryExport;
  const [one] = file.media!;
  for (const media of [
    {},
    [{}],
    [one, one],
    [{ ...one, alt: ' spaced ' }],
    [{ ...one, digest: '../../etc' }],
    [{ ...one, renditions: [{ ...one!.renditions[0], key: `${one!.digest}/original` }] }],
    [{ ...one, more: 1 }],
  ])
    assert.deepEqual(read(JSON.stringify({ ...file, media })), {
      type: 'fault',
      detail: 'The list of pictures cannot be read.',
    });
  const { media: _, ...older } = file;
  assert.equal(read(JSON.stringify(older)).type, 'export');
});

test('a story that is here already is left as it is, also when it has gone on since', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens();
  const file = await exported(newsroom, SLUG);
  assert.deepEqual(await takenIn(newsroom, file), ['already-here']);
  await editorAt(newsroom).posts(SLUG, 'More.');
  assert.deepEqual(await takenIn(newsroom, file), ['already-here']);
  assert.equal((await newsroom.storage.findStory({ slug: SLUG }))?.seq, 2);
});

test('an export that knows more of a story than this newsroom does not overwrite it', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens();
  await using elsewhere = await newsroomOnSqlite();
  await takenIn(elsewhere, await exported(newsroom, SLUG));
  await editorAt(newsroom).posts(SLUG, 'More.');
  assert.deepEqual(await takenIn(elsewhere, await exported(newsroom, SLUG)), ['conflict']);
  assert.equal((await elsewhere.storage.findStory({ slug: SLUG }))?.seq, 1);
});

test('an address that another story has is not taken from it', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens();
  await using elsewhere = await newsroomOnSqlite();
  await editorAt(elsewhere).opens();
  const before = await headOf(elsewhere.storage);
  assert.deepEqual(await takenIn(elsewhere, await exported(newsroom, SLUG)), ['conflict']);
  assert.equal(await headOf(elsewhere.storage), before);
});

/** As a careful forger would: changed, and every hash made to fit again. */
function forged(file: string, change: (events: ExportedEvent[]) => void): string {
  const story = JSON.parse(file) as StoryExport;
  change(story.events);
  let hash = '';
  for (const [index, event] of story.events.entries()) {
    event.seq = index + 1;
    event.payloadHash = payloadHash(event.salt ?? '', JSON.stringify(event.payload));
    hash = eventHash(hash, { ...event, storyId: story.story.id } as Parameters<typeof eventHash>[1]);
    event.hash = hash;
  }
  return JSON.stringify(story);
}

const payload = (events: ExportedEvent[], at: number) => events[at]!.payload as Record<string, never>;

/** A flood in English, in German, and corrected since. */
async function theFlood(newsroom: TestNewsroom): Promise<void> {
  const editor = editorAt(newsroom);
  await editor.opens({ headline: 'The flood' });
  const gauge = await editor.posts('the-flood', 'The gauge shows 6 metres.');
  await editor.opens({ headline: 'Die Flut', lang: 'de', translationOf: 'the-flood' });
  await editor.opens({ headline: 'Lũ lụt', lang: 'vi', translationOf: 'the-flood' });
  newsroom.clock.pass(5);
  await editor.corrects(gauge, '6 metres', '5 metres', 'The gauge shows 5 metres.');
  await editor.onStory('lu-lut', changeSlug('nuoc-lu'));
}

async function joinedIn(newsroom: Newsroom, file: string): Promise<void> {
  const checked = read(file);
  assert.ok(checked.type === 'export', JSON.stringify(checked));
  const fresh = new Set(checked.stories.map(({ id }) => id));
  for (const story of checked.stories) assert.equal((await importStory(newsroom, story)).type, 'taken-in');
  for (const id of fresh) await rejoin(newsroom, id, fresh);
  const verified = await verify(newsroom.storage);
  assert.equal(verified.type, 'ok', JSON.stringify(verified));
}

test('a whole site’s translations move with it: the links, what is stale, and every hash', async () => {
  await using newsroom = await newsroomOnSqlite();
  await theFlood(newsroom);
  await using elsewhere = await newsroomOnSqlite('2027-01-01T00:00:00.000Z');
  await joinedIn(elsewhere, await text(exportSite(newsroom.storage, newsroom.clock.now())));
  assert.equal(await headOf(elsewhere.storage), await headOf(newsroom.storage));
  assert.deepEqual(await rowsOf(elsewhere.storage), await rowsOf(newsroom.storage));
});

test('a translation taken in alone stands by itself; when its original comes, both are told', async () => {
  await using newsroom = await newsroomOnSqlite();
  await theFlood(newsroom);
  await using elsewhere = await newsroomOnSqlite('2027-01-01T00:00:00.000Z');
  await joinedIn(elsewhere, await exported(newsroom, 'die-flut'));
  const alone = (await elsewhere.storage.findStory({ slug: 'die-flut' }))!;
  assert.notEqual(alone.story.translationOf, null);
  assert.deepEqual(await elsewhere.storage.linkedStories(alone.story.id), []);
  await joinedIn(elsewhere, await exported(newsroom, 'the-flood'));
  const linked = await elsewhere.storage.linkedStories(alone.story.id);
  assert.deepEqual(
    linked.map(({ story }) => story.slug),
    ['the-flood'],
  );
  const [told] = await elsewhere.storage.events(alone.story.id, alone.seq, 5);
  assert.equal(told?.kind, 'translations', 'the page of the one that was here shows the other');
});

test('a translation is stale where the original that is here was corrected since it was exported', async () => {
  await using newsroom = await newsroomOnSqlite();
  await theFlood(newsroom);
  const file = await exported(newsroom, 'die-flut');
  const gone = await exported(newsroom, 'the-flood');
  await using elsewhere = await newsroomOnSqlite('2027-01-01T00:00:00.000Z');
  await joinedIn(elsewhere, gone);
  const told = { was: 'a flood', is: 'the flood' };
  await editorAt(elsewhere).onStory('the-flood', correctStory(newId(elsewhere.clock.now()), told));
  await joinedIn(elsewhere, file);
  const here = await elsewhere.storage.findStory({ slug: 'die-flut' });
  assert.equal(here?.story.sourceCorrectedAt, '2027-01-01T00:00:00.000Z');
  assert.deepEqual(await takenIn(elsewhere, file), ['already-here'], 'and it is the same story still');
});

test('a forged link is no link: to itself, to nothing, stale without cause', async () => {
  await using newsroom = await newsroomOnSqlite();
  await theFlood(newsroom);
  const file = await exported(newsroom, 'die-flut');
  const { id } = (JSON.parse(file) as StoryExport).story;
  const refusals: [(events: ExportedEvent[]) => void, RegExp][] = [
    [(e) => Object.assign(payload(e, 1), { of: id }), /event 2 is not written as/],
    [(e) => Object.assign(payload(e, 1), { of: null }), /event 2 is not written as/],
    [(e) => Object.assign(payload(e, 1), { of: '../../etc' }), /event 2 is no event of the kind/],
    [(e) => Object.assign(payload(e, 1), { sourceSeq: 0 }), /event 2 is no event of the kind/],
    [(e) => e.splice(1, 1), /is not written as/],
  ];
  for (const [forge, expected] of refusals) {
    const checked = read(forged(file, forge));
    assert.ok(checked.type === 'fault', `not found: ${expected}`);
    assert.match(checked.detail, expected);
  }
});

test('an export that was tampered with is refused, and the event named', async () => {
  await using newsroom = await newsroomOnSqlite();
  await aNight(newsroom);
  const file = await exported(newsroom, SLUG);
  const refusals: [(text: string) => string, RegExp][] = [
    [
      (t) => t.replace('The gauge shows 6', 'The gauge shows 9'),
      /story barrier: event 2 was tampered with: its payload/,
    ],
    [
      (t) => t.replace(/"at":"2019-02-28T04:00/, '"at":"2019-02-28T04:01'),
      /event 2 was tampered with: its hash/,
    ],
    [(t) => t.replace(/\n\{"seq":3,.*\n/, '\n'), /event 3 is out of place: it says it is 4/],
    [(t) => t.replace('"payload":{', '"payload":null,"x":{'), /event 1 has had its words erased/],
  ];
  for (const [tamper, expected] of refusals) {
    const checked = read(tamper(file));
    assert.ok(checked.type === 'fault', `not found: ${expected}`);
    assert.match(checked.detail, expected);
  }
});

test('a forger who mends the hashes still gets in nothing the desk would refuse', async () => {
  await using newsroom = await newsroomOnSqlite();
  await aNight(newsroom);
  const file = await exported(newsroom, SLUG);
  const link = {
    type: 'text',
    text: 'here',
    marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)', title: null } }],
  };
  const refusals: [(events: ExportedEvent[]) => void, RegExp][] = [
    [
      (e) =>
        Object.assign(payload(e, 1), {
          body: { type: 'doc', content: [{ type: 'paragraph', content: [link] }] },
        }),
      /event 2 \/document\/.*mailto address/,
    ],
    [(e) => Object.assign(payload(e, 1), { keyEvent: 'yes' }), /event 2 is no event of the kind “post”/],
    [(e) => Object.assign(payload(e, 1), { extra: 1 }), /event 2 is no event of the kind/],
    [
      (e) => Object.assign(payload(e, 1), { title: ' spaced ' }),
      /event 2 is not written as Writethru writes it/,
    ],
    [(e) => Object.assign(payload(e, 0), { zone: 'Mars/Olympus' }), /event 1 is refused: \/zone/],
    [(e) => Object.assign(payload(e, 0), { slug: '../../etc' }), /event 1 is no event of the kind “open”/],
    [(e) => Object.assign(e[1]!, { kind: 'explode' }), /event 2 is no event of the kind “explode”/],
    [(e) => Object.assign(e[1]!, { kind: '__proto__' }), /event 2 is no event of the kind/],
    [(e) => e.splice(1, 0, structuredClone(e[0]!)), /event 2 opens a story that is open/],
    [(e) => e.splice(2, 0, structuredClone(e[1]!)), /event 3 posts an update that was posted before/],
    [(e) => e.splice(1, 1), /cannot follow what stands: unknown-update|names no update/],
    [(e) => e.splice(0, 1), /event 1 does not open the story/],
    [
      (e) => Object.assign(e[2]!, { at: '2018-01-01T00:00:00.000Z' }),
      /event 3 takes effect before the one it follows/,
    ],
    [
      (e) => Object.assign(e[1]!, { updateId: newId('2020-01-01T00:00:00.000Z') }),
      /event 2 was tampered with: its updateId/,
    ],
    [(e) => e.splice(0), /has no events/],
  ];
  for (const [forge, expected] of refusals) {
    const checked = read(forged(file, forge));
    assert.ok(checked.type === 'fault', `not found: ${expected}`);
    assert.match(checked.detail, expected);
  }
});

test('what is no export at all is refused in a sentence', () => {
  const refusals: [string, RegExp][] = [
    ['', /no JSON that can be read/],
    ['{\n"format": "writethru-story",\n"version"', /goes wrong at line|breaks off/],
    ['[]', /no export of Writethru/],
    ['null', /no export of Writethru/],
    ['{"format":"writethru-story","version":2}', /has version 2; this Writethru reads version 1/],
    ['{"format":"writethru-story","version":1}', /has no story with an id/],
    ['{"format":"writethru-site","version":1}', /The site’s log: has no list of events/],
    ['{"format":"writethru-site","version":1,"site":{"events":[]},"stories":[7]}', /has no story with an id/],
  ];
  for (const [file, expected] of refusals) {
    const checked = read(file);
    assert.ok(checked.type === 'fault', `not found: ${expected}`);
    assert.match(checked.detail, expected);
  }
  const latin = readExport(Uint8Array.of(0x7b, 0xff, 0xfe));
  assert.ok(latin.type === 'fault');
  assert.match(latin.detail, /not UTF-8/);
});

test('an export nested deeper than anything can be written is refused like any other', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens();
  const file = await exported(newsroom, SLUG);
  const deep = `${'[{"type":"doc","content":'.repeat(50_000)}[]${'}]'.repeat(50_000)}`;
  const checked = read(
    file.replace(/"lead":\{"type":"doc","content":\[.*?\]\}\]\}/, `"lead":{"type":"doc","content":${deep}}`),
  );
  assert.ok(checked.type === 'fault');
  assert.match(checked.detail, /event 1 was tampered with/);
});

test('a site’s log with a picture that nobody could have taken in so is refused, and the event named', async () => {
  await using newsroom = await newsroomOnSqlite();
  await editorAt(newsroom).opens({ headline: 'A second story' });
  await aPhoto(newsroom);
  const file = await text(exportSite(newsroom.storage, newsroom.clock.now()));
  const refusals: [(events: ExportedEvent[]) => void, RegExp][] = [
    [(e) => Object.assign(payload(e, 0), { digest: '../../etc' }), /event 1 is no event of the kind “media”/],
    [(e) => Object.assign(payload(e, 0), { color: 'red' }), /event 1 is no event of the kind “media”/],
    [(e) => Object.assign(payload(e, 0), { alt: ' ' }), /event 1 is not written as Writethru writes it/],
    [
      (e) => Object.assign(payload(e, 0)['renditions']![0], { key: `${'0'.repeat(64)}/original` }),
      /event 1 is no event of the kind “media”/,
    ],
    [(e) => e.splice(1, 0, structuredClone(e[0]!)), /event 2 takes in a picture that was taken in before/],
    [(e) => e.splice(0, 1), /event 1 touches a picture that was never taken in/],
    [(e) => Object.assign(payload(e, 2), { caption: 'x'.repeat(2001) }), /event 3 is not written as/],
  ];
  for (const [forge, expected] of refusals) {
    const site = JSON.parse(file) as { site: { events: ExportedEvent[] } };
    const story = forged(JSON.stringify({ story: { id: 'site' }, events: site.site.events }), forge);
    site.site.events = (JSON.parse(story) as StoryExport).events;
    const checked = read(JSON.stringify(site));
    assert.ok(checked.type === 'fault', `not found: ${expected}`);
    assert.match(checked.detail, expected);
  }
});
