import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { Banner } from '../../../kit/banner.tsx';
import { Button } from '../../../kit/button.tsx';
import { Checkbox } from '../../../kit/checkbox.tsx';
import { serverInstant } from '../../../kit/now.ts';
import { ask } from '../../../net/api.ts';
import { keys } from '../../../net/keys.ts';
import { problemLine } from '../../../net/problem-words.ts';
import { useWords } from '../../../words/words.tsx';
import type { NewNoteWire, Note } from '../../../../shared/wire.ts';
import { newId } from '../../../../../domain/id.ts';
import { useStoryDesk } from '../story-desk.ts';
import { meant, mentionsIn, namingAt, type Nameable } from './mentioned.ts';
import { Naming } from './naming.tsx';

type Props = { people: readonly Nameable[]; draftId: string | null };

/** Where a note is written; `@` offers who can be named. */
export function NoteWriter({ people, draftId }: Props) {
  const speech = useWords();
  const { say } = speech;
  const { story, may } = useStoryDesk();
  const queries = useQueryClient();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [handover, setHandover] = useState(false);
  const [picked, setPicked] = useState(0);
  const [problem, setProblem] = useState<unknown>(null);
  // Until it was said: a retry says nothing twice.
  const id = useRef(newId(serverInstant()));
  const naming = namingAt(text, caret);
  const offered = naming === null ? [] : meant(people, naming.typed);
  if (!may('write-note')) return null;

  const name = ({ name: chosen }: Nameable): void => {
    if (naming === null) return;
    const before = `${text.slice(0, naming.from)}@${chosen} `;
    setText(before + text.slice(caret));
    setCaret(before.length);
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(before.length, before.length);
    });
  };
  const send = async (): Promise<void> => {
    if (text.trim() === '') return;
    const body: NewNoteWire = {
      id: id.current,
      kind: handover ? 'handover' : 'note',
      draftId,
      text: text.trim(),
      mentions: mentionsIn(text, people),
    };
    setProblem(null);
    try {
      await ask<Note>('POST /stories/:storyId/notes', { params: { storyId: story.id }, body });
      id.current = newId(serverInstant());
      setText('');
      setHandover(false);
      await queries.invalidateQueries({ queryKey: keys.notes(story.id) });
      if (handover) await queries.invalidateQueries({ queryKey: keys.story(story.id) });
    } catch (error) {
      setProblem(error);
    }
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      // Ctrl+Enter sends the note, and publishes nothing.
      event.preventDefault();
      event.stopPropagation();
      void send();
      return;
    }
    if (offered.length === 0) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setPicked((picked + step + offered.length) % offered.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      name(offered[picked % offered.length]!);
    } else if (event.key === 'Escape') setCaret(0);
  };
  return (
    <form
      className="note-writer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="note-field">
        <textarea
          ref={area}
          className="control"
          rows={2}
          dir="auto"
          maxLength={4000}
          aria-label={say('talk.write')}
          placeholder={say('talk.placeholder')}
          value={text}
          {...(offered.length > 0 && {
            'aria-controls': 'naming',
            'aria-activedescendant': `naming-${picked % offered.length}`,
          })}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value);
            setCaret(currentTarget.selectionEnd);
            setPicked(0);
          }}
          onSelect={({ currentTarget }) => setCaret(currentTarget.selectionEnd)}
          onKeyDown={press}
        />
        <Naming people={offered} picked={picked % Math.max(1, offered.length)} onPick={name} />
      </div>
      {problem !== null && <Banner kind="bad">{problemLine(speech, problem)}</Banner>}
      <div className="note-send">
        {draftId === null && (
          <Checkbox label={say('talk.asHandover')} checked={handover} onSwitch={setHandover} />
        )}
        <Button type="submit" small disabled={text.trim() === ''} keys="Mod+Enter">
          {say('talk.send')}
        </Button>
      </div>
    </form>
  );
}
