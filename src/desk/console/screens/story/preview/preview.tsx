import { useState } from 'react';
import { LinkButton } from '../../../kit/button.tsx';
import { IconButton } from '../../../kit/icon-button.tsx';
import { SegmentedControl } from '../../../kit/segmented-control.tsx';
import { addressOf } from '../../../net/api.ts';
import { useWords } from '../../../words/words.tsx';
import { isFresh } from '../compose/open-drafts.ts';
import { openTopOf } from '../stream/open-edit.ts';
import { useStoryDesk } from '../story-desk.ts';
import './preview.css';

/** The reader's page with the open draft in it, as wide as a phone or a desk. */
export function Preview({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const { story, open } = useStoryDesk();
  const [width, setWidth] = useState<'phone' | 'desktop'>('phone');
  const [turn, setTurn] = useState(0);
  const top = openTopOf(story);
  const shown = !isFresh(open) ? open.current : (top?.id ?? null);
  const draft = story.drafts.find(({ id }) => id === shown);
  return (
    <div className="preview">
      <header className="preview-head">
        <SegmentedControl
          label={say('story.preview.width')}
          value={width}
          segments={[
            { value: 'phone', label: say('story.preview.phone') },
            { value: 'desktop', label: say('story.preview.desktop') },
          ]}
          onPick={setWidth}
        />
        <IconButton
          icon="sync"
          small
          label={say('story.preview.refresh')}
          onClick={() => setTurn(turn + 1)}
        />
        <IconButton icon="close" small label={say('kit.close')} onClick={onClose} />
      </header>
      <div className={`preview-page preview-${width}`}>
        {draft === undefined ? (
          <div className="stream-empty">
            <p>{say('story.preview.none')}</p>
            {story.url !== null && (
              <LinkButton href={story.url} target="_blank" rel="noopener" icon="external">
                {say('story.seeStory')}
              </LinkButton>
            )}
          </div>
        ) : (
          <iframe
            // Loaded anew when the draft or the story moved on, or by hand.
            key={`${turn} ${draft.logSeq} ${story.seq}`}
            title={say('story.preview')}
            src={addressOf('/drafts/:draftId/preview', { params: { draftId: draft.id } })}
            sandbox="allow-same-origin"
          />
        )}
      </div>
    </div>
  );
}
