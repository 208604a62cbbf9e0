import { base64Of } from '../../shared/base64.ts';
import type { MadeDraftWire, NewDraftWire, SessionWire } from '../../shared/wire.ts';
import type { QueueItem } from './queue-item.ts';
import { setClockBy } from './server-clock.ts';

export type Sent =
  | { type: 'there' }
  | { type: 'refused'; reason: string; refusal: string | null }
  | { type: 'signed-out' }
  /** A fault of the newsroom's own with this very item. */
  | { type: 'fault'; reason: string }
  | { type: 'unreachable' };

/** How long an answer is waited for, ms: what was begun goes on there, and a retry yields one. */
const PATIENCE = 30_000;
/** What passes by itself (RFC 9110 §15.5.9, RFC 6585 §4, RFC 8470 §5.2). */
const TRANSIENT = new Set([408, 425, 429, 502, 503, 504]);
/** It could not be published by who filed it: it is filed, and somebody else publishes it. */
const FOR_ANOTHER = new Set(['not-allowed', 'four-eyes']);

export async function sendItem(item: QueueItem): Promise<Sent> {
  const answer = await ask('/desk/api/drafts', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': item.key },
    body: JSON.stringify(wireOf(item)),
  });
  if (!answer) return { type: 'unreachable' };
  if (answer.ok) return thereOr(item, (await answer.json().catch(() => null)) as MadeDraftWire | null);
  if (answer.status === 401) return { type: 'signed-out' };
  const problem = (await answer.json().catch(() => null)) as { type?: string; detail?: string } | null;
  const refusal = problem?.type?.split('#')[1] ?? null;
  const reason = problem?.detail ?? `${answer.status} ${answer.statusText}`.trim();
  if (TRANSIENT.has(answer.status) || refusal === 'request-in-flight') return { type: 'unreachable' };
  return answer.status >= 500 ? { type: 'fault', reason } : { type: 'refused', reason, refusal };
}

/** What is said of an item beside what is this device's alone. */
function wireOf(item: QueueItem): NewDraftWire {
  const { key: _, draftId: id, order: __, personId: ___, label: ____, words, ...rest } = item;
  const { state: _____, reason: ______, refusal: _______, faults: ________, ...asked } = rest;
  return { ...asked, id, state: base64Of(words) };
}

function thereOr({ draftId }: QueueItem, made: MadeDraftWire | null): Sent {
  if (!made) return { type: 'unreachable' };
  const { draft, refused } = made;
  if (draft.id !== draftId) {
    return { type: 'refused', reason: '', refusal: 'open-already' };
  }
  if (!refused || FOR_ANOTHER.has(refused.name)) return { type: 'there' };
  return { type: 'refused', reason: refused.detail, refusal: refused.name };
}

export type WhoIs = { type: 'person'; id: string } | { type: 'nobody' } | { type: 'unreachable' };

/** Asked before anything is sent: what one person filed never goes out under another's name. */
export async function whoIsSignedIn(): Promise<WhoIs> {
  const asked = Date.now();
  const answer = await ask('/desk/api/session', {});
  // An answer that the worker kept says who was signed in once.
  if (!answer?.ok || answer.headers.has('x-from-cache')) return { type: 'unreachable' };
  const session = (await answer.json().catch(() => null)) as SessionWire | null;
  if (!session) return { type: 'unreachable' };
  setClockBy(session.now, asked);
  return session.person ? { type: 'person', id: session.person.id } : { type: 'nobody' };
}

async function ask(address: string, how: RequestInit): Promise<Response | null> {
  try {
    return await fetch(address, { ...how, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) });
  } catch {
    return null;
  }
}
