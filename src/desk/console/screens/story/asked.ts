import type { Draft, PublishAs, UpdateWire } from '../../../shared/wire.ts';

/** What the screen asks before it does something, or shows over itself: one dialog at a time. */
export type Asked =
  | { dialog: 'retract' | 'history' | 'speaker'; update: UpdateWire }
  | { dialog: 'schedule' | 'embargo' | 'versions' | 'merge'; draft: Draft }
  /** How an edit goes out; `correcting`: it was begun as a correction. */
  | { dialog: 'how'; draft: Draft; correcting: boolean; answer: (how: PublishAs | null) => void }
  /** What was wrong in a top that goes out as a correction. */
  | { dialog: 'correct-top'; draft: Draft; answer: (how: PublishAs | null) => void }
  | { dialog: 'state'; to: 'live' | 'paused' | 'ended' }
  | { dialog: 'next-day' | 'address' | 'details' | 'paste' | 'headlines' | 'trash' | 'rights' | 'discard' };
