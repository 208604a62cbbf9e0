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
  return (
    <>
      <header className="region-head">
        <h2 id="top-heading">{say(story.top ? 'top.heading' : 'top.headingNew')}</h2>
        {story.top && (
          <span className="region-tools">
            {!draft && may('write-draft') && (
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
      {draft ? <OpenTop key={draft.id} draftId={draft.id} /> : story.top && <StandingTop top={story.top} />}
    </>
  );
}

function OpenTop({ draftId }: { draftId: string }) {
  const { say } = useWords();
  const { story, me } = useStoryDesk();
  const used = useDraft(draftId, me, { storyId: story.id, kind: 'top' });
  if (!used?.standing.loaded) return <Spinner label={say('composer.opening')} />;
  return <TopSheet connection={used.connection} standing={used.standing} />;
}
