/** Files of the console, and a name for just these; written in by the build. */
declare const SHELL_FILES: string[];
declare const SHELL_VERSION: string;

const PREFIX = 'writethru-shell-';
const NAME = PREFIX + SHELL_VERSION;
/** The console's one page. */
const PAGE = '/desk/';
/** How long a page is waited for where a kept one is at hand, ms: in a tunnel nobody waits for a timeout. */
const PATIENCE = 2500;
/** What a proxy says when the server behind it is away. */
const AWAY = new Set([502, 503, 504]);

const files = new Set(SHELL_FILES);

export const isShellFile = (pathname: string): boolean => files.has(pathname);

/** Takes all files in, or none: a console of two versions is none. */
export async function keepShell(): Promise<void> {
  const cache = await caches.open(NAME);
  await cache.addAll([PAGE, ...SHELL_FILES].map((file) => new Request(file, { cache: 'reload' })));
}

/** The version before stays, for tabs that run it and have not loaded all of it. */
export async function forgetOldShells(): Promise<void> {
  const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== NAME);
  await Promise.all(kept.slice(0, -1).map((name) => caches.delete(name)));
}

/** The page by the network, since that has the newest; the kept one where the network fails, or takes long. */
export async function answerPage(request: Request): Promise<Response> {
  const kept = await (await caches.open(NAME)).match(PAGE);
  if (!kept) return fetch(request);
  const late = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE));
  const asked = fetch(request).then(
    (answer) => (AWAY.has(answer.status) ? kept : answer),
    () => kept,
  );
  return Promise.race([asked, late]);
}

/** Named by their content, or replaced with the whole version: what is kept is right. */
export async function answerFile(request: Request): Promise<Response> {
  const own = await (await caches.open(NAME)).match(request);
  return own ?? (await caches.match(request)) ?? fetch(request);
}
