import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../../kit/icon-button.tsx';
import { SegmentedControl } from '../../../kit/segmented-control.tsx';
import { addressOf } from '../../../net/api.ts';
import { useWords } from '../../../words/words.tsx';
import { isFresh } from '../compose/open-drafts.ts';
import { openTopOf } from '../stream/open-edit.ts';
import { useStoryDesk } from '../story-desk.ts';
import { showByScheme, type Scheme } from './by-scheme.ts';
import './preview.css';

/** The reader's page as it stands or with the open draft in it, as wide as a phone or a desk, by day or by night. */
export function Preview({ onClose }: { onClose: () => void }) {
  const { say } = useWords();
  const { story, open } = useStoryDesk();
  const [width, setWidth] = useState<'phone' | 'desktop'>('phone');
  const [scheme, setScheme] = useState<Scheme>(() =>
    matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  const [bare, setBare] = useState(false);
  const [turn, setTurn] = useState(0);
  const top = openTopOf(story);
  const shown = !isFresh(open) ? open.current : (top?.id ?? null);
  const draft = story.drafts.find(({ id }) => id === shown);
  const opened = story.state !== 'unpublished';
  const withDraft = draft !== undefined && !(bare && opened);
  const src = withDraft
    ? addressOf('/drafts/:draftId/preview', { params: { draftId: draft.id } })
    : opened
      ? addressOf('/stories/:storyId/preview', { params: { storyId: story.id } })
      : null;
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => showByScheme(frame.current?.contentDocument, scheme), [scheme]);
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
        {draft && opened && (
          <SegmentedControl
            className="preview-what"
            label={say('story.preview.what')}
            value={withDraft ? 'draft' : 'stands'}
            segments={[
              { value: 'draft', label: say('story.preview.draft') },
              { value: 'stands', label: say('story.preview.stands') },
            ]}
            onPick={(what) => setBare(what === 'stands')}
          />
        )}
        <IconButton
          icon={scheme === 'dark' ? 'sun' : 'moon'}
          small
          label={say(scheme === 'dark' ? 'story.preview.light' : 'story.preview.dark')}
          onClick={() => setScheme(scheme === 'dark' ? 'light' : 'dark')}
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
        {src === null ? (
          <p className="stream-empty">{say('story.preview.none')}</p>
        ) : (
          <iframe
            ref={frame}
            onLoad={() => showByScheme(frame.current?.contentDocument, scheme)}
            // Loaded anew when the draft or the story moved on, or by hand.
            key={`${turn} ${src} ${withDraft ? draft.logSeq : ''} ${story.seq}`}
            title={say('story.preview')}
            src={src}
            sandbox="allow-same-origin"
          />
        )}
      </div>
    </div>
  );
}
