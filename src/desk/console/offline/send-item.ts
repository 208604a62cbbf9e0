import { base64Of } from '../../shared/base64.ts';
import { AS, NOT_KEPT } from '../../shared/wire.ts';
import type {
  Draft,
  FilingWire,
  MadeDraftWire,
  NewDraftWire,
  OpeningWire,
  PublicationWire,
  SessionWire,
  WordsWire,
} from '../../shared/wire.ts';
import { ask } from '../net/api.ts';
import { Problem } from '../net/problem.ts';
import type { FieldError } from '../../../domain/errors.ts';
import type { QueueItem, Words } from './queue-item.ts';

export type Sent =
  | { type: 'there' }
  | { type: 'refused'; reason: string; refusal: string; errors: FieldError[] }
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
    return { type: 'refused', reason, refusal, errors: [...error.errors] };
  }
}

/** Of a draft that the newsroom knows: first the words. Null where it does not know it. */
async function giveWords({
  personId,
  draftId,
  words,
}: Words & Pick<QueueItem, 'personId'>): Promise<Draft | null> {
  const body: WordsWire = { state: base64Of(words) };
  return step<Draft>('POST /drafts/:draftId/words', { personId, draftId }, body).catch((error: unknown) => {
    if (error instanceof Problem && error.type === 'unknown-draft') return null;
    throw error;
  });
}

/** Begun here: words and filing go in one. */
async function begin(item: QueueItem): Promise<Sent> {
  const { key, draftId: id, personId, asked, filedAt, words, story } = item;
  const { opens: _, beside: __, ...as } = asked;
  if (story) await tellOfStory(item, story);
  const body: NewDraftWire = { ...as, id, filedAt, state: base64Of(words) };
  const headers = { 'idempotency-key': key, [AS]: personId };
  const made = await ask<MadeDraftWire>('POST /drafts', { body, headers, signedOut: 'throw' });
  // A story has one top being written, an update one edit over it: another is open.
  if (made.draft.id !== id) return { type: 'refused', reason: '', refusal: 'draft-moved', errors: [] };
  if (made.draft.status === 'draft') return goOnMeanwhile(item);
  const { refused } = made;
  if (!refused || FOR_ANOTHER.has(refused.name)) return THERE;
  return { type: 'refused', reason: refused.detail, refusal: refused.name, errors: refused.errors ?? [] };
}

/** Its story was begun here too, and its top may still be on its way: there is none without it. */
async function tellOfStory(
  { personId, asked: { storyId } }: QueueItem,
  { draftId: id, words }: Words,
): Promise<void> {
  const body: NewDraftWire = { id, storyId, kind: 'top', state: base64Of(words) };
  await ask('POST /drafts', { body, headers: { [AS]: personId }, signedOut: 'throw' });
}

/** The open sheet's own line began it between two of our questions: words and filing are still to come. */
async function goOnMeanwhile(item: QueueItem): Promise<Sent> {
  const draft = await giveWords(item);
  return draft ? goOn(item, draft) : { type: 'unreachable' };
}

async function goOn(item: QueueItem, draft: Draft): Promise<Sent> {
  if (draft.status === 'published') return THERE;
  if (draft.status === 'trashed') return { type: 'refused', reason: '', refusal: 'trashed', errors: [] };
  if (item.asked.then === 'file') return file(item, draft);
  try {
    await publish(item, draft);
    return THERE;
  } catch (error) {
    if (!(error instanceof Problem && FOR_ANOTHER.has(error.type))) throw error;
    return file(item, draft);
  }
}

async function publish(item: QueueItem, { version }: Draft): Promise<void> {
  const { personId, asked, besideWords = [] } = item;
  const { storyId, how, beside = [] } = asked;
  if (beside.length > 0) {
    for (const words of besideWords) await giveWords({ personId, ...words });
    const body: OpeningWire = { version, draftIds: beside };
    const headers = { [AS]: personId };
    await ask('POST /stories/:storyId/opening', { params: { storyId }, body, headers, signedOut: 'throw' });
    return;
  }
  const body: PublicationWire = { version, ...(how && { how }) };
  await step('POST /drafts/:draftId/publication', item, body);
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

/** Asked before anything is sent: what one person filed never goes out under another's name. */
export async function whoIsSignedIn(): Promise<WhoIs> {
  try {
    const { person } = await ask<SessionWire>('GET /session', {
      headers: { [NOT_KEPT]: '1' },
      signedOut: 'throw',
    });
    return person ? { type: 'person', id: person.id } : { type: 'nobody' };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.status === 401 ? { type: 'nobody' } : { type: 'unreachable' };
  }
}
