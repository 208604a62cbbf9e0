import type { Draft, PublishAs, UpdateWire } from '../../../../shared/wire.ts';
import type { DraftConnection } from '../../../net/draft-connection.ts';
import type { Refused } from './refused.ts';

/** `correcting`: a top that was wrong. `beside`: ids of drafted updates that a story is opened with. */
export type SendMore = { correcting?: boolean; beside?: string[] };

/** What is done on the story screen; each says by itself what came of it, and how to take it back. */
export type StoryActs = {
  /** Sends what lies on a sheet, from the queue where there is no network; null: it is on its way or was not to go after all. */
  send(
    connection: DraftConnection,
    draft: Draft | null,
    then: 'publish' | 'file',
    more?: SendMore,
  ): Promise<Refused | null>;
  /** From the stream, without opening it. */
  publish(draft: Draft): Promise<void>;
  file(draft: Draft): Promise<void>;
  takeBack(draft: Draft): Promise<void>;
  schedule(draft: Draft, at: string, how?: PublishAs): Promise<Refused | null>;
  unschedule(draft: Draft): Promise<void>;
  embargo(draft: Draft, until: string): Promise<Refused | null>;
  liftEmbargo(draft: Draft): Promise<void>;
  trash(draft: Draft): Promise<void>;
  /** Keeps words written after a draft was gone: as an edit of what it became, or (`asNew`) as a draft of their own. */
  carryOn(
    connection: DraftConnection,
    draft: Draft | null,
    refused: Refused | null,
    asNew?: boolean,
  ): Promise<Refused | null>;
  /** Opens the draft over an update, making it where there is none; `correcting`: because it says something wrong. */
  edit(update: UpdateWire, correcting?: boolean): Promise<void>;
  /** Whether an edit was begun because something is wrong. */
  isCorrecting(draft: Draft): boolean;
  /** Opens the shared draft of the top. */
  writeThrough(): Promise<void>;
  retract(update: UpdateWire, reason: string): Promise<void>;
  pin(update: UpdateWire, pinned: boolean): Promise<void>;
  keyEvent(update: UpdateWire, on: boolean): Promise<void>;
  copyLink(update: UpdateWire): Promise<void>;
  /** Takes back the last thing that can be. */
  undo(): void;
};
