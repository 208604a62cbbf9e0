import { useEffect, useState, type RefObject } from 'react';
import { Button } from '../../../kit/button.tsx';
import { useToasts } from '../../../kit/toast-store.ts';
import { useDraft } from '../../../net/use-draft.ts';
import { useWords } from '../../../words/words.tsx';
import { documentText } from '../../../../../render/document-text.ts';
import { bringBack } from '../../../../shared/bring-back.ts';
import { contentOf } from '../../../../shared/draft-doc.ts';
import type { Draft, DraftContent, PasteWire } from '../../../../shared/wire.ts';
import { useStoryDesk } from '../story-desk.ts';
import { openTopOf } from '../stream/open-edit.ts';

type Top = NonNullable<PasteWire['top']>;

type Props = {
  top: Top;
  /** Where what takes it in is laid, for whoever takes all. */
  takeTop: RefObject<(() => void) | null>;
};

/** What stands above the updates of a pasted post: taken into the top that is being written, where one is. */
export function PastedTop({ top, takeTop }: Props) {
  const { say } = useWords();
  const { story } = useStoryDesk();
  const draft = openTopOf(story);
  return (
    <section className="pasted-line pasted-top" aria-label={say('story.paste.top')}>
      <p className="history-head">
        <strong>{say('story.paste.top')}</strong>
        {top.byline.length > 0 && <span>{top.byline.join(', ')}</span>}
      </p>
      <div className="quoted" lang={story.lang} dir="auto">
        <p className="history-headline">{top.headline}</p>
        {top.dek && <p>{top.dek}</p>}
        <p className="pasted-text">{documentText(top.lead)}</p>
      </div>
      {draft && <TakeTop top={top} draft={draft} takeTop={takeTop} />}
    </section>
  );
}

function TakeTop({ top, draft, takeTop }: Props & { draft: Draft }) {
  const { say } = useWords();
  const { me, story } = useStoryDesk();
  const toasts = useToasts();
  const used = useDraft(draft.id, me, { storyId: story.id, kind: 'top' });
  const [taken, setTaken] = useState(false);
  const doc = used?.connection.doc;
  const take = (): void => {
    if (!doc || !used?.standing.loaded || taken) return;
    const before = contentOf(doc);
    bringBack(doc, withTop(before, top));
    setTaken(true);
    toasts.show(say('story.paste.topTaken'), {
      undo: () => {
        bringBack(doc, before);
        setTaken(false);
      },
    });
  };
  useEffect(() => {
    takeTop.current = take;
    return () => {
      takeTop.current = null;
    };
  });
  return (
    <Button small disabled={!used?.standing.loaded || taken} icon={taken ? 'check' : 'plus'} onClick={take}>
      {say(taken ? 'story.paste.isTaken' : 'story.paste.takeTop')}
    </Button>
  );
}

/** The top's own words with those of the post; what the post does not say stays. */
const withTop = (content: DraftContent, { headline, dek, lead, byline, credit }: Top): DraftContent => ({
  ...content,
  title: headline || content.title,
  body: lead,
  top: content.top && {
    ...content.top,
    dek: dek || content.top.dek,
    byline: byline.length > 0 ? byline : content.top.byline,
    credit: credit || content.top.credit,
  },
});
