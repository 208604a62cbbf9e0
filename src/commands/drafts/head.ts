import type { DraftContent } from '../../domain/desk/draft.ts';

/** A draft's words with every keystroke in them, and the number of the last one in its log. */
export type DraftHead = { content: DraftContent; logSeq: number };

/** Who changed the words, and the last of each one's entries in the log that did; by their ids. */
export type Writers = ReadonlyMap<string, number>;

export const NOBODY: Writers = new Map();

/** Reads them, and, of one moment with them, who changed words after `since`. Handed in: how keystrokes make words is the desk's own. */
export type ContentAtHead = (draftId: string, since?: number) => Promise<DraftHead & { writers: Writers }>;
