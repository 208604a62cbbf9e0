import { Icon } from '../../../kit/icons.tsx';
import { Button } from '../../../kit/button.tsx';
import { Menu, type MenuItem } from '../../../kit/menu.tsx';
import { useWords } from '../../../words/words.tsx';
import type { UpdateWire } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { spokenIn } from '../reading/speakers.ts';
import { openEditOf } from './open-edit.ts';

/** What can be done to a published update: the two that are done most in sight, the rest in a menu. */
export function UpdateActions({ update }: { update: UpdateWire }) {
  const { say } = useWords();
  const { story, me, may, acts, nameOf } = useStoryDesk();
  const editing = openEditOf(story, update.id);
  const stands = update.status === 'published';
  return (
    <>
      {stands && may('edit-update') && (
        <Button small kind="quiet" icon="edit" onClick={() => void acts.edit(update)}>
          {editing === null
            ? say('story.edit')
            : editing.createdBy === me.id
              ? say('story.openYourEdit')
              : say('story.openEditOf', { name: nameOf(editing.createdBy) })}
        </Button>
      )}
      {stands && may('correct-update') && !editing && (
        <Button small kind="quiet" icon="check" onClick={() => void acts.edit(update, true)}>
          {say('story.correct')}
        </Button>
      )}
      <Menu
        label={say('story.more', { title: update.title ?? say('story.untitled') })}
        items={useItems(update)}
        trigger={<Icon name="more" />}
        triggerClass="button button-quiet button-small icon-button"
      />
    </>
  );
}

function useItems(update: UpdateWire): MenuItem[] {
  const { say } = useWords();
  const { story, may, acts, ask } = useStoryDesk();
  const pinned = story.pinnedId === update.id;
  const stands = update.status === 'published';
  const items: (MenuItem | false)[] = [
    stands &&
      may('pin-update') && {
        label: say(pinned ? 'story.unpin' : 'story.pin'),
        icon: 'pin',
        keys: 'p',
        onPick: () => void acts.pin(update, !pinned),
      },
    stands &&
      may('edit-update') && {
        label: say(update.keyEvent ? 'story.noKeyEvent' : 'story.makeKeyEvent'),
        icon: 'flag',
        keys: '.',
        onPick: () => void acts.keyEvent(update, !update.keyEvent),
      },
    stands &&
      may('correct-update') &&
      openEditOf(story, update.id) === null &&
      spokenIn(update.body).length > 0 && {
        label: say('story.speaker.title'),
        icon: 'quote',
        onPick: () => ask({ dialog: 'speaker', update }),
      },
    { label: say('story.copyLink'), icon: 'link', keys: 'l', onPick: () => void acts.copyLink(update) },
    {
      label: say('story.seeAsReaders'),
      icon: 'external',
      onPick: () => window.open(update.url, '_blank', 'noopener'),
    },
    {
      label: say('story.history'),
      icon: 'history',
      keys: 'h',
      onPick: () => ask({ dialog: 'history', update }),
    },
    stands &&
      may('retract-update') && {
        label: say('story.retract'),
        icon: 'close',
        keys: 'r',
        danger: true,
        onPick: () => ask({ dialog: 'retract', update }),
      },
  ];
  return items.filter((item): item is MenuItem => item !== false);
}
