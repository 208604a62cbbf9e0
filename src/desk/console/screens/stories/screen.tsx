import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'wouter';
import type { StoryStateFilter } from '../../../shared/wire-reads.ts';
import { Button } from '../../kit/button.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { useShortcut } from '../../kit/use-shortcut.ts';
import { useMay } from '../../net/session.ts';
import { useBegunStories } from '../../offline/use-begun-stories.ts';
import { useWords } from '../../words/words.tsx';
import { Waiting } from '../../frame/screen.tsx';
import { useWhere } from '../../frame/where.ts';
import { BulkBar } from './bulk-bar.tsx';
import { FirstSteps } from './first-steps.tsx';
import { NoStories } from './no-stories.tsx';
import { StoriesFilter } from './stories-filter.tsx';
import { StoryList } from './story-list.tsx';
import { useNewStory } from './use-new-story.ts';
import { useStories } from './use-stories.ts';
import './stories.css';

/** It reads words as they are kept, which is seldom needed here. */
const BegunStories = lazy(async () => ({ default: (await import('./begun-stories.tsx')).BegunStories }));

/** Every story of the newsroom: how it stands, who reads it, who is on it. */
export default function Stories() {
  const { say } = useWords();
  const [asked, setAsked] = useSearchParams();
  const state = (asked.get('state') ?? '') as StoryStateFilter | '';
  const q = asked.get('q') ?? '';
  const found = useStories(state, q);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const newStory = useNewStory();
  const mayWrite = useMay('write-draft');
  useWhere(say('frame.stories'));
  useShortcut('n', newStory.begin, {
    label: say('stories.new'),
    group: say('frame.stories'),
    enabled: mayWrite,
  });
  const ask = (next: { state?: string; q?: string }): void => {
    setAsked(
      (before) => {
        for (const [name, value] of Object.entries(next)) {
          if (value === '') before.delete(name);
          else before.set(name, value);
        }
        return before;
      },
      { replace: true },
    );
  };
  const { stories } = found;
  const begun = useBegunStories().filter(({ storyId }) => stories.every(({ id }) => id !== storyId));
  const isNarrowed = state !== '' || q !== '';
  const isEmpty = stories.length + begun.length === 0 && !found.isPending && !found.error;
  return (
    <div className="stories">
      <header className="stories-head">
        <h1>{say('frame.stories')}</h1>
        {mayWrite && !(isEmpty && !isNarrowed) && (
          <Button kind="primary" icon="plus" keys="n" busy={newStory.isBusy} onClick={newStory.begin}>
            {say('stories.new')}
          </Button>
        )}
      </header>
      <FirstSteps hasStory={stories.some(({ sample }) => !sample) || isNarrowed} onStart={newStory.begin} />
      {(isNarrowed || !isEmpty) && <StoriesFilter state={state} q={q} onAsk={ask} />}
      {found.error && <ErrorView problem={found.error} onRetry={found.refetch} />}
      {found.isPending && <Waiting />}
      {isEmpty && (
        <NoStories
          narrowed={isNarrowed}
          onAll={() => ask({ state: '', q: '' })}
          onStart={mayWrite ? newStory.begin : null}
          busy={newStory.isBusy}
        />
      )}
      {begun.length > 0 && (
        <Suspense fallback={null}>
          <BegunStories begun={begun} />
        </Suspense>
      )}
      {stories.length > 0 && <StoryList stories={stories} picked={picked} onPick={setPicked} />}
      {found.hasMore && (
        <Button className="stories-more" busy={found.isFetchingMore} onClick={found.more}>
          {say('stories.more')}
        </Button>
      )}
      <BulkBar stories={stories.filter(({ id }) => picked.has(id))} onDone={() => setPicked(new Set())} />
    </div>
  );
}
