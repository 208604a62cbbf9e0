import { isOpen } from '../../../../../domain/desk/draft.ts';
import type { Draft, StoryWire } from '../../../../shared/wire.ts';

/** The draft that is written over an update, where there is one. */
export const openEditOf = ({ drafts }: Pick<StoryWire, 'drafts'>, updateId: string): Draft | null =>
  drafts.find((draft) => draft.kind === 'edit' && draft.updateId === updateId && isOpen(draft.status)) ??
  null;

/** The one draft of the story's top, where somebody writes it through. */
export const openTopOf = ({ drafts }: Pick<StoryWire, 'drafts'>): Draft | null =>
  drafts.find((draft) => draft.kind === 'top' && isOpen(draft.status)) ?? null;
