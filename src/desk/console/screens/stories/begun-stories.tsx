import * as Y from 'yjs';
import { Link } from 'wouter';
import { contentOf } from '../../../shared/draft-doc.ts';
import { Badge } from '../../kit/badge.tsx';
import { Icon } from '../../kit/icons.tsx';
import { When } from '../../kit/when.tsx';
import type { BegunStory } from '../../offline/use-begun-stories.ts';
import { useWords } from '../../words/words.tsx';

/** Stories that are on this device alone, or wait here to be opened. */
export function BegunStories({ begun }: { begun: readonly BegunStory[] }) {
  const { say } = useWords();
  return (
    <ul className="story-list" aria-label={say('queue.name')}>
      {begun.map((story) => (
        <BegunRow key={story.storyId} story={story} />
      ))}
    </ul>
  );
}

function BegunRow({ story: { storyId, item, kept } }: { story: BegunStory }) {
  const { say, tell } = useWords();
  const headline = item?.label ?? headlineIn(kept!.words);
  const at = item?.filedAt ?? kept!.changedAt;
  return (
    <li className="story-row story-unpublished">
      <span className="story-state">
        <Badge state="unpublished" />
      </span>
      <div className="story-words">
        <Link href={`/stories/${storyId}`} className="story-headline" dir="auto">
          {headline || say('stories.untitled')}
        </Link>
        <p className="story-facts">
          {tell('stories.changed', { when: <When key="when" at={at} relative /> })}
        </p>
      </div>
      <span className="story-drafts">
        <span className="badge">
          <Icon name={item?.state === 'refused' ? 'warning' : 'cloud-off'} />
          {item?.state === 'refused' ? say('queue.refused', { count: 1 }) : say('story.keptHere')}
        </span>
      </span>
    </li>
  );
}

function headlineIn(words: Uint8Array[]): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.mergeUpdates(words));
  return contentOf(doc).title;
}
