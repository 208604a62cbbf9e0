import type { DraftContent } from '../../domain/desk/draft.ts';

/** A draft's words with every keystroke in them, and the number of the last one in its log. */
export type DraftHead = { content: DraftContent; logSeq: number };

/** Reads them. Handed in: how keystrokes make words is the desk's own. */
export type ContentAtHead = (draftId: string) => Promise<DraftHead>;
