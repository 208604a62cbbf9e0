import { useQuery } from '@tanstack/react-query';
import type { StoriesWire, StoryWire } from '../../../shared/wire.ts';
import { Select } from '../../kit/select.tsx';
import { ask } from '../../net/api.ts';
import { keys } from '../../net/keys.ts';
import { useWords } from '../../words/words.tsx';

/** Stories that can be picked: those that changed last, and the one that is. */
const OFFERED = 100;

/** Which story the list is narrowed to. */
export function StoryFilter({ story, onPick }: { story: string; onPick: (id: string) => void }) {
  const { say } = useWords();
  const recent = useQuery({
    queryKey: [...keys.activity, 'stories'],
    queryFn: ({ signal }) => ask<StoriesWire>('GET /stories', { signal, query: { limit: OFFERED } }),
  });
  const items = recent.data?.items ?? [];
  const isOlder = story !== '' && recent.data !== undefined && !items.some(({ id }) => id === story);
  const older = useQuery({
    queryKey: keys.story(story),
    queryFn: ({ signal }) => ask<StoryWire>('GET /stories/:storyId', { signal, params: { storyId: story } }),
    enabled: isOlder,
  });
  const offered = [...(isOlder ? [{ id: story, headline: older.data?.top?.headline ?? '' }] : []), ...items];
  return (
    <Select
      label={say('records.activity.story')}
      value={story}
      options={[
        { value: '', label: say('records.activity.allStories') },
        ...offered.map(({ id, headline }) => ({ value: id, label: headline || say('records.untitled') })),
      ]}
      onPick={onPick}
    />
  );
}
