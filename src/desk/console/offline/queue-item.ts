import type { FieldError } from '../../../domain/errors.ts';
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
  /** Of a `top`: its story is still to be opened; published, it opens it. */
  opens?: boolean;
  /** Drafts that the newsroom has, each with an hour of its own: they go out with the story as it is opened. */
  beside?: string[];
};

/** All words of a draft on this device, as one Yjs update. */
export type Words = { draftId: string; words: Uint8Array<ArrayBuffer> };

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
  /** Keys under which this device keeps them: what is under others was written since. */
  pieces?: number[];
  /** The top of its story, where that was begun here too: the newsroom is to hear of the story first. */
  story?: Words;
  /** Of those that go out with it, what was written here and the newsroom may not have. */
  besideWords?: Words[];
  /** While the newsroom is asked directly, until when the queue leaves it alone: ms of this device's clock. */
  heldUntil?: number;
  state: 'waiting' | 'sending' | 'refused';
  /** Why the newsroom refused it, in its own sentence; null while it did not. */
  reason: string | null;
  /** The refusal's kind, such as `embargoed`. */
  refusal: string | null;
  /** What is wrong with its fields, where that is why. */
  errors: FieldError[];
  /** Tries that failed on the newsroom's side. */
  faults: number;
};

/** Whether the newsroom is being asked for it directly: it does not wait yet, and is shown to nobody. */
export const isHeld = ({ heldUntil = 0 }: QueueItem): boolean => heldUntil > Date.now();

/** Whether one is published into a story that another is to open: it goes after that one, or not at all. */
export const needsOpening = (item: QueueItem, opening: QueueItem): boolean =>
  opening.asked.opens === true &&
  item.personId === opening.personId &&
  item.asked.storyId === opening.asked.storyId &&
  item.asked.then === 'publish' &&
  item.order! > opening.order!;
