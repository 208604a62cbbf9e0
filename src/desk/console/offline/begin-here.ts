import * as Y from 'yjs';
import { putWords } from './put-words.ts';
import { device } from './device.ts';
import type { Beginning } from './kept-draft.ts';
import { readKeptWords } from './kept-words.ts';
import { tellDraftsChanged } from './queue-signal.ts';

type Begun = { personId: string; draftId: string; beginning: Beginning; words: Uint8Array };

/** Keeps a draft that the newsroom could not be told of: it hears of it as it hears of words written without a network. */
export async function beginHere({ personId, draftId, beginning, words }: Begun): Promise<void> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, words);
  const about = { personId, draftId, beginning, unsaved: true, changedAt: new Date().toISOString() };
  await putWords(await device(), { about, doc, update: words, known: new Set(), whole: false });
  tellDraftsChanged();
  await readKeptWords(personId);
}
