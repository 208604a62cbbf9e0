import assert from 'node:assert/strict';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import { test } from 'node:test';
import { deskSite, type DeskSite } from '../../test/support/desk-site.ts';
import { eventually } from '../../test/support/eventually.ts';
import { photo } from '../../test/support/pictures.ts';
import { createToken } from '../commands/create-token.ts';

const PICTURE = await photo(320, 200);

async function tokenFor({ newsroom }: DeskSite): Promise<string> {
  const made = await createToken(newsroom, { name: 'agency', scope: 'write' });
  assert.ok(made.type === 'created');
  return made.secret;
}

type Sent = { status: number; kind: string | undefined; retryAfter: number };

async function send({ url }: DeskSite, token: string): Promise<Sent> {
  const response = await fetch(`${url}/api/v1/media?alt=A%20wall.`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg' },
    body: PICTURE as Uint8Array<ArrayBuffer>,
  });
  const { type = '' } = (await response.json()) as { type?: string };
  const retryAfter = Number(response.headers.get('retry-after'));
  return { status: response.status, kind: type.split('#')[1], retryAfter };
}

type Coming = { request: ClientRequest; answer: Promise<IncomingMessage> };

/** A picture that is half on its way. `sized`: its length is said; otherwise it may become as large as one can be. */
function begin({ port }: DeskSite, token: string, { sized = true } = {}): Coming {
  const request = http.request({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api/v1/media?alt=A%20wall.',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'image/jpeg',
      ...(sized && { 'content-length': PICTURE.length }),
    },
  });
  // Those that are let go of at the end break off.
  request.on('error', () => undefined);
  request.write(PICTURE.subarray(0, 1000));
  const answer = new Promise<IncomingMessage>((answered) => {
    request.once('response', (response) => {
      response.resume();
      answered(response);
    });
  });
  return { request, answer };
}

/** Of pictures that are half on their way the only one that is refused, which must be one; the others. */
async function oneIsRefused(coming: Coming[]): Promise<Coming[]> {
  const first = await Promise.race(
    coming.map(async (one) => ({ one, status: (await one.answer).statusCode })),
  );
  assert.equal(first.status, 503);
  return coming.filter((one) => one !== first.one);
}

const several = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

test('a token has eight pictures on their way; one more is told to come again, and gets in when one has arrived', async () => {
  await using site = await deskSite();
  const [agency, other] = [await tokenFor(site), await tokenFor(site)];
  const [first, ...rest] = await oneIsRefused(several(9, () => begin(site, agency)));
  const { status, kind, retryAfter } = await send(site, agency);
  assert.deepEqual([status, kind], [503, 'pictures-busy']);
  assert.ok(retryAfter > 0);
  assert.equal((await send(site, other)).status, 201, 'those of others are taken in');
  const stories = await fetch(`${site.url}/api/v1/stories`, {
    headers: { authorization: `Bearer ${agency}` },
  });
  assert.equal(stories.status, 200, 'and so are its own words');

  first!.request.end(PICTURE.subarray(1000));
  assert.equal((await first!.answer).statusCode, 201);
  await eventually(async () => (await send(site, agency)).status === 201);
  for (const { request } of rest) request.destroy();
});

test('a picture that breaks off makes room for the next', async () => {
  await using site = await deskSite();
  const agency = await tokenFor(site);
  const [first, ...rest] = await oneIsRefused(several(9, () => begin(site, agency)));
  assert.equal((await send(site, agency)).status, 503);
  first!.request.destroy();
  await eventually(async () => (await send(site, agency)).status === 201);
  for (const { request } of rest) request.destroy();
});

test('what all tokens and the desk send at once is bounded together: it is held in one memory', async () => {
  await using site = await deskSite({ settings: { MAX_PICTURE: '500000' } });
  const reporter = await site.as('reporter');
  const atDesk = async (): Promise<{ status: number; type: string | undefined }> => {
    const { status, body } = await reporter.ask('POST /media', {
      bytes: PICTURE,
      headers: { 'content-type': 'image/jpeg' },
    });
    return { status, type: (body.type as string | undefined)?.split('#')[1] };
  };
  assert.equal((await atDesk()).status, 201);
  const tokens = [await tokenFor(site), await tokenFor(site), await tokenFor(site)];
  // Twelve of the largest may be held, whoever they are from.
  const coming = [8, 5].flatMap((count, n) =>
    several(count, () => begin(site, tokens[n]!, { sized: false })),
  );
  const held = await oneIsRefused(coming);
  assert.equal((await send(site, tokens[2]!)).kind, 'pictures-busy');
  assert.deepEqual(await atDesk(), { status: 503, type: 'pictures-busy' });
  for (const { request } of held) request.destroy();
  await eventually(async () => (await atDesk()).status < 300);
  await eventually(async () => (await send(site, tokens[2]!)).status === 201);
});
