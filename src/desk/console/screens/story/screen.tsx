import { useParams } from 'wouter';
import { ErrorView } from '../../kit/error-view.tsx';
import { Waiting } from '../../frame/screen.tsx';
import { Problem } from '../../net/problem.ts';
import Lost from '../lost/screen.tsx';
import { useBegunHere } from './net/use-begun-here.ts';
import { useOlder, useStory } from './net/use-story.ts';
import { StoryRoom } from './story-room.tsx';

/** The screen on which a story is run. */
export default function StoryScreen() {
  const { storyId = '' } = useParams();
  const { data, error, refetch } = useStory(storyId);
  const begun = useBegunHere(storyId);
  const story = data ?? begun ?? undefined;
  const older = useOlder(data);
  if (!story) {
    if (!error) return <Waiting />;
    if (error instanceof Problem && error.status === 404) return <Lost />;
    return <ErrorView problem={error} onRetry={() => void refetch()} />;
  }
  const { updates, ...pages } = older;
  const whole = updates.length === 0 ? story : { ...story, updates: joined(story.updates, updates) };
  return <StoryRoom key={story.id} story={whole} older={pages} />;
}

/** Each once: while an older page comes the first may have moved on. */
function joined<U extends { id: string }>(first: U[], older: U[]): U[] {
  const known = new Set(first.map(({ id }) => id));
  return [...first, ...older.filter(({ id }) => !known.has(id))];
}
