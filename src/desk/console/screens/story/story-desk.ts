import { createContext, useContext } from 'react';
import type { Action } from '../../../../domain/desk/rights.ts';
import type { Instant } from '../../../../domain/time.ts';
import type { NamesWire, Person, StoryWire } from '../../../shared/wire.ts';
import type { BodyEditorProps, MediaGate } from '../../editor/props.ts';
import type { Asked } from './asked.ts';
import type { OpenDrafts, OpenDraftsAction } from './compose/open-drafts.ts';
import type { StoryActs } from './net/acts.ts';
import type { OpensWith } from './net/use-opens-with.ts';
import type { Refusals } from './net/use-refusals.ts';
import type { QueueItem } from '../../offline/queue-item.ts';
import type { Region } from './regions.ts';
import type { Told } from './time/told.ts';

/** What every part of the story screen stands on. */
export type StoryDesk = {
  story: StoryWire;
  me: Person;
  may(action: Action): boolean;
  /** Somebody's name; of one nobody knows, a word for it. */
  nameOf(personId: string | null): string;
  /** Names that bylines had in this story. */
  authors: string[];
  /** By the server's clock. */
  now(): Instant;
  told: Told;
  /** What waits on this device to open the story; null: nothing does, or it was refused. */
  opening: QueueItem | null;
  /** What lies open in the composer. */
  open: OpenDrafts;
  turn(action: OpenDraftsAction): void;
  /** An id for the next empty sheet. */
  freshId(): string;
  ask(asked: Asked | null): void;
  /** Brings a region into view and the focus into it; `still` is asked once it is drawn, and says no where the focus is to stay. */
  go(region: Region, still?: () => boolean): void;
  acts: StoryActs;
  /** Notes an id as changed here, so that it is not announced as another's doing. */
  mine(id: string): void;
  refusals: Refusals;
  opensWith: OpensWith;
  gate: MediaGate;
  names: BodyEditorProps['names'];
};

export type Names = NamesWire['names'];

export const StoryDeskContext = createContext<StoryDesk | null>(null);

export function useStoryDesk(): StoryDesk {
  const desk = useContext(StoryDeskContext);
  if (!desk) throw new Error('a part of the story screen stands outside it');
  return desk;
}
