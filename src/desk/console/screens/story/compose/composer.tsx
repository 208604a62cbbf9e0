import { useEffect, useRef, useState } from 'react';
import { Banner } from '../../../kit/banner.tsx';
import { Spinner } from '../../../kit/spinner.tsx';
import { useDraft } from '../../../net/use-draft.ts';
import { useWords } from '../../../words/words.tsx';
import { FirstUpdate } from './first-update.tsx';
import { isFresh } from './open-drafts.ts';
import { Sheet } from './sheet.tsx';
import { SheetTabs } from './sheet-tabs.tsx';
import { useStoryDesk } from '../story-desk.ts';
import './composer.css';

/** Where updates are written: always open, on an empty sheet or on a draft. */
export function Composer() {
  const { say } = useWords();
  const { story, open } = useStoryDesk();
  // Who came by a link to something else is not led to the empty sheet.
  const [came] = useState(open.current);
  const [led] = useState(() => /[?&](draft|update|note)=/.test(location.search));
  const ended = story.state === 'ended' && isFresh(open);
  const opens = story.state === 'unpublished';
  const [begun, setBegun] = useState<string | null>(null);
  const first = opens && isFresh(open) && begun !== open.current;
  return (
    <>
      <header className="region-head">
        <h2 id="write-heading" className={opens ? 'opening-step' : undefined}>
          {say(opens ? 'composer.headingFirst' : 'composer.heading')}
        </h2>
        <SheetTabs />
      </header>
      {ended ? (
        <Banner kind="note">{say('composer.storyEnded')}</Banner>
      ) : first ? (
        <FirstUpdate onBegin={() => setBegun(open.current)} />
      ) : (
        <OpenSheet key={open.current} draftId={open.current} led={led && open.current === came} />
      )}
    </>
  );
}

/** The sheet of one draft; of the empty one a draft is made at the first keystroke. */
function OpenSheet({ draftId, led }: { draftId: string; led: boolean }) {
  const { say } = useWords();
  const { story, me, open, turn, freshId } = useStoryDesk();
  const [fresh] = useState(() => isFresh(open));
  const kind = fresh ? 'update' : (story.drafts.find(({ id }) => id === draftId)?.kind ?? 'update');
  const used = useDraft(draftId, me, { storyId: story.id, kind });
  const begun = useRef(!fresh);
  const doc = used?.connection.doc;
  useEffect(() => {
    if (!doc || begun.current) return undefined;
    const begin = (): void => {
      if (begun.current) return;
      begun.current = true;
      turn({ type: 'begun', next: freshId() });
    };
    doc.on('update', begin);
    return () => doc.off('update', begin);
  }, [doc, turn, freshId]);
  if (!used?.standing.loaded) return <Spinner label={say('composer.opening')} />;
  return (
    <Sheet
      connection={used.connection}
      standing={used.standing}
      takesFocus={() => matchMedia('(pointer: fine)').matches && waits(fresh) && !(fresh && led)}
    />
  );
}

/** Whether a sheet that is there now is what somebody came for: the empty one where they are nowhere else, another where they wait for it. */
const waits = (fresh: boolean): boolean => {
  const { activeElement } = document;
  if (!fresh) return activeElement?.id === 'region-write';
  return !activeElement || activeElement === document.body || activeElement.closest('.region-write') !== null;
};
