import { useState } from 'react';
import { Link } from 'wouter';
import type { StoryCardWire } from '../../../shared/wire.ts';
import { Avatars } from '../../kit/avatar.tsx';
import { Badge } from '../../kit/badge.tsx';
import { Checkbox } from '../../kit/checkbox.tsx';
import { classes } from '../../kit/classes.ts';
import { Icon } from '../../kit/icons.tsx';
import { When } from '../../kit/when.tsx';
import { usePresence, useReaders } from '../../net/live.ts';
import { useMay } from '../../net/session.ts';
import { Button } from '../../kit/button.tsx';
import { DiscardSample } from '../house/discard-sample.tsx';
import { useWords } from '../../words/words.tsx';
import { OpenDrafts } from './open-drafts.tsx';

/** A story in the list; on phones a card. The whole of it leads to its screen. */
export function StoryRow({
  story,
  picked,
  onPick,
}: {
  story: StoryCardWire;
  picked: boolean;
  /** Null for those who could do nothing with what they picked. */
  onPick: (() => void) | null;
}) {
  const { say } = useWords();
  const headline = story.headline || say('stories.untitled');
  return (
    <li className={classes('story-row', picked && 'story-picked', `story-${story.state}`)}>
      {onPick && (
        <Checkbox
          className="story-pick"
          label={say('stories.pick', { headline })}
          bare
          checked={picked}
          onSwitch={onPick}
        />
      )}
      <span className="story-state">
        <Badge state={story.state} />
      </span>
      <div className="story-words">
        <Link href={`/stories/${story.id}`} className="story-headline" dir="auto">
          {headline}
        </Link>
        <StoryFacts story={story} />
        {story.sample && <Sample storyId={story.id} />}
      </div>
      <OpenDrafts drafts={story.drafts} />
      <StoryPeople storyId={story.id} />
      <StoryReaders storyId={story.id} state={story.state} />
    </li>
  );
}

/** Says that this is the newsroom's example; an admin throws it away from here. */
function Sample({ storyId }: { storyId: string }) {
  const { say } = useWords();
  const mayDiscard = useMay('discard-story');
  const [asking, setAsking] = useState(false);
  return (
    <p className="story-sample">
      <span>{say('stories.sample')}</span>
      {mayDiscard && (
        <Button small kind="quiet" icon="trash" onClick={() => setAsking(true)}>
          {say('stories.sample.discard')}
        </Button>
      )}
      {asking && <DiscardSample storyId={storyId} onClose={() => setAsking(false)} />}
    </p>
  );
}

function StoryFacts({ story }: { story: StoryCardWire }) {
  const { say, tell } = useWords();
  const { section, lastUpdateAt, changedAt, updateCount, state } = story;
  return (
    <p className="story-facts">
      {section && (
        <>
          <bdi>{section}</bdi>
          {' · '}
        </>
      )}
      {lastUpdateAt === null || state === 'unpublished'
        ? tell('stories.changed', { when: <When key="when" at={changedAt} relative /> })
        : tell('stories.updated', { when: <When key="when" at={lastUpdateAt} relative /> })}
      {state !== 'unpublished' && ` · ${say('stories.updates', { n: updateCount })}`}
    </p>
  );
}

/** Who has this story open at the desk. */
function StoryPeople({ storyId }: { storyId: string }) {
  const here = usePresence().filter((one) => one.storyId === storyId);
  const people = [...new Map(here.map(({ personId, name }) => [personId, { id: personId, name }])).values()];
  return <span className="story-people">{people.length > 0 && <Avatars people={people} />}</span>;
}

/** How many have its page open now. */
function StoryReaders({ storyId, state }: { storyId: string; state: StoryCardWire['state'] }) {
  const { say, number } = useWords();
  const all = useReaders();
  if (state === 'unpublished') return <span className="story-readers" />;
  if (all === null)
    return (
      <span className="story-readers story-unread">
        <Icon name="eye" />
        <span aria-hidden="true">–</span>
      </span>
    );
  const readers = all.stories[storyId]?.open ?? 0;
  return (
    <span
      className={classes('story-readers', readers === 0 && 'story-unread')}
      title={say('stories.readers', { n: readers })}
    >
      <Icon name="eye" />
      <span aria-hidden="true">{number(readers)}</span>
      <span className="visually-hidden">{say('stories.readers', { n: readers })}</span>
    </span>
  );
}
