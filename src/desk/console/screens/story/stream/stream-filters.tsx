import { useLayoutEffect, useRef, useState } from 'react';
import { classes } from '../../../kit/classes.ts';
import { SegmentedControl } from '../../../kit/segmented-control.tsx';
import { Select } from '../../../kit/select.tsx';
import { useWords } from '../../../words/words.tsx';
import { FILTERS, type StreamFilter } from './entries.ts';

type Props = {
  counts: Record<StreamFilter, number>;
  filter: StreamFilter;
  onPick: (filter: StreamFilter) => void;
};

/**
 * Which entries are shown, with how many there are of each; kinds that there are none of are left out. Side by side where the
 * line has room for all, else as a list to pick from; under a finger the line is pushed along.
 */
export function StreamFilters({ counts, filter, onPick }: Props) {
  const { say } = useWords();
  const shown = FILTERS.filter((one) => one === 'all' || one === filter || counts[one] > 0);
  const { place, narrow } = useIsNarrow(shown.map((one) => counts[one]).join());
  const named = shown.map((one) => ({
    value: one,
    label: say(`story.filter.${one}`),
    count: counts[one],
  }));
  return (
    <div className="stream-filters-line" ref={place}>
      <SegmentedControl
        className={classes('stream-filters', narrow && 'is-measured')}
        label={say('story.filters')}
        value={filter}
        segments={named}
        onPick={onPick}
      />
      {narrow && (
        <Select
          bare
          label={say('story.filters')}
          value={filter}
          options={named.map(({ value, label, count }) => ({ value, label: `${label} ${count}` }))}
          onPick={onPick}
        />
      )}
    </div>
  );
}

/** Whether the kinds have no room side by side. They stay where they are, unseen, to be measured. */
function useIsNarrow(counts: string) {
  const place = useRef<HTMLDivElement>(null);
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const line = place.current;
    const kinds = line?.querySelector('.stream-filters');
    if (!line || !kinds) return undefined;
    const measure = (): void =>
      setNarrow(!matchMedia(PHONE).matches && kinds.scrollWidth > line.clientWidth + 1);
    measure();
    const sizes = new ResizeObserver(measure);
    sizes.observe(line);
    return () => sizes.disconnect();
  }, [counts]);
  return { place, narrow };
}

const PHONE = '(max-width: 48rem)';
