import { useLocation } from 'wouter';
import { DiscardSample } from '../../house/discard-sample.tsx';
import { StoryRights } from '../../house/story-rights.tsx';
import type { Asked } from '../asked.ts';
import { useStoryDesk } from '../story-desk.ts';
import { AddressDialog } from './address-dialog.tsx';
import { CorrectTopDialog } from './correct-top-dialog.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { HeadlinesDialog } from './headlines-dialog.tsx';
import { HistoryDialog } from './history-dialog.tsx';
import { HowDialog } from './how-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { NextDayDialog } from './next-day-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { RetractDialog } from './retract-dialog.tsx';
import { ScheduleEditDialog } from './schedule-edit-dialog.tsx';
import { SpeakerDialog } from './speaker-dialog.tsx';
import { StateDialog } from './state-dialog.tsx';
import { TrashDialog } from './trash-dialog.tsx';
import { VersionsDialog } from './versions-dialog.tsx';
import { WhenDialog } from './when-dialog.tsx';

/** What the screen asks at the moment. */
export function Dialogs({ asked, onClose }: { asked: Asked | null; onClose: () => void }) {
  const { story } = useStoryDesk();
  const [, go] = useLocation();
  switch (asked?.dialog) {
    case undefined:
      return null;
    case 'retract':
      return <RetractDialog update={asked.update} onClose={onClose} />;
    case 'history':
      return <HistoryDialog update={asked.update} onClose={onClose} />;
    case 'schedule':
    case 'embargo':
      if (asked.dialog === 'schedule' && asked.draft.kind === 'edit')
        return <ScheduleEditDialog draft={asked.draft} onClose={onClose} />;
      return <WhenDialog what={asked.dialog} draft={asked.draft} onClose={onClose} />;
    case 'versions':
      return <VersionsDialog draft={asked.draft} onClose={onClose} />;
    case 'merge':
      return <MergeDialog draft={asked.draft} onClose={onClose} />;
    case 'how':
      return <HowDialog {...asked} onClose={onClose} />;
    case 'correct-top':
      return <CorrectTopDialog {...asked} onClose={onClose} />;
    case 'speaker':
      return <SpeakerDialog update={asked.update} onClose={onClose} />;
    case 'state':
      return <StateDialog to={asked.to} onClose={onClose} />;
    case 'next-day':
      return <NextDayDialog onClose={onClose} />;
    case 'address':
      return <AddressDialog onClose={onClose} />;
    case 'details':
      return <DetailsDialog onClose={onClose} />;
    case 'paste':
      return <PasteDialog onClose={onClose} />;
    case 'headlines':
      return <HeadlinesDialog onClose={onClose} />;
    case 'trash':
      return <TrashDialog onClose={onClose} />;
    case 'discard':
      return <DiscardSample storyId={story.id} onDone={() => go('/')} onClose={onClose} />;
    case 'rights':
      return <StoryRights storyId={story.id} onClose={onClose} />;
  }
}
