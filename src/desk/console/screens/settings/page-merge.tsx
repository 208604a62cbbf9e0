import type * as Y from 'yjs';
import { useState } from 'react';
import { documentText } from '../../../../render/document-text.ts';
import { bringBack } from '../../../shared/bring-back.ts';
import { contentOf } from '../../../shared/draft-doc.ts';
import { Checkbox } from '../../kit/checkbox.tsx';
import { useWords } from '../../words/words.tsx';
import { OwnText } from '../story/compose/own-text.tsx';
import { AskDialog } from '../story/dialogs/ask-dialog.tsx';
import { MergeSides } from '../story/dialogs/merge-sides.tsx';
import type { mediaGate } from '../story/net/media-gate.ts';
import { WordDiff } from '../story/reading/word-diff.tsx';
import type { PageShown } from './pages.tsx';

/** A page as it stands in its form; its text lies in `doc`. */
export type PageForm = {
  title: string;
  setTitle: (title: string) => void;
  inFooter: boolean;
  setInFooter: (inFooter: boolean) => void;
  doc: Y.Doc;
};

type Props = {
  form: PageForm;
  /** As somebody else published it meanwhile; null: they took it down. */
  theirs: PageShown | null;
  gate: ReturnType<typeof mediaGate>;
  /** Publishes it as it stands in the form then, over theirs; false where yet another was quicker. */
  onPublish: () => Promise<boolean>;
  onClose: () => void;
};

/** What somebody else published meanwhile beside what was written here, both in full: nothing is overwritten by itself. */
export function PageMerge({ form, theirs, gate, onPublish, onClose }: Props) {
  const { say } = useWords();
  // What differed when it was opened stays in sight while it is settled.
  const [differs] = useState(() => ({
    title: theirs !== null && theirs.title !== form.title,
    body: theirs !== null && textOf(theirs.body) !== textOf(contentOf(form.doc).body),
    inFooter: theirs !== null && theirs.inFooter !== form.inFooter,
  }));
  return (
    <AskDialog
      size="large"
      title={say('story.merge.title')}
      act={say('settings.pages.publish')}
      onAct={onPublish}
      onClose={onClose}
    >
      <p>{say(theirs === null ? 'settings.pages.gone' : 'story.merge.says')}</p>
      {theirs && !Object.values(differs).includes(true) && <p role="status">{say('story.merge.same')}</p>}
      {theirs && differs.title && (
        <MergeSides
          label={say('settings.pages.title')}
          theirs={<WordDiff was={form.title} is={theirs.title} lang={theirs.lang ?? ''} />}
          onTake={() => form.setTitle(theirs.title)}
        >
          <input
            className="control"
            aria-label={say('story.merge.yours')}
            value={form.title}
            maxLength={300}
            onChange={({ currentTarget }) => form.setTitle(currentTarget.value)}
          />
        </MergeSides>
      )}
      {theirs && differs.body && <Body form={form} theirs={theirs} gate={gate} />}
      {theirs && differs.inFooter && (
        <MergeSides
          label={say('settings.pages.inFooter')}
          theirs={<p>{say(theirs.inFooter ? 'story.yes' : 'story.no')}</p>}
          onTake={() => form.setInFooter(theirs.inFooter)}
        >
          <Checkbox
            label={say('settings.pages.footer')}
            checked={form.inFooter}
            onSwitch={form.setInFooter}
          />
        </MergeSides>
      )}
    </AskDialog>
  );
}

function Body({ form, theirs, gate }: Pick<Props, 'form' | 'gate'> & { theirs: PageShown }) {
  const { say } = useWords();
  const { doc } = form;
  const [yours] = useState(() => textOf(contentOf(doc).body));
  return (
    <MergeSides
      label={say('settings.pages.text')}
      theirs={<WordDiff was={yours} is={textOf(theirs.body)} lang={theirs.lang ?? ''} />}
      // One change, which undo takes back.
      onTake={() => bringBack(doc, { ...contentOf(doc), body: theirs.body })}
    >
      <OwnText doc={doc} media={gate} label={say('story.merge.yours')} />
    </MergeSides>
  );
}

const textOf = (body: PageShown['body']): string => documentText(body);
