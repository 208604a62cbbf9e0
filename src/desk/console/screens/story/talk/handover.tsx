import { Icon } from '../../../kit/icons.tsx';
import { useWords } from '../../../words/words.tsx';
import type { Note } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { NoteTools } from './note-tools.tsx';
import { NoteText } from './note-text.tsx';

/** How the story stands, for the next shift: on top, until somebody has taken it over. */
export function Handover({ note, names }: { note: Note | null; names: Record<string, string> }) {
  const { say } = useWords();
  const { told, nameOf } = useStoryDesk();
  if (note === null) return null;
  return (
    <section className="handover" aria-labelledby="handover-heading">
      <h3 id="handover-heading">
        <Icon name="sync" />
        {say('talk.handover')}
      </h3>
      <NoteText text={note.text} names={Object.values(names)} />
      <p className="note-by">
        {nameOf(note.by)} · <time dateTime={note.at}>{told.stamp(note.at)}</time>
        <NoteTools note={note} />
      </p>
    </section>
  );
}
