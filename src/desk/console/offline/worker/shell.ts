/** Files of the console, the SHA-256 of its page, and a name for just these; written in by the build. */
declare const SHELL_FILES: string[];
declare const SHELL_PAGE: string;
declare const SHELL_VERSION: string;

const PREFIX = 'writethru-shell-';
const NAME = PREFIX + SHELL_VERSION;
/** The console's one page. */
const PAGE = '/desk/';
/** Versions before this one that stay, for tabs that run them and have not loaded all of them. */
const FORMER = 3;

const files = new Set(SHELL_FILES);

export const isShellFile = (pathname: string): boolean => files.has(pathname);

/** Takes all files in, or none: a console of two versions is none. While servers are upgraded one by one, some have another page. */
export async function keepShell(): Promise<void> {
  if (await caches.has(NAME)) return;
  const cache = await caches.open(NAME);
  try {
    await Promise.all([PAGE, ...SHELL_FILES].map((file) => take(cache, file)));
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

async function take(cache: Cache, file: string): Promise<void> {
  const answer = await fetch(new Request(file, { cache: 'reload' }));
  const isPage = /^text\/html\b/.test(answer.headers.get('content-type') ?? '');
  const isRight = file === PAGE ? (await hashOf(answer.clone())) === SHELL_PAGE : !isPage;
  if (!answer.ok || answer.redirected || !isRight) throw new Error(`${file} is not of this version`);
  await cache.put(file, answer);
}

async function hashOf(answer: Response): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function forgetOldShells(): Promise<void> {
  const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(kept.slice(0, -FORMER).map((name) => caches.delete(name)));
}

/** The kept page, with whose pieces it is whole; a newer one comes with the worker that has taken in all of it. */
export async function answerPage(request: Request): Promise<Response> {
  return (await (await caches.open(NAME)).match(PAGE)) ?? fetch(request);
}

/** Named by their content, or replaced with the whole version: what is kept is right. */
export async function answerFile(request: Request): Promise<Response> {
  const own = await (await caches.open(NAME)).match(request);
  return own ?? (await caches.match(request)) ?? fetch(request);
}
