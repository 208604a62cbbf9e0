import type { DraftStatus } from '../domain/desk/draft.ts';
import type { FieldError, Refusal } from '../domain/errors.ts';
import { PROBLEM_TYPES, PROBLEMS_PATH, type ProblemName } from './problem-types.ts';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** What is answered instead of what was asked for. */
export type Problem = {
  name: ProblemName;
  /** What is wrong with this one request, and what to do: a sentence for people. */
  detail: string;
  /** The faults, each with a JSON pointer (RFC 6901) into what was sent. */
  errors?: FieldError[];
  /** The version that stands, where another was expected. */
  current?: number;
  /** Of what is embargoed: before when it must not go out, and what time it is here (instants). */
  until?: string;
  now?: string;
  /** How what was changed by another stands now, and who that was. */
  moved?: { draft: unknown; by: string | null };
  headers?: Record<string, string>;
};

/** What the web itself refuses, before or beside what a command does. */
export type WebRefusal =
  | { type: 'malformed-request'; detail: string; errors?: FieldError[] }
  /** `given`: whether there was a token at all. */
  | { type: 'token-needed'; given: boolean }
  | { type: 'forbidden'; detail: string; scope?: string }
  /** At the desk: nobody is signed in; the request came from another site's page; the role does not reach this far. */
  | { type: 'signed-out' | 'foreign-origin' }
  | { type: 'not-allowed'; action: string }
  /** The same whether there is such an account or not. */
  | { type: 'wrong-sign-in' | 'wrong-code' | 'sign-in-again' | 'sign-in-busy' }
  /** `retryAfter`: when the next try is looked at, seconds. */
  | { type: 'too-many-attempts'; retryAfter: number }
  | { type: 'not-found' }
  | { type: 'unknown-author'; slug: string }
  | { type: 'method-not-allowed'; allow: string[] }
  | { type: 'request-timeout' | 'address-too-long' | 'headers-too-large' }
  /** `picture`: one was asked for. */
  | { type: 'unsupported-media-type'; picture?: boolean }
  | { type: 'pictures-unavailable' | 'pictures-busy' }
  | { type: 'body-too-large' }
  | { type: 'card-not-drawn' }
  /** `retryAfter`: when to come back, seconds. */
  | { type: 'streams-full' | 'streams-of-address' | 'streams-of-person'; retryAfter: number }
  | { type: 'request-in-flight' | 'key-reused' | 'real-clock' };

type AnyRefusal = Refusal | WebRefusal;
type Telling = {
  [T in AnyRefusal['type']]: (refusal: Extract<AnyRefusal, { type: T }>) => Omit<Problem, 'name'>;
};

/** Asks for a token (RFC 6750 §3). */
const challenge = (attributes = ''): Record<string, string> => ({
  'www-authenticate': `Bearer realm="writethru"${attributes}`,
});

/** Seconds after which trying again is worth it. */
const RETRY = { soon: '1', later: '5' };

/** What was done to a draft that stands so now. */
const MOVED_TO: Record<DraftStatus, string> = {
  draft: 'changed it',
  filed: 'filed it',
  scheduled: 'scheduled it',
  published: 'published it',
  trashed: 'put it into the trash',
};

const LINK_SPENT = {
  used: 'This link was used before. It opens once; ask for a new one.',
  expired: 'This link is no longer good. Ask for a new one.',
  unknown: 'There is no such link here, or it was taken back. Ask for a new one.',
};

const telling: Telling = {
  'malformed-request': ({ detail, errors }) => ({ detail, ...(errors && { errors }) }),
  'token-needed': ({ given }) =>
    given
      ? {
          detail: 'The token is unknown or was revoked.',
          headers: challenge(', error="invalid_token"'),
        }
      : { detail: 'Send a token in the header "Authorization: Bearer wt_…".', headers: challenge() },
  forbidden: ({ detail, scope }) => ({
    detail,
    headers: challenge(`, error="insufficient_scope"${scope === undefined ? '' : `, scope="${scope}"`}`),
  }),
  'not-found': () => ({ detail: 'There is nothing at this address.' }),
  'unknown-story': () => ({ detail: 'There is no story at this address.' }),
  'unknown-update': () => ({ detail: 'There is no update of this id here.' }),
  'unknown-page': () => ({ detail: 'There is no page of this address here.' }),
  'unknown-media': () => ({ detail: 'There is no picture of this id here.' }),
  'unknown-author': () => ({ detail: 'No author is recorded under this address.' }),
  'method-not-allowed': ({ allow }) => ({
    detail: `This address takes ${allow.join(', ')}.`,
    headers: { allow: allow.join(', ') },
  }),
  'request-timeout': () => ({ detail: 'The request did not arrive whole in time. Send it again.' }),
  'story-ended': () => ({
    detail: 'The story has ended: it takes corrections, and no new updates unless it is set live again.',
  }),
  'not-the-sample': () => ({
    detail:
      'This story was published in earnest and stays: retract its updates, or end it. The sample alone can be discarded.',
  }),
  'update-retracted': () => ({ detail: 'The update was retracted: its words are gone and stay so.' }),
  'slug-taken': () => ({ detail: 'Another story has or had this address. Choose another.' }),
  'request-in-flight': () => ({
    detail:
      'The first request with this Idempotency-Key is still under way. Send this one again in a moment.',
    headers: { 'retry-after': RETRY.soon },
  }),
  'real-clock': () => ({ detail: 'The clock of this server cannot be set: it was not started with CLOCK.' }),
  'stale-version': ({ current }) => ({
    detail: `It was changed meanwhile and is now at version ${current}. Read it again before you overwrite it.`,
    current,
    headers: { etag: `"${current}"` },
  }),
  'body-too-large': () => ({ detail: 'The body is larger than this server takes.' }),
  'address-too-long': () => ({ detail: 'The address is longer than any address here.' }),
  'unsupported-media-type': ({ picture }) => ({
    detail: picture
      ? 'The body must be a form with the picture as "file" (multipart/form-data), or the picture itself (image/jpeg and its like).'
      : 'The body must be JSON in UTF-8, and say so: "Content-Type: application/json".',
  }),
  'pictures-unavailable': () => ({
    detail:
      'The place where pictures are kept cannot be reached. Nothing was changed; try again in a few seconds.',
    headers: { 'retry-after': RETRY.later },
  }),
  'pictures-busy': () => ({
    detail: 'Too many pictures are being looked at. Nothing was changed; try again in a few seconds.',
    headers: { 'retry-after': RETRY.later },
  }),
  invalid: ({ errors }) => ({ detail: inWords(errors), errors }),
  'key-reused': () => ({
    detail: 'This Idempotency-Key was used for another request. Choose a new key for a new request.',
  }),
  'headers-too-large': () => ({ detail: 'The headers are larger than 16 KB together.' }),
  'card-not-drawn': () => ({
    detail: 'Too many share cards are being drawn at once. Ask for this one again in a few seconds.',
    headers: { 'retry-after': RETRY.later },
  }),
  'streams-full': ({ retryAfter }) => ({
    detail: 'As many streams are open as this server was set to hold: try again shortly.',
    headers: { 'retry-after': String(retryAfter) },
  }),
  'streams-of-address': ({ retryAfter }) => ({
    detail: 'As many streams are open from this address as one address may hold.',
    headers: { 'retry-after': String(retryAfter) },
  }),
  'streams-of-person': ({ retryAfter }) => ({
    detail: 'You have the desk open in too many tabs: close one.',
    headers: { 'retry-after': String(retryAfter) },
  }),
  'signed-out': () => ({
    detail: 'Nobody is signed in here, or the session has ended: sign in, then go on.',
  }),
  'wrong-sign-in': () => ({ detail: 'The address or the password is not right.' }),
  'wrong-code': () => ({ detail: 'The code is not right, or was used before. Wait for the next one.' }),
  'sign-in-again': () => ({
    detail: 'For this you must have signed in within the last fifteen minutes. Sign out and in again.',
  }),
  'sign-in-busy': () => ({
    detail: 'Too many are signing in at once. Try again in a moment.',
    headers: { 'retry-after': RETRY.soon },
  }),
  'too-many-attempts': ({ retryAfter }) => ({
    detail: `There were too many tries. The next one is looked at in ${retryAfter} seconds.`,
    headers: { 'retry-after': String(retryAfter) },
  }),
  'link-spent': ({ state }) => ({ detail: LINK_SPENT[state] }),
  'foreign-origin': () => ({ detail: 'This can be asked for by the desk’s own pages alone.' }),
  'not-allowed': ({ action }) => ({
    detail: `Your role does not let you do this here (${action}): ask an editor or an admin.`,
  }),
  'unknown-draft': () => ({ detail: 'The newsroom has no draft of this id.' }),
  'draft-moved': ({ current, by = null }) => ({
    detail: `${by ?? 'Somebody else'} ${MOVED_TO[current?.status ?? 'draft']} meanwhile. Nothing of yours was changed; look at how it stands now.`,
    moved: { draft: current, by },
  }),
  embargoed: ({ until, now }) => ({
    detail: `It is embargoed until ${until}, and it is ${now} now. Schedule it for then, or lift the embargo first.`,
    until,
    now,
  }),
  'four-eyes': () => ({
    detail:
      'Here whoever filed something, or changed its words since, does not publish it: ask another editor.',
  }),
  'unknown-person': () => ({ detail: 'Nobody of this id works here.' }),
  'unknown-token': () => ({ detail: 'There is no token of this id in force.' }),
  'email-taken': ({ email }) => ({ detail: `Somebody with the address ${email} is recorded already.` }),
  'last-admin': () => ({
    detail: 'Nobody would be left to manage people. Make somebody else an admin first.',
  }),
  busy: () => ({
    detail: 'Too much is being changed at once. Nothing was changed; try again in a moment.',
    headers: { 'retry-after': RETRY.soon },
  }),
};

/** A refusal as a problem: with `problemOfError` the only place where errors become HTTP. */
export function problemOf(refusal: AnyRefusal): Problem {
  const tell = telling[refusal.type] as (refusal: AnyRefusal) => Omit<Problem, 'name'>;
  return { name: refusal.type, ...tell(refusal) };
}

/** Storage away or full. */
export function unavailable(why: string): Problem {
  const detail = `Nothing can be saved now: ${why}. Nothing was changed; try again in a few seconds.`;
  return { name: 'storage-unavailable', detail, headers: { 'retry-after': RETRY.later } };
}

/** A fault of ours: told by reference alone, so that nothing of the inside gets out. */
export function broken(reference: string): Problem {
  return { name: 'broken', detail: `The fault is in the server’s log under the reference ${reference}.` };
}

export const statusOf = ({ name }: Problem): number => PROBLEM_TYPES[name].status;

/** The body (RFC 9457 §3). */
export function problemJson(problem: Problem): string {
  const { name, detail, errors, current, until, now, moved } = problem;
  const { status, title } = PROBLEM_TYPES[name];
  const type = `${PROBLEMS_PATH}#${name}`;
  return JSON.stringify({ type, title, status, detail, errors, current, until, now, moved });
}

/** The first fault in one sentence, for whoever sees the detail alone. */
export function inWords(errors: FieldError[]): string {
  const [first, ...more] = errors;
  if (!first) return 'Something in it must be put right.';
  const { pointer, detail } = first;
  const fault =
    pointer === '' ? `${detail.slice(0, 1).toUpperCase()}${detail.slice(1)}` : `${pointer}: ${detail}`;
  return `${fault}${more.length === 0 ? '' : ` (and ${more.length} more in errors)`}.`;
}
