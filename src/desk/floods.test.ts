import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import net from 'node:net';
import { test } from 'node:test';
import { joins, PASSWORD } from '../../test/support/accounts.ts';
import { eventually } from '../../test/support/eventually.ts';
import { putDraft, topContent } from '../../test/support/desk-drafts.ts';
import { deskSite, type DeskSite, type SignedIn } from '../../test/support/desk-site.ts';
import { openDeskStream } from '../../test/support/desk-stream.ts';
import { problem } from '../../test/support/drafts.ts';
import { typist } from '../../test/support/room.ts';
import { emptyContent } from './shared/draft-doc.ts';

/** A socket that asks for a draft's room, answers nothing, and stays as long as it is let. */
type Knocker = { socket: net.Socket; answered: Promise<string>; isOver: Promise<void> };

function knocker(site: DeskSite, draftId: string, cookie = ''): Knocker {
  const socket = net.connect(site.port, '127.0.0.1');
  const lines = [
    `GET /desk/drafts/${draftId}/room HTTP/1.1`,
    `host: 127.0.0.1:${site.port}`,
    `origin: ${site.url}`,
    'connection: Upgrade',
    'upgrade: websocket',
    'sec-websocket-version: 13',
    `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
    ...(cookie === '' ? [] : [`cookie: ${cookie}`]),
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const { promise: answered, resolve } = Promise.withResolvers<string>();
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('latin1');
    if (text.includes('\r\n\r\n')) resolve(text);
  });
  socket.on('error', () => undefined);
  const isOver = new Promise<void>((over) => {
    socket.once('close', () => {
      resolve(text);
      over();
    });
  });
  return { socket, answered, isOver };
}

async function flood(site: DeskSite, draftId: string, count: number, cookie?: string) {
  const knockers = Array.from({ length: count }, () => knocker(site, draftId, cookie));
  const answers = await Promise.all(knockers.map(({ answered }) => answered));
  // Who is hung up on makes room for another: how many stand at once is what is bounded.
  const counts = { upgraded: 0, standing: 0, refused: 0 };
  for (const [at, text] of answers.entries()) {
    if (text.startsWith('HTTP/1.1 101')) {
      counts.upgraded += 1;
      if (!knockers[at]!.socket.closed) counts.standing += 1;
    } else {
      assert.match(text, /^HTTP\/1\.1 503 [\s\S]*retry-after: \d+[\s\S]*"detail":"[A-Z]/);
      counts.refused += 1;
    }
  }
  return { ...counts, end: () => knockers.forEach(({ socket }) => socket.destroy()), knockers };
}

async function writes(site: DeskSite, by: SignedIn, draftId: string, said: string): Promise<void> {
  using one = typist({ url: site.url, cookie: by.cookie }, draftId);
  one.types(said);
  await one.saved();
}

test('a thousand sockets of nobody’s, and a thousand of one person’s, keep nobody else out of a draft', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const draft = await putDraft(site.newsroom, { content: emptyContent(), createdBy: edda.person.id });
  const nobodys = await flood(site, draft.id, 1000);
  assert.ok(nobodys.standing <= 100 && nobodys.refused > 0, `${nobodys.standing} stand`);
  await writes(site, edda, draft.id, 'Lunch is off. ');
  const rosas = await flood(site, draft.id, 1000, rosa.cookie);
  assert.ok(rosas.upgraded >= 40 && rosas.standing <= 140, `${rosas.standing} stand`);
  await writes(site, edda, draft.id, 'The tables stay empty.');
  // Who was told to go and does not is hung up on: their places are free again without their doing.
  const turnedAway = nobodys.knockers.filter(({ socket }) => !socket.destroyed);
  await Promise.all(turnedAway.map(({ isOver }) => isOver));
  nobodys.end();
  rosas.end();
});

test('of three hundred desks that one person opens twenty are held; the others are told so, and others’ open', async () => {
  await using site = await deskSite();
  const [edda, rosa] = [await site.as('editor'), await site.as('reporter')];
  const streams = await Promise.all(Array.from({ length: 300 }, () => openDeskStream(site.url, rosa.cookie)));
  const statuses = Map.groupBy(streams, ({ status }) => status);
  assert.deepEqual([statuses.get(200)?.length, statuses.get(429)?.length], [20, 280]);
  assert.ok(statuses.get(429)!.every(({ headers }) => Number(headers['retry-after']) > 0));
  const other = await openDeskStream(site.url, edda.cookie);
  await other.until('hello');
  for (const stream of [...streams, other]) stream.close();
});

const from = (n: number) => ({ 'x-forwarded-for': `203.0.${n >> 8}.${n & 255}` });

test('a flood of sign-ins and of links that are none is turned away, and stands in nobody’s way who is in', async () => {
  await using site = await deskSite({ settings: { TRUSTED_PROXIES: '127.0.0.1' } });
  const [edda] = [await site.as('editor'), await joins(site, 'ines@estuary.test')];
  const signIn = (email: string, password: string, n: number) =>
    site.browser().ask('POST /session', { body: { email, password }, headers: from(n) });
  const guesses = Array.from({ length: 300 }, (_, n) => signIn(`somebody${n}@estuary.test`, 'a guess', n));
  const links = Array.from({ length: 300 }, (_, n) =>
    site
      .browser()
      .ask(`POST /links/${'A'.repeat(40)}${n}`, { body: { password: 'a guess' }, headers: from(n) }),
  );
  const stories = await edda.ask('GET /stories');
  assert.equal(stories.status, 200);
  const hers = Array.from({ length: 4 }, (_, n) => signIn('ines@estuary.test', PASSWORD, 1000 + n));
  const told = new Set((await Promise.all(guesses)).map(problem));
  assert.deepEqual([...told].toSorted(), ['401 wrong-sign-in', '503 sign-in-busy']);
  assert.deepEqual([...new Set((await Promise.all(links)).map(problem))], ['410 link-spent']);
  for (const one of await Promise.all(hers)) assert.ok([200, 503].includes(one.status), one.text);
  assert.equal(
    (await signIn('ines@estuary.test', PASSWORD, 2000)).status,
    200,
    'and nothing is held against her',
  );
});

/** Begins to send a note, and leaves its body out. */
function beginsNote(
  site: DeskSite,
  by: SignedIn,
  storyId: string,
): { socket: net.Socket; status: Promise<string> } {
  const socket = net.connect(site.port, '127.0.0.1');
  const lines = [
    `POST /desk/api/stories/${storyId}/notes HTTP/1.1`,
    `host: 127.0.0.1:${site.port}`,
    `origin: ${site.url}`,
    `cookie: ${by.cookie}`,
    'content-type: application/json',
    'content-length: 40',
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  const { promise: status, resolve } = Promise.withResolvers<string>();
  socket.on('data', (chunk: Buffer) => resolve(chunk.toString('latin1').slice(9, 12)));
  socket.on('error', () => undefined);
  return { socket, status };
}

test('who has more changes under way than a browser sends is told to wait, and keeps nobody else waiting', async () => {
  await using site = await deskSite();
  const [one, other] = [await site.as('reporter'), await site.as('reporter')];
  const content = topContent('No Deal');
  const { storyId } = await putDraft(site.newsroom, { createdBy: one.person.id, kind: 'top', content });
  const note = (by: SignedIn) =>
    by.ask(`POST /stories/${storyId}/notes`, { body: { text: 'Who has the photo?' } });
  const begun = Array.from({ length: 12 }, () => beginsNote(site, one, storyId));
  assert.equal(await Promise.race(begun.map(({ status }) => status)), '503');
  assert.equal(problem(await note(one)), '503 busy');
  assert.equal((await note(other)).status, 201);
  for (const { socket } of begun) socket.destroy();
  await eventually(async () => (await note(one)).status === 201);
});
