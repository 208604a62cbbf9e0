/** The service worker: it keeps the console on the phone, so that the desk opens in a tunnel, and sends what was filed there. */
import { SYNC_TAG } from './offline/drain.ts';
import { sendInBackground } from './offline/send-in-background.ts';
import { answerFrom, changesPerson, forgetAnswers, isKept } from './offline/worker/answers.ts';
import { scope, type Fetching } from './offline/worker/scope.ts';
import { answerFile, answerPage, forgetOldShells, isShellFile, keepShell } from './offline/worker/shell.ts';

scope.addEventListener('install', (event) => event.waitUntil(keepShell()));

scope.addEventListener('activate', (event) =>
  event.waitUntil(forgetOldShells().then(() => scope.clients.claim())),
);

// A page that has just started says so: nobody is torn out of what they do.
scope.addEventListener('message', (event) => {
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting());
  // The session ended without a word to the worker.
  if (event.data === 'forget') event.waitUntil(forgetAnswers());
});

scope.addEventListener('fetch', (event) => {
  const answer = answerTo(event);
  if (answer) event.respondWith(answer);
});

scope.addEventListener('sync', (event) => {
  if (event.tag === SYNC_TAG) event.waitUntil(sendInBackground());
});

/** Null: the browser asks for itself. */
function answerTo(event: Fetching): Promise<Response> | null {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== scope.location.origin) return null;
  if (changesPerson(request, url)) return atTheDoor(request);
  if (request.method !== 'GET') return null;
  if (isKept(url)) return answerFrom(event);
  if (url.pathname.startsWith('/desk/api/')) return null;
  if (request.mode === 'navigate') return answerPage(request);
  return isShellFile(url.pathname) ? answerFile(request) : null;
}

async function atTheDoor(request: Request): Promise<Response> {
  await forgetAnswers();
  const answer = await fetch(request);
  // What was on its way meanwhile may have been kept again.
  await forgetAnswers();
  return answer;
}
