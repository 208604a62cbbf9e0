import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import type { ActivityWire } from '../../../shared/wire.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ErrorView } from '../../kit/error-view.tsx';
import { Select } from '../../kit/select.tsx';
import { Spinner } from '../../kit/spinner.tsx';
import { TextField } from '../../kit/text-field.tsx';
import { useNewsroomZone } from '../../kit/when.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { peopleQuery } from '../../net/people.ts';
import { useWords } from '../../words/words.tsx';
import { More } from '../house/more.tsx';
import { Lines, Page } from '../house/page.tsx';
import { DEED_KINDS } from '../../../shared/deed-kinds.ts';
import { StoryFilter } from './story-filter.tsx';
import { ActivityLine } from './activity-line.tsx';
import { daysOf, dayBounds } from './days.ts';
import './activity.css';

const ANYBODY = '';

/** Who did what, when: only ever added to. */
export default function ActivityScreen() {
  const { say, lang } = useWords();
  const zone = useNewsroomZone();
  const [actor, setActor] = useState(ANYBODY);
  const [day, setDay] = useState('');
  const [kind, setKind] = useState(ANYBODY);
  const [asked, setAsked] = useSearchParams();
  const story = asked.get('story') ?? '';
  const people = useQuery(peopleQuery);
  const list = useInfiniteQuery({
    queryKey: [...keys.activity, actor, day, story, kind],
    initialPageParam: '',
    queryFn: ({ signal, pageParam: cursor }) =>
      ask<ActivityWire>('GET /activity', {
        signal,
        query: { cursor, actor, story, kind, ...(day !== '' && dayBounds(day, zone)) },
      }),
    getNextPageParam: ({ next }) => next,
  });
  const entries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page title={say('records.activity.title')} intro={say('records.activity.intro')}>
      <div className="activity-filter">
        <Select
          label={say('records.activity.who')}
          value={actor}
          options={[
            { value: ANYBODY, label: say('records.activity.anybody') },
            ...(people.data?.items ?? []).map(({ id, name }) => ({ value: `person ${id}`, label: name })),
          ]}
          onPick={setActor}
        />
        <Select
          label={say('records.activity.kind')}
          value={kind}
          options={[
            { value: ANYBODY, label: say('records.activity.kind.all') },
            ...DEED_KINDS.map((one) => ({ value: one, label: say(`records.activity.kind.${one}`) })),
          ]}
          onPick={setKind}
        />
        <StoryFilter
          story={story}
          onPick={(id) => setAsked(id === '' ? {} : { story: id }, { replace: true })}
        />
        <TextField label={say('records.activity.day')} type="date" value={day} onText={setDay} />
      </div>
      {list.isPending && <Spinner label={say('kit.loading')} />}
      {list.error && <ErrorView problem={list.error} onRetry={() => void list.refetch()} />}
      {list.data && entries.length === 0 && (
        <EmptyState drawing="done" title={say('records.activity.none')} />
      )}
      {daysOf(entries, lang, zone).map(({ name, items }) => (
        <section key={name} className="activity-day">
          <h2>{name}</h2>
          <Lines label={name}>
            {items.map((entry) => (
              <ActivityLine key={entry.id} entry={entry} />
            ))}
          </Lines>
        </section>
      ))}
      <More list={list} />
    </Page>
  );
}
