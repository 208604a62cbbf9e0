import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { DiscardedWire, Draft, DraftListWire } from '../../../shared/wire.ts';
import { Button } from '../../kit/button.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Spinner } from '../../kit/spinner.tsx';
import { useToasts } from '../../kit/toast-store.ts';
import { When } from '../../kit/when.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { peopleQuery } from '../../net/people.ts';
import { queryClient } from '../../net/query-client.ts';
import { useMay } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import { restoreSample } from '../house/discard-sample.tsx';
import { Line, Lines, Page } from '../house/page.tsx';
import { useOrSay } from '../house/use-or-say.ts';
import { firstWords } from './first-words.ts';

/** Drafts that were discarded: each can be brought back. */
export default function TrashScreen() {
  const { say } = useWords();
  const drafts = useQuery({
    queryKey: keys.trash,
    queryFn: ({ signal }) =>
      ask<DraftListWire>('GET /drafts', { signal, query: { status: 'trashed', limit: 100 } }),
  });
  const people = useQuery(peopleQuery);
  const mayDiscard = useMay('discard-story');
  const stories = useQuery({
    queryKey: [...keys.trash, 'stories'],
    queryFn: ({ signal }) => ask<DiscardedWire>('GET /trash/stories', { signal }),
    enabled: mayDiscard,
  });
  const nameOf = (id: string | null): string =>
    people.data?.items.find((person) => person.id === id)?.name ?? say('records.somebody');
  const items = drafts.data?.drafts ?? [];
  const samples = stories.data?.items ?? [];
  return (
    <Page title={say('records.trash.title')} intro={say('records.trash.intro')}>
      {drafts.isPending && <Spinner label={say('kit.loading')} />}
      {drafts.error && <ErrorView problem={drafts.error} onRetry={() => void drafts.refetch()} />}
      {drafts.data && items.length + samples.length === 0 && (mayDiscard ? stories.data : true) && (
        <EmptyState drawing="trash" title={say('records.trash.none')}>
          <p>{say('records.trash.none.words')}</p>
        </EmptyState>
      )}
      {items.length + samples.length > 0 && (
        <Lines label={say('records.trash.title')}>
          {samples.map((story) => (
            <SampleLine key={story.id} story={story} />
          ))}
          {items.map((draft) => (
            <TrashLine key={draft.id} draft={draft} by={nameOf(draft.trashedBy)} />
          ))}
        </Lines>
      )}
    </Page>
  );
}

function SampleLine({ story }: { story: DiscardedWire['items'][number] }) {
  const { say } = useWords();
  const { show } = useToasts();
  const orSay = useOrSay();
  const restore = async (): Promise<void> => {
    await restoreSample(story.id);
    show(say('records.trash.sampleRestored'));
  };
  return (
    <Line
      title={<bdi>{story.headline}</bdi>}
      more={
        <>
          <span>{say('stories.sample')}</span>
          <span>
            {say('records.trash.by', { name: story.by })} <When at={story.discardedAt} relative />
          </span>
        </>
      }
      end={
        <Button small icon="restore" onClick={() => orSay(restore())}>
          {say('records.trash.restore')}
        </Button>
      }
    />
  );
}

function TrashLine({ draft, by }: { draft: Draft; by: string }) {
  const { say } = useWords();
  const { show } = useToasts();
  const orSay = useOrSay();
  const restore = async (): Promise<void> => {
    const { id, version } = draft;
    await ask('DELETE /drafts/:draftId/trash', { params: { draftId: id }, query: { version } });
    await Promise.all(
      [keys.trash, keys.stories, keys.story(draft.storyId)].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
    show(say('records.trash.restored'));
  };
  return (
    <Line
      title={<bdi>{draft.content.title || firstWords(draft.content.body) || say('records.untitled')}</bdi>}
      more={
        <>
          <span>{say(`records.kind.${draft.kind}`)}</span>
          <span>
            {say('records.trash.by', { name: by })}{' '}
            {draft.trashedAt && <When at={draft.trashedAt} relative />}
          </span>
          <Link href={`/stories/${draft.storyId}`}>{say('records.toStory')}</Link>
        </>
      }
      end={
        <Button small icon="restore" onClick={() => orSay(restore())}>
          {say('records.trash.restore')}
        </Button>
      }
    />
  );
}
