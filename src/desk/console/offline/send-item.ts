import { base64Of } from '../../shared/base64.ts';
import type { MadeDraftWire, NewDraftWire, SessionWire } from '../../shared/wire.ts';
import { ask } from '../net/api.ts';
import { Problem } from '../net/problem.ts';
import type { QueueItem } from './queue-item.ts';

export type Sent =
  | { type: 'there' }
  | { type: 'refused'; reason: string; refusal: string }
  | { type: 'signed-out' }
  /** A fault of the newsroom's own with this very item. */
  | { type: 'fault'; reason: string; refusal: string }
  /** `after`: when to come back, seconds, where the newsroom says so. */
  | { type: 'unreachable'; after: number | null };

/** It could not be published by who filed it: it is filed, and somebody else publishes it. */
const FOR_ANOTHER = new Set(['not-allowed', 'four-eyes']);

/** Sends one filing; sent twice with its key, it is there once. */
export async function sendItem(item: QueueItem): Promise<Sent> {
  const headers = { 'idempotency-key': item.key };
  try {
    const asking = { body: wireOf(item), headers, signedOut: 'throw' as const };
    return thereOr(item, await ask<MadeDraftWire>('POST /drafts', asking));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { type: refusal, status, detail, retryAfter: after } = error;
    if (status === 401) return { type: 'signed-out' };
    if (status === 500) return { type: 'fault', reason: detail, refusal };
    if (error.mayPass || refusal === 'request-in-flight') return { type: 'unreachable', after };
    return { type: 'refused', reason: detail, refusal };
  }
}

const wireOf = ({ draftId: id, asked, filedAt, words }: QueueItem): NewDraftWire => ({
  ...asked,
  id,
  filedAt,
  state: base64Of(words),
});

function thereOr({ draftId }: QueueItem, { draft, refused }: MadeDraftWire): Sent {
  // A story has one top being written, an update one edit over it: another is open.
  if (draft.id !== draftId) return { type: 'refused', reason: '', refusal: 'draft-moved' };
  if (!refused || FOR_ANOTHER.has(refused.name)) return { type: 'there' };
  return { type: 'refused', reason: refused.detail, refusal: refused.name };
}

export type WhoIs = { type: 'person'; id: string } | { type: 'nobody' } | { type: 'unreachable' };

/** Has the service worker ask the newsroom, and not what it kept. */
export const NOT_KEPT = { 'x-not-kept': '1' };

/** Asked before anything is sent: what one person filed never goes out under another's name. */
export async function whoIsSignedIn(): Promise<WhoIs> {
  try {
    const { person } = await ask<SessionWire>('GET /session', { headers: NOT_KEPT, signedOut: 'throw' });
    return person ? { type: 'person', id: person.id } : { type: 'nobody' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.status === 401 ? { type: 'nobody' } : { type: 'unreachable' };
  }
}
