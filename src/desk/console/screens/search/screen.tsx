import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link, useSearchParams } from 'wouter';
import type { FoundWire, SearchWire } from '../../../shared/wire.ts';
import { UnbrokenLine } from '../../frame/unbroken.tsx';
import { Badge } from '../../kit/badge.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { SegmentedControl } from '../../kit/segmented-control.tsx';
import { Spinner } from '../../kit/spinner.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { When } from '../../kit/when.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { useWords } from '../../words/words.tsx';
import { termsOf, type Term } from '../../../../domain/find/sought.ts';
import { More } from '../house/more.tsx';
import { Line, Lines, Page } from '../house/page.tsx';
import { Marked } from './marked.tsx';
import '../activity/activity.css';

type Place = 'all' | 'trash';

/** Over everything there is: what is published, what is being written, and, when asked, what was discarded. */
export default function SearchScreen() {
  const { say } = useWords();
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const place: Place = search.get('in') === 'trash' ? 'trash' : 'all';
  const terms = useMemo(() => termsOf(q), [q]);
  const [typed, setTyped] = useState(q);
  const list = useInfiniteQuery({
    queryKey: keys.search(q, place),
    initialPageParam: '',
    queryFn: ({ signal, pageParam: cursor }) =>
      ask<SearchWire>('GET /search', {
        signal,
        query: { q, cursor, ...(place === 'trash' && { in: 'trash' }) },
      }),
    getNextPageParam: ({ next }) => next,
    enabled: q.trim() !== '',
  });
  const look = (words: string, where: Place): void =>
    setSearch(where === 'trash' ? { q: words, in: 'trash' } : { q: words }, { replace: true });
  const found = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={say('frame.search')}>
      <form
        className="activity-filter"
        role="search"
        aria-label={say('records.search.here')}
        onSubmit={(event) => {
          event.preventDefault();
          look(typed, place);
        }}
      >
        <TextField
          bare
          type="search"
          label={say('frame.search')}
          placeholder={say('records.search.placeholder')}
          value={typed}
          onText={setTyped}
          autoFocus
          maxLength={200}
        />
        <SegmentedControl
          label={say('records.search.where')}
          value={place}
          segments={[
            { value: 'all', label: say('records.search.all') },
            { value: 'trash', label: say('frame.trash') },
          ]}
          onPick={(where) => look(typed, where)}
        />
      </form>
      {q.trim() === '' && (
        <EmptyState drawing="search" title={say('records.search.begin')}>
          <p>{say('records.search.begin.words')}</p>
        </EmptyState>
      )}
      {q.trim() !== '' && list.isPending && <Spinner label={say('kit.loading')} />}
      {list.error && <ErrorView problem={list.error} onRetry={() => void list.refetch()} />}
      {list.data && found.length === 0 && (
        <EmptyState drawing="search" title={say('records.search.none', { q })}>
          <p>{say('records.search.none.words')}</p>
        </EmptyState>
      )}
      {found.length > 0 && (
        <Lines label={say('records.search.found')}>
          {found.map((hit) => (
            <UnbrokenLine key={`${hit.as} ${hit.draft?.id ?? hit.updateId ?? hit.storyId}`}>
              <Hit hit={hit} terms={terms} />
            </UnbrokenLine>
          ))}
        </Lines>
      )}
      <More list={list} />
    </Page>
  );
}

/** Where it leads: to the story, at the draft or the update it stands in. */
function placeOf({ storyId, draft, updateId }: FoundWire): string {
  const story = `/stories/${storyId}`;
  if (draft) return `${story}?draft=${draft.id}`;
  return updateId ? `${story}?update=${updateId}` : story;
}

function Hit({ hit, terms }: { hit: FoundWire; terms: Term[] }) {
  const { say } = useWords();
  const state = hit.draft ? hit.draft.status : 'published';
  return (
    <Line
      title={
        <>
          <Link href={placeOf(hit)}>
            <Marked text={hit.title || hit.storyHeadline || say('records.untitled')} terms={terms} />
          </Link>
          <Badge state={state} />
        </>
      }
      more={
        <>
          {hit.title !== hit.storyHeadline && (
            <span>
              <bdi>{hit.storyHeadline || say('records.untitled')}</bdi>
            </span>
          )}
          <span>
            <Marked text={hit.words} terms={terms} />
          </span>
        </>
      }
      end={
        <span className="line-more">
          <When at={hit.at} />
        </span>
      }
    />
  );
}
