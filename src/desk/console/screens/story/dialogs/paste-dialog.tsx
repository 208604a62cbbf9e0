import { useRef, useState, type ClipboardEvent } from 'react';
import { Banner } from '../../../kit/banner.tsx';
import { Button } from '../../../kit/button.tsx';
import { Dialog } from '../../../kit/dialog.tsx';
import { TextArea } from '../../../kit/text-area.tsx';
import { TextField } from '../../../kit/text-field.tsx';
import { ask } from '../../../net/api.ts';
import { problemLine } from '../../../net/problem-words.ts';
import { useWords } from '../../../words/words.tsx';
import type { PasteAsked, PasteWire } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { Pasted } from './pasted.tsx';
import './dialogs.css';

/** Characters of a post that are read at once. */
const LONGEST = 1_000_000;

/** A wire flash or a flat post becomes drafts, each looked at before it is taken. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
  const speech = useWords();
  const { say } = speech;
  const { story } = useStoryDesk();
  const [text, setText] = useState('');
  const [date, setDate] = useState('');
  const html = useRef<string | null>(null);
  const [read, setRead] = useState<PasteWire | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const look = async (): Promise<void> => {
    const body: PasteAsked = {
      ...(html.current === null ? { text } : { html: html.current }),
      ...(date !== '' && { date }),
    };
    setBusy(true);
    setProblem(null);
    try {
      setRead(await ask<PasteWire>('POST /stories/:storyId/pastes', { params: { storyId: story.id }, body }));
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  /** A page's markup tells headings from text: it is kept beside what one sees, until one types. */
  const paste = (event: ClipboardEvent): void => {
    const markup = event.clipboardData.getData('text/html');
    html.current = markup !== '' && markup.length <= LONGEST && text.trim() === '' ? markup : null;
  };
  return (
    <Dialog
      size="large"
      title={say('story.paste.heading')}
      onClose={onClose}
      foot={
        read === null && (
          <>
            <Button onClick={onClose}>{say('kit.cancel')}</Button>
            <Button kind="primary" busy={busy} disabled={text.trim() === ''} onClick={() => void look()}>
              {say('story.paste.read')}
            </Button>
          </>
        )
      }
    >
      {problem !== null && <Banner kind="bad">{problemLine(speech, problem)}</Banner>}
      {read === null ? (
        <div className="ask">
          <p>{say('story.paste.says')}</p>
          <TextArea
            tall
            autoFocus
            label={say('story.paste.words')}
            value={text}
            maxLength={LONGEST}
            onPaste={paste}
            onText={(words) => {
              if (words.trim() === '') html.current = null;
              setText(words);
            }}
          />
          <TextField
            type="date"
            label={say('story.paste.date')}
            hint={say('story.paste.dateHint')}
            value={date}
            onText={setDate}
          />
        </div>
      ) : (
        <Pasted read={read} onBack={() => setRead(null)} onClose={onClose} />
      )}
    </Dialog>
  );
}
