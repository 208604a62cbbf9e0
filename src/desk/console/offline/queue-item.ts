import type { DraftKind, PublishAs } from '../../shared/wire.ts';

/** What is to be filed or published, as whoever presses the key says it. */
export type Filing = {
  /** Of this one filing, for ever: with it the newsroom tells a retry from a second one. */
  key: string;
  draftId: string;
  storyId: string;
  kind: DraftKind;
  updateId: string | null;
  /** Of an `edit`, or a published story's `top`: the published version it was begun from. */
  baseVersion?: number;
  then: 'file' | 'publish';
  /** How an `edit` goes out. */
  how?: PublishAs;
};

/** A filing as this device keeps it until the newsroom has it. */
export type QueueItem = Pick<Filing, 'key' | 'draftId'> & {
  asked: Omit<Filing, 'key' | 'draftId'>;
  /** Its place in the queue; given by the store. */
  order?: number;
  personId: string;
  /** When it was filed: this device's clock, set right by what is known of the newsroom's. */
  filedAt: string;
  /** What it says first, for the list; never more than a line. */
  label: string;
  /** The draft's words as one Yjs update, as they stood. */
  words: Uint8Array<ArrayBuffer>;
  state: 'waiting' | 'sending' | 'refused';
  /** Why the newsroom refused it, in its own sentence; null while it did not. */
  reason: string | null;
  /** The refusal's kind, such as `embargoed`. */
  refusal: string | null;
  /** Tries that failed on the newsroom's side. */
  faults: number;
};
