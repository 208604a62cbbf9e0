import { browserKeep } from '../../kit/browser-keep.ts';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';
import { DEFAULT_SITE } from '../../../../domain/site.ts';
import { classes } from '../../kit/classes.ts';
import { IconButton } from '../../kit/icon-button.tsx';
import { Icon } from '../../kit/icons.tsx';
import { peopleQuery } from '../../net/people.ts';
import { useSession } from '../../net/session.ts';
import { useWords } from '../../words/words.tsx';
import './first-steps.css';

/** The three things a new newsroom begins with, for who may do them; until they are done or put away. */
export function FirstSteps({ hasStory, onStart }: { hasStory: boolean; onStart: () => void }) {
  const { say } = useWords();
  const { person, may, site } = useSession();
  const kept = `writethru.first-steps.${person.id}`;
  const [away, setAway] = useState(() => browserKeep.read(kept) !== null);
  const isHost = may.includes('change-site') && may.includes('manage-people');
  const { data: people } = useQuery({ ...peopleQuery, enabled: isHost && !away });
  if (!isHost || away || !people) return null;
  const named = site.name !== DEFAULT_SITE.name;
  const joined = people.items.length > 1;
  if (named && joined && hasStory) return null;
  return (
    <section className="first-steps" aria-label={say('stories.first.heading')}>
      <header>
        <h2>{say('stories.first.heading')}</h2>
        <IconButton
          small
          icon="close"
          label={say('stories.first.away')}
          onClick={() => {
            browserKeep.keep(kept, 'away');
            setAway(true);
          }}
        />
      </header>
      <ol>
        <Step n={1} done={named} title={say('stories.first.name')} words={say('stories.first.name.words')}>
          <Link href="/settings">{say('stories.first.name.act')}</Link>
        </Step>
        <Step
          n={2}
          done={joined}
          title={say('stories.first.invite')}
          words={say('stories.first.invite.words')}
        >
          <Link href="/people">{say('stories.first.invite.act')}</Link>
        </Step>
        <Step
          n={3}
          done={hasStory}
          title={say('stories.first.story')}
          words={say('stories.first.story.words')}
        >
          <button type="button" className="first-act" onClick={onStart}>
            {say('stories.first.story.act')}
          </button>
        </Step>
      </ol>
    </section>
  );
}

function Step({
  n,
  done,
  title,
  words,
  children,
}: {
  n: number;
  done: boolean;
  title: string;
  words: string;
  children: ReactNode;
}) {
  const { say } = useWords();
  return (
    <li className={classes('first-step', done && 'first-done')}>
      <span className="first-number" aria-hidden="true">
        {done ? <Icon name="check" /> : n}
      </span>
      <div>
        <h3>
          {title}
          {done && <span className="visually-hidden"> {say('stories.first.done')}</span>}
        </h3>
        <p>{words}</p>
        {!done && children}
      </div>
    </li>
  );
}
