import { Avatar } from '../../../kit/avatar.tsx';
import { classes } from '../../../kit/classes.ts';
import { useWords } from '../../../words/words.tsx';
import type { Note } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { NoteText } from './note-text.tsx';
import { NoteTools } from './note-tools.tsx';

/** One thing said: by whom, when, and whether it is settled. */
export function NoteView({ note, names }: { note: Note; names: Record<string, string> }) {
  const { say } = useWords();
  const { told } = useStoryDesk();
  const name = names[note.by] ?? say('story.somebody');
  return (
    <li
      className={classes('note', note.settledAt !== null && 'note-settled')}
      data-note={note.id}
      tabIndex={-1}
    >
      <Avatar person={{ id: note.by, name }} small decorative />
      <div>
        <p className="note-by">
          <strong>{name}</strong>
          {note.kind === 'handover' && <span>{say('talk.handover')}</span>}
          <time dateTime={note.at}>{told.stamp(note.at)}</time>
          {note.editedAt && <span>{say('talk.edited')}</span>}
        </p>
        <NoteText text={note.text} names={Object.values(names)} />
        {note.settledAt && (
          <p className="note-by">
            {say('talk.settledBy', {
              name: names[note.settledBy ?? ''] ?? say('story.somebody'),
              time: told.stamp(note.settledAt),
            })}
          </p>
        )}
      </div>
      <NoteTools note={note} />
    </li>
  );
}
