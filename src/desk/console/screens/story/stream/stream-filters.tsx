import { SegmentedControl } from '../../../kit/segmented-control.tsx';
import { useWords } from '../../../words/words.tsx';
import { FILTERS, type StreamFilter } from './entries.ts';

/** Which entries are shown, with how many there are of each; kinds that there are none of are left out. */
export function StreamFilters({
  counts,
  filter,
  onPick,
}: {
  counts: Record<StreamFilter, number>;
  filter: StreamFilter;
  onPick: (filter: StreamFilter) => void;
}) {
  const { say } = useWords();
  const segments = FILTERS.filter((one) => one === 'all' || one === filter || counts[one] > 0).map((one) => ({
    value: one,
    label: say(`story.filter.${one}`),
    count: counts[one],
  }));
  return (
    <SegmentedControl
      className="stream-filters"
      label={say('story.filters')}
      value={filter}
      segments={segments}
      onPick={onPick}
    />
  );
}
