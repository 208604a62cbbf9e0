import type { DraftKind } from '../../shared/wire.ts';

/** What a draft is begun as, once the newsroom hears of it. */
export type Beginning = {
  storyId: string;
  kind: DraftKind;
  updateId?: string | null;
  baseVersion?: number;
  /** Of a `top`: its story is still to be opened. */
  opens?: boolean;
};

/** What this device knows of a draft whose words it keeps. */
export type KeptDraft = {
  personId: string;
  draftId: string;
  /** Null where it was begun elsewhere. */
  beginning: Beginning | null;
  /** Words are kept here that the newsroom has not said it saved. */
  unsaved: boolean;
  /** By this device's clock. */
  changedAt: string;
};
