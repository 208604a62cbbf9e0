import { base64Of } from '../../shared/base64.ts';
import type { MadeDraftWire, NewDraftWire } from '../../shared/wire.ts';
import { ask } from './api.ts';
import type { Beginning } from '../offline/kept-draft.ts';

/** Tells the newsroom of a draft that was begun here. The draft that is open now: another, where one was open in its place. */
export async function beginDraft(
  draftId: string,
  beginning: Beginning,
  words: Uint8Array,
): Promise<{ id: string } | null> {
  const { opens: _, ...as } = beginning;
  const body: NewDraftWire = { ...as, id: draftId, state: base64Of(words) };
  const made = await ask<MadeDraftWire>('POST /drafts', { body, signedOut: 'throw' }).catch(() => null);
  return made && { id: made.draft.id };
}
