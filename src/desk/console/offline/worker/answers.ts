import type { SessionWire } from '../../../shared/wire.ts';

/** Answers that are read without a network. */
const ANSWERS = 'writethru-answers';
const SESSION = '/desk/api/session';
/** Stories that are kept, the last read ones. */
const MOST = 60;

const STORY = /^\/desk\/api\/stories(\/[0-9a-f-]{36})?$/;

/** What a newsroom is read by: who one is, the stories, one story. */
export const isKept = ({ pathname }: URL): boolean => pathname === SESSION || STORY.test(pathname);

export const endsSession = ({ method }: Request, { pathname }: URL): boolean =>
  method === 'DELETE' && pathname === SESSION;

/** By the network; the last good answer where there is none, which says so in a header. */
export async function answerFrom(request: Request): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch (error) {
    const kept = request.headers.has('x-not-kept') ? undefined : await keptAnswer(request.url);
    if (!kept) throw error;
    return kept;
  }
  if (answer.ok) await keep(request.url, answer.clone());
  return answer;
}

export const forgetAnswers = (): Promise<boolean> => caches.delete(ANSWERS);

async function keptAnswer(url: string): Promise<Response | undefined> {
  const kept = await (await caches.open(ANSWERS)).match(url);
  if (!kept) return undefined;
  const headers = new Headers(kept.headers);
  headers.set('x-from-cache', '1');
  return new Response(kept.body, { status: kept.status, headers });
}

async function keep(url: string, answer: Response): Promise<void> {
  if (new URL(url).pathname === SESSION) {
    const person = await personIn(answer.clone());
    await forgetAnothers(url, person);
    if (person === null) return;
  }
  const cache = await caches.open(ANSWERS);
  // The last read is the last kept.
  await cache.delete(url);
  await cache.put(url, answer);
  const all = await cache.keys();
  const stories = all.filter((one) => new URL(one.url).pathname !== SESSION);
  await Promise.all(stories.slice(0, -MOST).map((one) => cache.delete(one)));
}

/** What one person read is not shown to the next, or to nobody. */
async function forgetAnothers(url: string, person: string | null): Promise<void> {
  const before = await personIn(await (await caches.open(ANSWERS)).match(url));
  if (before !== person) await forgetAnswers();
}

async function personIn(answer: Response | undefined): Promise<string | null> {
  const session = (await answer?.json().catch(() => null)) as SessionWire | null | undefined;
  return session?.person?.id ?? null;
}
