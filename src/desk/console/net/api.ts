import { HEARD } from '../../shared/wire.ts';
import { isJson } from './is-json.ts';
import { noteIfKept } from './kept-answers.ts';
import { line } from './line.ts';
import { Problem } from './problem.ts';
import { sessionOver } from './session-over.ts';

export { Problem } from './problem.ts';

export type Asking = {
  /** What stands at `:name` in the address. */
  params?: Record<string, string>;
  /** What is undefined or empty is left out. */
  query?: Record<string, string | number | boolean | null | undefined>;
  /** JSON, or a form. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /**
   * Where the session has ended: `wait` (the rule) until the same person has signed in again, then ask once more;
   * `throw` for what nobody waits for.
   */
  signedOut?: 'wait' | 'throw';
  /** How long an answer may take, ms. */
  patience?: number;
};

const PATIENCE_MS = 30_000;

/** Where the console asks: `POST /drafts/:draftId/filing` is sent to `/desk/api/drafts/<id>/filing`. */
export const DESK_API = '/desk/api';

/**
 * Asks the server, and answers with what it answered. Throws a `Problem` where it was not done; what the caller gave up
 * itself is thrown as the browser throws it (`AbortError`).
 */
export async function ask<T>(call: string, asking: Asking = {}): Promise<T> {
  const { signedOut = 'wait' } = asking;
  try {
    return await askOnce<T>(call, asking);
  } catch (error) {
    const isOver = error instanceof Problem && error.type === 'signed-out';
    if (!isOver || signedOut === 'throw') throw error;
    if (!(await sessionOver.signInAgain())) throw error;
    return askOnce<T>(call, asking);
  }
}

async function askOnce<T>(call: string, asking: Asking): Promise<T> {
  const { signal, patience = PATIENCE_MS } = asking;
  const tooLong = AbortSignal.timeout(patience);
  const stop = signal ? AbortSignal.any([signal, tooLong]) : tooLong;
  let response: Response;
  let text: string;
  try {
    response = await fetch(...requestOf(call, asking, stop));
    text = await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw noAnswer(tooLong);
  }
  noteIfKept(response);
  const answer = parse(text);
  if (isAnothers(response, text)) throw new Problem({ type: 'not-reached', status: 0 });
  if (!response.ok) throw problemIn(response, answer);
  if (answer === undefined && text !== '')
    throw new Problem({ type: 'not-understood', status: response.status });
  return answer as T;
}

/**
 * A page in place of an answer is somebody else's, a hotel's portal say: the newsroom was not reached. A proxy's 5xx is told as
 * such, and what a proxy finds too large will be so the next time too.
 */
function isAnothers(response: Response, text: string): boolean {
  if (isJson(response) || response.status >= 500 || response.status === 413) return false;
  return !response.ok || text !== '';
}

function requestOf(call: string, asking: Asking, signal: AbortSignal): [string, RequestInit] {
  const { body, headers } = asking;
  const [method = 'GET', path = '/'] = call.split(' ');
  const isForm = body instanceof FormData;
  return [
    addressOf(path, asking),
    {
      method,
      signal,
      credentials: 'same-origin',
      // None is kept by the browser; and it would let one that hangs keep the next of the same address waiting (Chromium: 20 s).
      cache: 'no-store',
      headers: {
        ...(line.get() === 'open' && { [HEARD]: '1' }),
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    },
  ];
}

/** The address a call goes to, for what cannot be asked by `ask`: streams, beacons, uploads that tell how far they are. */
export function addressOf(
  path: string,
  { params = {}, query = {} }: Pick<Asking, 'params' | 'query'> = {},
): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} was asked without its ${name}`);
    return encodeURIComponent(value);
  });
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') asked.set(name, String(value));
  }
  return `${DESK_API}${filled}${asked.size === 0 ? '' : `?${asked}`}`;
}

function noAnswer(tooLong: AbortSignal): Problem {
  if (!navigator.onLine) return new Problem({ type: 'offline', status: 0 });
  return new Problem({ type: tooLong.aborted ? 'too-slow' : 'unreachable', status: 0 });
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A problem as the server told it (RFC 9457); from a proxy before it there may be none. */
export function problemIn(response: Pick<Response, 'status' | 'headers'>, answer: unknown): Problem {
  const body = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
  const text = (name: string): string => (typeof body[name] === 'string' ? body[name] : '');
  const after = Number(response.headers.get('retry-after'));
  return new Problem({
    type: text('type').split('#')[1] ?? (response.status >= 500 ? 'unreachable' : 'not-understood'),
    status: response.status,
    title: text('title'),
    detail: text('detail'),
    errors: Array.isArray(body['errors']) ? (body['errors'] as Problem['errors'][number][]) : [],
    retryAfter: after > 0 ? after : null,
    body,
  });
}
