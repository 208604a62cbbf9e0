import { Link } from 'wouter';
import type { ActivityWire } from '../../../shared/wire.ts';
import { Avatar } from '../../kit/avatar.tsx';
import { Badge } from '../../kit/badge.tsx';
import { Icon } from '../../kit/icons.tsx';
import { When } from '../../kit/when.tsx';
import { useWords } from '../../words/words.tsx';
import { Line } from '../house/page.tsx';
import { deedOf } from './deeds.ts';

type Entry = ActivityWire['items'][number];

/** One thing somebody did, in a sentence: who, what, in which story. */
export function ActivityLine({ entry }: { entry: Entry }) {
  const speech = useWords();
  const { by, story, at, detail, schedule } = entry;
  const done = entry.entry;
  const name = by.kind === 'other' ? speech.say('records.actor.machine', { name: by.name }) : by.name;
  const told = typeof detail?.['name'] === 'string' ? detail['name'] : null;
  return (
    <Line
      lead={
        by.kind === 'person' && !schedule ? (
          <Avatar person={{ id: by.id ?? by.name, name: by.name }} decorative />
        ) : (
          <span className="activity-machine">
            <Icon name={schedule ? 'clock' : by.kind === 'token' ? 'key' : 'laptop'} />
          </span>
        )
      }
      title={
        <>
          <bdi>{name}</bdi>
          <span className="activity-deed">{deedOf(speech, entry.action)}</span>
          {told && <bdi>{told}</bdi>}
          {schedule && <Badge state="scheduled">{speech.say('records.activity.bySchedule')}</Badge>}
        </>
      }
      more={
        story && (
          <>
            {done && (
              <Link className="activity-to" href={`/stories/${story.id}?${done.as}=${done.id}`}>
                <bdi>{done.words ?? speech.say(`records.activity.to.${done.as}`)}</bdi>
              </Link>
            )}
            <Link className="activity-to" href={`/stories/${story.id}`}>
              <bdi>{story.headline || speech.say('records.untitled')}</bdi>
            </Link>
          </>
        )
      }
      end={
        <span className="line-more">
          <When at={at} />
        </span>
      }
    />
  );
}
