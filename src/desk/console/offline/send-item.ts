import { base64Of } from '../../shared/base64.ts';
import { AS } from '../../shared/wire.ts';
import type {
  Draft,
  FilingWire,
  MadeDraftWire,
  NewDraftWire,
  PublicationWire,
  SessionWire,
  WordsWire,
} from '../../shared/wire.ts';
import { ask } from '../net/api.ts';
import { Problem } from '../net/problem.ts';
import type { QueueItem } from './queue-item.ts';

export type Sent =
  | { type: 'there' }
  | { type: 'refused'; reason: string; refusal: string }
  | { type: 'signed-out' }
  /** A fault of the newsroom's own with this very item. */
  | { type: 'fault'; reason: string; refusal: string }
  | { type: 'unreachable' };

const THERE = { type: 'there' } as const;

/** It could not be published by who filed it: it is filed, and somebody else publishes it. */
const FOR_ANOTHER = new Set(['not-allowed', 'four-eyes']);

/** Sends one filing. Each step can be cut and asked again: what was done by the first try is there once. */
export async function sendItem(item: QueueItem): Promise<Sent> {
  try {
    const draft = await giveWords(item);
    return draft ? await goOn(item, draft) : await begin(item);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { type: refusal, status, detail: reason } = error;
    if (status === 401) return { type: 'signed-out' };
    if (status === 500) return { type: 'fault', reason, refusal };
    if (error.mayPass || refusal === 'request-in-flight') return { type: 'unreachable' };
    return { type: 'refused', reason, refusal };
  }
}

/** Of a draft that the newsroom knows: first the words. Null where it does not know it. */
async function giveWords({ personId, draftId, words }: QueueItem): Promise<Draft | null> {
  const body: WordsWire = { state: base64Of(words) };
  return step<Draft>('POST /drafts/:draftId/words', { personId, draftId }, body).catch((error: unknown) => {
    if (error instanceof Problem && error.type === 'unknown-draft') return null;
    throw error;
  });
}

/** Begun here: words and filing go in one. */
async function begin(item: QueueItem): Promise<Sent> {
  const { key, draftId: id, personId, asked, filedAt, words } = item;
  const body: NewDraftWire = { ...asked, id, filedAt, state: base64Of(words) };
  const headers = { 'idempotency-key': key, [AS]: personId };
  const made = await ask<MadeDraftWire>('POST /drafts', { body, headers, signedOut: 'throw' });
  // A story has one top being written, an update one edit over it: another is open.
  if (made.draft.id !== id) return { type: 'refused', reason: '', refusal: 'draft-moved' };
  if (made.draft.status === 'draft') return goOnMeanwhile(item);
  const { refused } = made;
  if (!refused || FOR_ANOTHER.has(refused.name)) return THERE;
  return { type: 'refused', reason: refused.detail, refusal: refused.name };
}

/** The open sheet's own line began it between two of our questions: words and filing are still to come. */
async function goOnMeanwhile(item: QueueItem): Promise<Sent> {
  const draft = await giveWords(item);
  return draft ? goOn(item, draft) : { type: 'unreachable' };
}

async function goOn(item: QueueItem, draft: Draft): Promise<Sent> {
  if (draft.status === 'published') return THERE;
  if (draft.status === 'trashed') return { type: 'refused', reason: '', refusal: 'trashed' };
  if (item.asked.then === 'file') return file(item, draft);
  try {
    const { how } = item.asked;
    const body: PublicationWire = { version: draft.version, ...(how && { how }) };
    await step('POST /drafts/:draftId/publication', item, body);
    return THERE;
  } catch (error) {
    if (!(error instanceof Problem && FOR_ANOTHER.has(error.type))) throw error;
    return file(item, draft);
  }
}

async function file(item: QueueItem, { status, version }: Draft): Promise<Sent> {
  // Filed, or to go out by itself: by the first try, or by somebody else.
  if (status !== 'draft') return THERE;
  const body: FilingWire = { version, filedAt: item.filedAt };
  await step('POST /drafts/:draftId/filing', item, body);
  return THERE;
}

type Whose = Pick<QueueItem, 'personId' | 'draftId'>;

const step = <T>(call: string, { personId, draftId }: Whose, body: unknown): Promise<T> =>
  ask<T>(call, { params: { draftId }, body, headers: { [AS]: personId }, signedOut: 'throw' });

export type WhoIs = { type: 'person'; id: string } | { type: 'nobody' } | { type: 'unreachable' };

/** Has the service worker ask the newsroom, and not what it kept. */
const NOT_KEPT = { 'x-not-kept': '1' };

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
