import { AS, HEARD, KEPT, NOT_KEPT } from '../../../shared/wire.ts';
import type { SessionWire } from '../../../shared/wire.ts';
import { isJson } from '../../net/is-json.ts';
import type { Fetching } from './scope.ts';

/** Answers that are read without a network. */
const ANSWERS = 'writethru-answers';
const SESSION = '/desk/api/session';
/** Stories that are kept, the last read ones. */
const MOST = 60;
/** How long a newsroom that is not heard is waited for where there is something to show without it, ms: a dead line says nothing. */
const PATIENCE = 3000;

const STORY = /^\/desk\/api\/stories(\/[0-9a-f-]{36})?$/;
/** Where somebody signs in, or out: by password, passkey or a link. */
const DOORS = /^\/desk\/api\/(?:session|links)(?:\/|$)/;

/** Told anew whenever somebody may have come or gone: an answer that was asked for before is not kept. */
let turn = 0;

/** Questions so far; of each address, the last one whose answer is kept: an older answer may come later. */
let questions = 0;
const keptOf = new Map<string, number>();

/** What a newsroom is read by: who one is, the stories, one story. */
export const isKept = ({ pathname }: URL): boolean => pathname === SESSION || STORY.test(pathname);

export const changesPerson = ({ method }: Request, { pathname }: URL): boolean =>
  method !== 'GET' && method !== 'HEAD' && DOORS.test(pathname);

/**
 * By the network; the last good answer where there is none, none comes for a while, the newsroom cannot answer, or what came is a
 * portal's page: that says so in a header. What comes later is kept for the next time.
 */
export async function answerFrom(event: Fetching): Promise<Response> {
  const { request } = event;
  const fresh = freshAnswer(request);
  const orNone = fresh.catch(() => null);
  event.waitUntil(orNone);
  const isHeard = request.headers.has(HEARD);
  const inTime = await (isHeard ? orNone : Promise.race([orNone, nothingIn(PATIENCE)]));
  return inTime ?? (await keptAnswer(request)) ?? fresh;
}

const nothingIn = (ms: number): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(null), ms);
  });

/** Rejects where the newsroom was not reached, or its answer broke off. */
async function freshAnswer(request: Request): Promise<Response> {
  const begun = turn;
  const question = (questions += 1);
  const answer = await fetch(request);
  if (answer.status >= 500 || !isJson(answer)) return (await keptAnswer(request)) ?? answer;
  if (answer.status === 401) await forgetAnswers();
  if (!answer.ok) return answer;
  const whole = new Response(await answer.arrayBuffer(), answer);
  if (question < (keptOf.get(request.url) ?? 0)) return whole;
  keptOf.set(request.url, question);
  // A full phone keeps no more, and shows what came.
  await keep(request.url, whole.clone(), begun).catch(() => undefined);
  return whole;
}

export function forgetAnswers(): Promise<boolean> {
  turn += 1;
  return caches.delete(ANSWERS);
}

async function keptAnswer({ url, headers: asked }: Request): Promise<Response | undefined> {
  if (asked.has(NOT_KEPT)) return undefined;
  const kept = await (await caches.open(ANSWERS)).match(url);
  if (!kept) return undefined;
  const headers = new Headers(kept.headers);
  headers.set(KEPT, '1');
  return new Response(kept.body, { status: kept.status, headers });
}

async function keep(url: string, answer: Response, begun: number): Promise<void> {
  if (begun !== turn) return;
  const isSession = new URL(url).pathname === SESSION;
  const whose = isSession ? await personIn(answer.clone()) : answer.headers.get(AS);
  const owner = await personIn(await (await caches.open(ANSWERS)).match(SESSION));
  // What one person read is not shown to the next, or to nobody.
  if (owner !== null && owner !== whose) {
    await forgetAnswers();
    if (isSession && whose !== null) await put(url, answer, turn);
  } else if (whose !== null && (isSession || owner === whose)) await put(url, answer, begun);
}

async function put(url: string, answer: Response, begun: number): Promise<void> {
  const cache = await caches.open(ANSWERS);
  if (begun !== turn) return;
  // In the place of the one before, and the last of all: it was read last.
  await cache.put(url, answer);
  const all = await cache.keys();
  const stories = all.filter((one) => new URL(one.url).pathname !== SESSION);
  await Promise.all(stories.slice(0, -MOST).map((one) => cache.delete(one)));
}

async function personIn(answer: Response | undefined): Promise<string | null> {
  const session = (await answer?.json().catch(() => null)) as SessionWire | null | undefined;
  return session?.person?.id ?? null;
}
