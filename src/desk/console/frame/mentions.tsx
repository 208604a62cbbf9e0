import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { MentionsWire, MentionWire } from '../../shared/wire-reads.ts';
import { Avatar } from '../kit/avatar.tsx';
import { Button } from '../kit/button.tsx';
import { classes } from '../kit/classes.ts';
import { Icon } from '../kit/icons.tsx';
import { Popover } from '../kit/popover.tsx';
import { When } from '../kit/when.tsx';
import { ask } from '../net/api.ts';
import { keys } from '../net/keys.ts';
import { queryClient } from '../net/query-client.ts';
import { useWords } from '../words/words.tsx';
import './mentions.css';

/** Where one was named in a note: the unread ones counted on a bell. */
export function Mentions() {
  const { say } = useWords();
  const { data } = useQuery({
    queryKey: keys.mentions,
    queryFn: ({ signal }) => ask<MentionsWire>('GET /mentions', { signal }),
  });
  const unread = data?.unread ?? 0;
  const read = useMutation({
    mutationFn: (noteIds?: string[]) => ask('POST /mentions/read', { body: noteIds ? { noteIds } : {} }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.mentions }),
  });
  return (
    <Popover
      label={say('frame.mentions', { unread })}
      triggerClass="button button-quiet icon-button"
      className="mentions"
      trigger={
        <>
          <Icon name="bell" />
          {unread > 0 && (
            <span className="icon-button-count" aria-hidden="true">
              {unread > 99 ? '99+' : unread}
            </span>
          )}
        </>
      }
    >
      <header className="mentions-head">
        <h2>{say('frame.mentions.heading')}</h2>
        {unread > 0 && (
          <Button small kind="quiet" busy={read.isPending} onClick={() => read.mutate(undefined)}>
            {say('frame.mentions.readAll')}
          </Button>
        )}
      </header>
      {data && data.items.length > 0 ? (
        <ul>
          {data.items.map((mention) => (
            <Mentioned key={mention.note.id} mention={mention} onRead={(id) => read.mutate([id])} />
          ))}
        </ul>
      ) : (
        <p className="mentions-none">{say('frame.mentions.none')}</p>
      )}
    </Popover>
  );
}

function Mentioned({ mention, onRead }: { mention: MentionWire; onRead: (noteId: string) => void }) {
  const { note, byName, storyHeadline, readAt } = mention;
  const draft = note.draftId === null ? '' : `&draft=${note.draftId}`;
  return (
    <li className={classes('mention', readAt === null && 'mention-unread')}>
      <Link
        href={`/stories/${note.storyId}?note=${note.id}${draft}`}
        onClick={() => {
          if (readAt === null) onRead(note.id);
        }}
      >
        <Avatar person={{ id: note.by, name: byName }} small decorative />
        <span className="mention-words">
          <strong>{byName}</strong> <When at={note.at} relative />
          <span className="mention-text">{note.text}</span>
          <span className="mention-story">{storyHeadline}</span>
        </span>
      </Link>
    </li>
  );
}
