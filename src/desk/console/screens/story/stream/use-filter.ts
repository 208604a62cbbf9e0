import { useSearchParams } from 'wouter';
import { isFilter, type StreamFilter } from './entries.ts';

/** Which entries are shown: kept in the address, so that it comes back with the page and can be sent to a colleague. */
export function useFilter(): [StreamFilter, (filter: StreamFilter) => void] {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('show');
  return [
    isFilter(asked) ? asked : 'all',
    (filter) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          if (filter === 'all') next.delete('show');
          else next.set('show', filter);
          return next;
        },
        { replace: true },
      ),
  ];
}
