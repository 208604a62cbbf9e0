import { useQuery } from '@tanstack/react-query';
import { Button } from '../../../kit/button.tsx';
import { ask } from '../../../net/api.ts';
import { keys } from '../../../net/keys.ts';
import { useWords } from '../../../words/words.tsx';
import type { Draft } from '../../../../shared/wire.ts';
import { draftCalls } from '../net/draft-calls.ts';
import { useActing } from '../net/use-acting.ts';
import { useStoryDesk } from '../story-desk.ts';
import { ListDialog } from './list-dialog.tsx';

/** What was discarded of this story, to be brought back. */
export function TrashDialog({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const { story, told, nameOf } = useStoryDesk();
  const acting = useActing();
  const asked = useQuery({
    queryKey: [...keys.trash, story.id],
    queryFn: ({ signal }) =>
      ask<{ drafts: Draft[] }>('GET /drafts', { query: { storyId: story.id, status: 'trashed' }, signal }),
  });
  return (
    <ListDialog title={say('story.trashTitle')} asked={asked} onClose={onClose}>
      {({ drafts }) =>
        drafts.length === 0 ? (
          <p>{say('story.trashEmpty')}</p>
        ) : (
          <ul className="history">
            {drafts.map((draft) => (
              <li key={draft.id} className="trash-line">
                <div>
                  <p className="history-head">
                    {draft.trashedAt && <time dateTime={draft.trashedAt}>{told.stamp(draft.trashedAt)}</time>}
                    <span>{nameOf(draft.trashedBy)}</span>
                  </p>
                  <p dir="auto">{draft.content.title || say('story.untitled')}</p>
                </div>
                <Button
                  small
                  icon="restore"
                  onClick={() =>
                    void acting(() => draftCalls.restore(draft), say('story.wasRestored')).then(() =>
                      asked.refetch(),
                    )
                  }
                >
                  {say('story.restore')}
                </Button>
              </li>
            ))}
          </ul>
        )
      }
    </ListDialog>
  );
}
