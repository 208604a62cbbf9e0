import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';
import { Button } from '../../../kit/button.tsx';
import { ErrorView } from '../../../kit/error-view.tsx';
import { SegmentedControl } from '../../../kit/segmented-control.tsx';
import { Spinner } from '../../../kit/spinner.tsx';
import { ask } from '../../../net/api.ts';
import { keys } from '../../../net/keys.ts';
import { peopleQuery } from '../../../net/people.ts';
import { useWords } from '../../../words/words.tsx';
import type { NotesWire, Person as PersonWire } from '../../../../shared/wire.ts';
import { isFresh } from '../compose/open-drafts.ts';
import { useStoryDesk } from '../story-desk.ts';
import { Handover } from './handover.tsx';
import { NoteView } from './note-view.tsx';
import { NoteWriter } from './note-writer.tsx';
import { useMentionsRead } from './use-mentions-read.ts';
import { useAskedNote } from './use-asked-note.ts';
import './talk.css';

/** What is said beside the story, or beside the draft that lies open: for the newsroom alone. */
export function Talk() {
  const { say } = useWords();
  const { story, open } = useStoryDesk();
  const draftId = isFresh(open) ? null : open.current;
  // A link to a note beside a draft names both.
  const [search] = useSearchParams();
  const [about, setAbout] = useState<'story' | 'draft'>('story');
  const besideDraft = search.has('note') && search.has('draft');
  useEffect(() => {
    if (search.has('note')) setAbout(besideDraft ? 'draft' : 'story');
  }, [search, besideDraft]);
  const beside = about === 'draft' ? draftId : null;
  const people = usePeople();
  const notes = useNotes(story.id, beside);
  const said = notes.data?.pages.flatMap(({ items }) => items) ?? [];
  useAskedNote(said, notes);
  useMentionsRead(said);
  const names = Object.assign({}, ...(notes.data?.pages.map((page) => page.names) ?? [])) as Record<
    string,
    string
  >;
  return (
    <>
      <header className="region-head">
        <h2 id="talk-heading">{say('talk.heading')}</h2>
        {draftId !== null && (
          <SegmentedControl
            label={say('talk.about')}
            value={about}
            segments={[
              { value: 'story', label: say('talk.story') },
              { value: 'draft', label: say('talk.draft') },
            ]}
            onPick={setAbout}
          />
        )}
      </header>
      {beside === null && <Handover note={story.handover} names={{ ...story.names, ...names }} />}
      <NoteWriter key={beside} people={people} draftId={beside} />
      {notes.error && <ErrorView problem={notes.error} onRetry={() => void notes.refetch()} />}
      {notes.isPending && !notes.error && <Spinner label={say('kit.loading')} />}
      {notes.data && said.length === 0 && <p className="talk-empty">{say('talk.empty')}</p>}
      <ol className="notes" aria-label={say('talk.notes')}>
        {said.map((note) => (
          <NoteView key={note.id} note={note} names={{ ...story.names, ...names }} />
        ))}
      </ol>
      {notes.hasNextPage && (
        <Button wide kind="quiet" busy={notes.isFetchingNextPage} onClick={() => void notes.fetchNextPage()}>
          {say('talk.older')}
        </Button>
      )}
    </>
  );
}

const useNotes = (storyId: string, draftId: string | null) =>
  useInfiniteQuery({
    queryKey: [...keys.notes(storyId), draftId],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      ask<NotesWire>('GET /stories/:storyId/notes', {
        params: { storyId },
        query: { draftId, cursor: pageParam },
        signal,
      }),
    getNextPageParam: ({ next }: NotesWire) => next,
  });

/** Who can be named by `@`. */
function usePeople(): PersonWire[] {
  const { data } = useQuery(peopleQuery);
  return data?.items.filter(({ disabledAt }) => disabledAt === null) ?? [];
}
