import { Button } from '../../../kit/button.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { Menu, type MenuItem } from '../../../kit/menu.tsx';
import { useWords } from '../../../words/words.tsx';
import type { Draft } from '../../../../shared/wire.ts';
import { useWithOpening } from '../compose/use-with-opening.ts';
import { useStoryDesk } from '../story-desk.ts';

/** What can be done with a draft from the stream. */
export function DraftActions({ draft }: { draft: Draft }) {
  const { say } = useWords();
  const { story, may, acts, turn, go, open, opensWith } = useStoryDesk();
  const withOpening = useWithOpening();
  return (
    <>
      {open.current !== draft.id && (
        <Button
          small
          kind="quiet"
          icon="edit"
          onClick={() => {
            turn({ type: 'open', id: draft.id });
            go('write');
          }}
        >
          {say('story.open')}
        </Button>
      )}
      {withOpening && draft.kind === 'update' && !opensWith.said.get(draft.id) && (
        <Button small kind="quiet" icon="send" onClick={() => withOpening(draft)}>
          {say('composer.withOpening')}
        </Button>
      )}
      {story.state !== 'unpublished' && may('publish-update') && draft.status !== 'scheduled' && (
        <Button small kind="quiet" icon="send" onClick={() => void acts.publish(draft)}>
          {say('story.publish')}
        </Button>
      )}
      <Menu
        label={say('story.more', { title: draft.content.title || say('story.untitled') })}
        items={useItems(draft)}
        trigger={<Icon name="more" />}
        triggerClass="button button-quiet button-small icon-button"
      />
    </>
  );
}

function useItems(draft: Draft): MenuItem[] {
  const { say } = useWords();
  const { may, me, acts, ask } = useStoryDesk();
  const own = draft.createdBy === me.id;
  const items: (MenuItem | false)[] = [
    draft.status === 'filed' &&
      may('file-draft') && {
        label: say('story.takeBack'),
        icon: 'undo',
        onPick: () => void acts.takeBack(draft),
      },
    draft.status === 'scheduled' &&
      may('schedule-draft') && {
        label: say('story.unschedule'),
        icon: 'clock',
        onPick: () => void acts.unschedule(draft),
      },
    may('schedule-draft') && {
      label: say('story.schedule'),
      icon: 'calendar',
      onPick: () => ask({ dialog: 'schedule', draft }),
    },
    (may('embargo-draft') || own) && {
      label: say('story.embargo'),
      icon: 'lock',
      onPick: () => ask({ dialog: 'embargo', draft }),
    },
    draft.embargoUntil !== null &&
      may('lift-embargo') && {
        label: say('story.liftEmbargo'),
        icon: 'key',
        onPick: () => void acts.liftEmbargo(draft),
      },
    { label: say('story.versions'), icon: 'history', onPick: () => ask({ dialog: 'versions', draft }) },
    (may('trash-draft') || own) && {
      label: say('story.trash'),
      icon: 'trash',
      keys: '#',
      danger: true,
      onPick: () => void acts.trash(draft),
    },
  ];
  return items.filter((item): item is MenuItem => item !== false);
}
