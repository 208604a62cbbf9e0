import { Link } from 'wouter';
import { Icon } from '../../../kit/icons.tsx';
import { Menu, type MenuItem } from '../../../kit/menu.tsx';
import { IconButton } from '../../../kit/icon-button.tsx';
import { useWords } from '../../../words/words.tsx';
import { openTopOf } from '../stream/open-edit.ts';
import { useStoryDesk } from '../story-desk.ts';
import { ReadersNow } from './readers-now.tsx';
import { StateSwitch } from './state-switch.tsx';
import { WhoIsHere } from './who-is-here.tsx';
import './story-header.css';

type Props = { previewing: boolean; onPreview: () => void };

/** Which story it is, how it stands, who reads it and who works on it. */
export function StoryHeader({ previewing, onPreview }: Props) {
  const { say } = useWords();
  const { story } = useStoryDesk();
  const headline = story.top?.headline ?? openTopOf(story)?.content.title;
  return (
    <header className="story-header">
      <div className="story-name">
        <StateSwitch />
        <h1 dir="auto" lang={story.lang}>
          {headline || say('story.unnamed')}
        </h1>
        <Days />
      </div>
      <div className="story-header-end">
        {story.state !== 'unpublished' && <ReadersNow />}
        <WhoIsHere />
        <IconButton
          className="preview-switch"
          icon="phone"
          label={say('story.preview')}
          aria-pressed={previewing}
          onClick={onPreview}
        />
        <Menu
          label={say('story.storyMenu')}
          triggerClass="button button-quiet icon-button"
          trigger={<Icon name="more" />}
          items={useItems()}
        />
      </div>
    </header>
  );
}

function useItems(): MenuItem[] {
  const { say } = useWords();
  const { story, may, ask } = useStoryDesk();
  const open = story.state !== 'unpublished';
  const items: (MenuItem | false)[] = [
    open &&
      story.url !== null && {
        label: say('story.seeStory'),
        icon: 'external',
        onPick: () => window.open(story.url ?? '', '_blank', 'noopener'),
      },
    may('paste-post') && {
      label: say('story.paste.title'),
      icon: 'copy',
      onPick: () => ask({ dialog: 'paste' }),
    },
    {
      label: say('top.headlines'),
      icon: 'history',
      disabled: !open,
      onPick: () => ask({ dialog: 'headlines' }),
    },
    { label: say('story.trashTitle'), icon: 'trash', onPick: () => ask({ dialog: 'trash' }) },
    may('grant-story') && {
      label: say('people.rights.title'),
      icon: 'people',
      onPick: () => ask({ dialog: 'rights' }),
    },
    open && may('change-details') && { group: say('story.menuStory') },
    open &&
      may('change-details') && {
        label: say('story.details.title'),
        icon: 'settings',
        onPick: () => ask({ dialog: 'details' }),
      },
    open &&
      may('change-details') && {
        label: say('story.address.title'),
        icon: 'link',
        onPick: () => ask({ dialog: 'address' }),
      },
    open &&
      may('change-state') && {
        label: say('story.nextDay.title'),
        icon: 'calendar',
        onPick: () => ask({ dialog: 'next-day' }),
      },
    story.sample &&
      may('discard-story') && {
        label: say('stories.sample.discard'),
        icon: 'trash',
        onPick: () => ask({ dialog: 'discard' }),
      },
  ];
  return items.filter((item): item is MenuItem => item !== false);
}

/** The day before and the day after, where the story goes over several. */
function Days() {
  const { say } = useWords();
  const { next, previous } = useStoryDesk().story;
  const days = [
    previous && { day: previous, words: say('story.dayBefore') },
    next && { day: next, words: say('story.dayAfter') },
  ].filter((one) => one !== null && one !== undefined);
  return days.map(({ day, words }) => (
    <Link key={day.id} className="story-day" href={`/stories/${day.id}`} title={day.headline}>
      {words}
    </Link>
  ));
}
