import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from '../../kit/button.tsx';
import { useWords } from '../../words/words.tsx';

/** The way on in a list that comes page by page. */
export function More({
  list,
}: {
  list: Pick<
    UseInfiniteQueryResult<InfiniteData<unknown>>,
    'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >;
}) {
  const { say } = useWords();
  if (!list.hasNextPage) return null;
  return (
    <div>
      <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        {say('records.more')}
      </Button>
    </div>
  );
}
