import { useState } from 'react';
import { TextArea } from '../../../kit/text-area.tsx';
import { useWords } from '../../../words/words.tsx';
import type { EditProposal } from '../../../../../domain/what-changed.ts';
import type { PublishAs } from '../../../../shared/wire.ts';

export type Correcting = {
  was: string;
  is: string;
  note: string;
  missing: boolean;
  setWas(words: string): void;
  setIs(words: string): void;
  setNote(words: string): void;
  /** As it goes out; null: something is still to be said, and the fields tell what. */
  decide(): PublishAs | null;
};

/** What a correction says, begun with what was said of it before, else with what was found to have changed. */
export function useCorrection(proposal: EditProposal, before: PublishAs | null = null): Correcting {
  const said = before?.as === 'correction' ? before : null;
  const begun = said ?? (proposal.as === 'correction' ? proposal : { was: '', is: '' });
  const [was, setWas] = useState(begun.was);
  const [is, setIs] = useState(begun.is);
  const [note, setNote] = useState(said?.note ?? '');
  const [missing, setMissing] = useState(false);
  return {
    was,
    is,
    note,
    missing,
    setWas,
    setIs,
    setNote,
    decide() {
      const lacks = is.trim() === '' || was.trim() === '';
      setMissing(lacks);
      if (lacks) return null;
      return { as: 'correction', was: was.trim(), is: is.trim(), note: note.trim() || null };
    },
  };
}

/** What was wrong, what is right, and what else is to be said of it. */
export function CorrectionFields({ of }: { of: Correcting }) {
  const { say } = useWords();
  const lacks = (words: string): boolean => of.missing && words.trim() === '';
  return (
    <div className="how-correction">
      <TextArea
        label={say('story.how.was')}
        value={of.was}
        onText={of.setWas}
        error={lacks(of.was) ? say('story.how.wasMissing') : null}
      />
      <TextArea
        label={say('story.how.is')}
        value={of.is}
        onText={of.setIs}
        error={lacks(of.is) ? say('story.how.isMissing') : null}
      />
      <TextArea
        label={say('story.how.note')}
        hint={say('story.how.noteHint')}
        value={of.note}
        onText={of.setNote}
      />
    </div>
  );
}
