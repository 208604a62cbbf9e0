import { useMemo, useRef } from 'react';
import { UnbrokenLine } from '../../../frame/unbroken.tsx';
import { Button } from '../../../kit/button.tsx';
import { useWords } from '../../../words/words.tsx';
import { useNow } from '../../../kit/now.ts';
import { useStoryDesk } from '../story-desk.ts';
import { DraftEntry } from './draft-entry.tsx';
import { countsOf, entriesOf, passes, type Entry } from './entries.ts';
import { StreamFilters } from './stream-filters.tsx';
import { UpdateEntry } from './update-entry.tsx';
import { useFilter } from './use-filter.ts';
import './stream.css';

type Props = { kept: ReadonlySet<string>; older: { more: boolean; busy: boolean; load: () => void } };

/** Drafts and updates of the story in one list, newest first. */
export function Stream({ kept, older }: Props) {
  const { say } = useWords();
  const { story, now } = useStoryDesk();
  useNow();
  const [filter, setFilter] = useFilter();
  const list = useRef<HTMLOListElement>(null);
  const entries = useMemo(() => entriesOf(story.updates, story.drafts, kept), [story, kept]);
  const at = now();
  const shown = entries.filter((entry) => passes(entry, filter, at));
  return (
    <>
      <header className="region-head">
        <h2 id="stream-heading">{say('story.stream')}</h2>
        <StreamFilters counts={countsOf(entries, at)} filter={filter} onPick={setFilter} />
      </header>
      {shown.length === 0 ? (
        <NothingHere filtered={filter !== 'all'} onAll={() => setFilter('all')} />
      ) : (
        <ol className="stream" ref={list} aria-labelledby="stream-heading">
          {shown.map((entry) => (
            <UnbrokenLine key={entry.id}>
              <StreamLine entry={entry} />
            </UnbrokenLine>
          ))}
        </ol>
      )}
      {older.more && (
        <Button wide kind="quiet" busy={older.busy} onClick={older.load}>
          {say('story.older')}
        </Button>
      )}
    </>
  );
}

const StreamLine = ({ entry }: { entry: Entry }) =>
  entry.kind === 'update' ? (
    <UpdateEntry update={entry.update} />
  ) : (
    <DraftEntry draft={entry.draft} kept={entry.kept} />
  );

function NothingHere({ filtered, onAll }: { filtered: boolean; onAll: () => void }) {
  const { say } = useWords();
  const { story } = useStoryDesk();
  if (filtered)
    return (
      <div className="stream-empty">
        <p>{say('story.nothingOfThis')}</p>
        <Button small onClick={onAll}>
          {say('story.showAll')}
        </Button>
      </div>
    );
  const key = story.state === 'unpublished' ? 'story.streamBeforeOpening' : 'story.streamEmpty';
  return (
    <div className="stream-empty">
      <p>{say(key)}</p>
    </div>
  );
}
