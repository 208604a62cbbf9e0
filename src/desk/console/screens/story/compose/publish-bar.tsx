import { Button } from '../../../kit/button.tsx';
import { Icon } from '../../../kit/icons.tsx';
import { Menu, type MenuItem } from '../../../kit/menu.tsx';
import type { DraftStanding } from '../../../net/draft-standing.ts';
import { useWords } from '../../../words/words.tsx';
import type { Draft } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { SavedState } from './saved-state.tsx';
import type { Publishing } from './use-publishing.ts';

type Props = { draft: Draft | null; standing: DraftStanding; publishing: Publishing };

/** How the draft goes out: the one key's deed on the button, the others beside it. Always in sight. */
export function PublishBar({ draft, standing, publishing }: Props) {
  const { say } = useWords();
  const { may, acts } = useStoryDesk();
  const items = useItems(draft, publishing);
  const { deed } = publishing;
  const words = {
    publish:
      draft?.kind !== 'edit'
        ? 'composer.publish'
        : acts.isCorrecting(draft)
          ? 'composer.publishCorrection'
          : 'composer.publishEdit',
    file: draft?.status === 'filed' ? 'composer.filed' : 'composer.file',
    'open-with': 'composer.withOpening',
  } as const;
  return (
    <div className="publish-bar">
      {publishing.wordless ? <span className="saved-state" /> : <SavedState standing={standing} />}
      <span className="split">
        <Button
          kind="primary"
          icon="send"
          busy={publishing.sending}
          disabled={!publishing.ready}
          keys="Mod+Enter"
          onClick={() => publishing.submit()}
        >
          {say(words[deed])}
        </Button>
        {(may('file-draft') || may('schedule-draft')) && (
          <Menu
            label={say('composer.otherWays')}
            triggerClass="button button-primary icon-button split-more"
            trigger={<Icon name="chevron-up" />}
            items={items}
          />
        )}
      </span>
    </div>
  );
}

function useItems(draft: Draft | null, publishing: Publishing): MenuItem[] {
  const { say } = useWords();
  const { may, ask, acts, me } = useStoryDesk();
  const own = draft?.createdBy === me.id;
  const items: (MenuItem | false)[] = [
    publishing.deed !== 'file' && {
      label: say('composer.file'),
      icon: 'file',
      keys: 'Mod+Shift+Enter',
      disabled: !publishing.ready,
      onPick: publishing.file,
    },
    may('schedule-draft') && {
      label: say('story.schedule'),
      icon: 'calendar',
      disabled: draft === null || !publishing.ready,
      onPick: publishing.askWhen,
    },
    (own || may('embargo-draft')) && {
      label: say('story.embargo'),
      icon: 'lock',
      disabled: draft === null || publishing.gone,
      onPick: () => draft && ask({ dialog: 'embargo', draft }),
    },
    { group: null },
    {
      label: say('story.versions'),
      icon: 'history',
      disabled: draft === null,
      onPick: () => draft && ask({ dialog: 'versions', draft }),
    },
    {
      label: say('story.trash'),
      icon: 'trash',
      danger: true,
      disabled: draft === null || publishing.gone,
      onPick: () => draft && void acts.trash(draft),
    },
  ];
  return items.filter((item): item is MenuItem => item !== false);
}
