import { useEffect, useRef, useState } from 'react';
import { SegmentedControl } from '../../kit/segmented-control.tsx';
import { Select } from '../../kit/select.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useShortcut } from '../../kit/use-shortcut.ts';
import type { StoryStateFilter } from '../../../shared/wire-reads.ts';
import { useWords } from '../../words/words.tsx';

const STATES = ['', 'live', 'paused', 'ended', 'unpublished'] as const;

/** How long after the last letter the list is asked for, ms. */
const STILL_MS = 150;

/** Narrows the list: by state, and by words of the headline while they are typed. */
export function StoriesFilter({
  state,
  q,
  onAsk,
}: {
  state: StoryStateFilter | '';
  q: string;
  onAsk: (next: { state?: string; q?: string }) => void;
}) {
  const { say } = useWords();
  const options = STATES.map((value) => ({ value, label: say(`stories.state.${value || 'all'}`) }));
  return (
    <div className="stories-filter">
      <SegmentedControl
        className="stories-states"
        label={say('stories.state')}
        value={state}
        segments={options}
        onPick={(next) => onAsk({ state: next })}
      />
      <Select
        className="stories-states-narrow"
        label={say('stories.state')}
        bare
        value={state}
        options={options}
        onPick={(next) => onAsk({ state: next })}
      />
      <FindField q={q} onFind={(next) => onAsk({ q: next })} />
    </div>
  );
}

function FindField({ q, onFind }: { q: string; onFind: (q: string) => void }) {
  const { say } = useWords();
  const [text, setText] = useState(q);
  const field = useRef<HTMLInputElement>(null);
  const latest = useRef(onFind);
  useEffect(() => {
    latest.current = onFind;
  });
  useEffect(() => {
    if (text.trim() === q) return undefined;
    const timer = setTimeout(() => latest.current(text.trim()), STILL_MS);
    return () => clearTimeout(timer);
  }, [text, q]);
  // Emptied from outside: "show all stories".
  useEffect(() => {
    if (q === '') setText((typed) => (document.activeElement === field.current ? typed : ''));
  }, [q]);
  useShortcut('f', () => field.current?.select(), {
    label: say('stories.find'),
    group: say('frame.stories'),
  });
  return (
    <TextField
      ref={field}
      className="stories-find"
      label={say('stories.find')}
      bare
      type="search"
      placeholder={say('stories.find')}
      value={text}
      onText={setText}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.currentTarget.blur();
      }}
    />
  );
}
