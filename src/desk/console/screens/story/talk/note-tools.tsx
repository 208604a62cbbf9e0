import { useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../kit/button.tsx';
import { useToasts } from '../../../kit/toast-store.ts';
import { ask } from '../../../net/api.ts';
import { keys } from '../../../net/keys.ts';
import { problemLine } from '../../../net/problem-words.ts';
import { useWords } from '../../../words/words.tsx';
import type { Note } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';

/** Says that a note is settled, or that it is not. */
export function NoteTools({ note }: { note: Note }) {
  const speech = useWords();
  const { say } = speech;
  const { story, may } = useStoryDesk();
  const queries = useQueryClient();
  const toasts = useToasts();
  const settled = note.settledAt !== null;
  if (!may('settle-note')) return null;
  const settle = async (on: boolean): Promise<void> => {
    try {
      const call = on ? 'PUT /notes/:noteId/settled' : 'DELETE /notes/:noteId/settled';
      await ask(call, { params: { noteId: note.id } });
      toasts.show(say(on ? 'talk.wasSettled' : 'talk.wasReopened'), { undo: () => void settle(!on) });
      await queries.invalidateQueries({ queryKey: keys.notes(story.id) });
      await queries.invalidateQueries({ queryKey: keys.story(story.id) });
    } catch (error) {
      toasts.show(problemLine(speech, error), { kind: 'problem' });
    }
  };
  return (
    <Button small kind="quiet" icon={settled ? 'undo' : 'check'} onClick={() => void settle(!settled)}>
      {say(settled ? 'talk.reopen' : 'talk.settle')}
    </Button>
  );
}
