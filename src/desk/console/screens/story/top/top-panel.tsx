import { useEffect, useState, type ReactNode } from 'react';
import { Banner } from '../../../kit/banner.tsx';
import { Button } from '../../../kit/button.tsx';
import { IconButton } from '../../../kit/icon-button.tsx';
import { Spinner } from '../../../kit/spinner.tsx';
import { useDraft } from '../../../net/use-draft.ts';
import { useWords } from '../../../words/words.tsx';
import { openTopOf } from '../stream/open-edit.ts';
import { useStoryDesk } from '../story-desk.ts';
import { StandingTop } from './standing-top.tsx';
import { TopSheet } from './top-sheet.tsx';
import './top.css';

/** The top of the story: as readers have it, or the one draft in which it is written through. */
export function TopPanel() {
  const { say } = useWords();
  const { story, may, acts, ask } = useStoryDesk();
  const draft = openTopOf(story);
  const [lastId, setLastId] = useState<string | null>(null);
  const openId = draft?.id ?? null;
  // The one that was open here is held until its words are known to have gone with it.
  const goneId = lastId !== null && lastId !== openId ? lastId : null;
  if (lastId === null && openId !== null) setLastId(openId);
  const standing = draft ? (
    <OpenTop key={draft.id} draftId={draft.id} />
  ) : (
    story.top && <StandingTop top={story.top} />
  );
  return (
    <>
      <header className="region-head">
        <h2 id="top-heading" className={story.state === 'unpublished' ? 'opening-step' : undefined}>
          {say(story.top ? 'top.heading' : 'top.headingNew')}
        </h2>
        {story.top && (
          <span className="region-tools">
            {!draft && !story.leadOlderThanHeadline && may('write-draft') && (
              <Button small icon="edit" onClick={() => void acts.writeThrough()}>
                {say('top.writeThrough')}
              </Button>
            )}
            <IconButton
              small
              icon="history"
              label={say('top.headlines')}
              onClick={() => ask({ dialog: 'headlines' })}
            />
          </span>
        )}
      </header>
      {story.state === 'unpublished' && <p className="opening-says">{say('top.openSays')}</p>}
      {story.leadOlderThanHeadline && !draft && (
        <Banner
          kind="warn"
          action={
            may('write-draft') && (
              <Button small onClick={() => void acts.writeThrough()}>
                {say('top.writeThrough')}
              </Button>
            )
          }
        >
          {say('top.leadOlder')}
        </Banner>
      )}
      {goneId === null ? (
        standing
      ) : (
        <GoneTop key={goneId} draftId={goneId} onDone={() => setLastId(openId)}>
          {standing}
        </GoneTop>
      )}
    </>
  );
}

function OpenTop({ draftId }: { draftId: string }) {
  const { say } = useWords();
  const { story, me } = useStoryDesk();
  const opens = story.state === 'unpublished';
  const used = useDraft(draftId, me, { storyId: story.id, kind: 'top', ...(opens && { opens }) });
  if (!used?.standing.loaded) return <Spinner label={say('composer.opening')} />;
  return <TopSheet connection={used.connection} standing={used.standing} />;
}

type GoneTopProps = { draftId: string; onDone: () => void; children: ReactNode };

/** The draft went out while words for it were still on this device: they stay in sight, with what can be done with them. Else what stands is shown. */
function GoneTop({ draftId, onDone, children }: GoneTopProps) {
  const { story, me } = useStoryDesk();
  const used = useDraft(draftId, me, { storyId: story.id, kind: 'top' });
  const standing = used?.standing;
  const isWhole = standing?.loaded === true && standing.unsaved === 0;
  useEffect(() => {
    if (isWhole) onDone();
  }, [isWhole, onDone]);
  if (!used || !standing?.loaded || isWhole) return children;
  return <TopSheet connection={used.connection} standing={used.standing} onDone={onDone} />;
}
