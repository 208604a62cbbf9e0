import { classes } from '../../../kit/classes.ts';
import { Icon } from '../../../kit/icons.tsx';
import { IconButton } from '../../../kit/icon-button.tsx';
import { useWords } from '../../../words/words.tsx';
import { isFresh } from './open-drafts.ts';
import { useStoryDesk } from '../story-desk.ts';

/** The drafts that lie open, and the empty sheet. */
export function SheetTabs() {
  const { say } = useWords();
  const { story, open, turn } = useStoryDesk();
  if (open.open.length === 0) return null;
  return (
    <nav className="sheet-tabs" aria-label={say('composer.openDrafts')}>
      <ul>
        {open.open.map((id) => (
          <SheetTab
            key={id}
            id={id}
            title={story.drafts.find((draft) => draft.id === id)?.content.title ?? ''}
          />
        ))}
        <li className={classes('sheet-tab', isFresh(open) && 'sheet-tab-current')}>
          <button
            type="button"
            aria-current={isFresh(open) || undefined}
            onClick={() => turn({ type: 'compose' })}
          >
            <Icon name="plus" />
            {say('composer.new')}
          </button>
        </li>
      </ul>
    </nav>
  );
}

function SheetTab({ id, title }: { id: string; title: string }) {
  const { say } = useWords();
  const { open, turn } = useStoryDesk();
  const current = open.current === id;
  const name = title || say('story.untitled');
  return (
    <li className={classes('sheet-tab', current && 'sheet-tab-current')}>
      <button type="button" aria-current={current || undefined} onClick={() => turn({ type: 'open', id })}>
        <span className="sheet-tab-name" dir="auto">
          {name}
        </span>
      </button>
      <IconButton
        icon="close"
        small
        label={say('composer.putAway', { title: name })}
        onClick={() => turn({ type: 'close', id })}
      />
    </li>
  );
}
