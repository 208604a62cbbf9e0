import { Fragment, useId, type KeyboardEvent, type ReactNode } from 'react';
import type { Instant } from '../../../../../domain/time.ts';
import { agoWords } from '../../../kit/clock-words.ts';
import { classes } from '../../../kit/classes.ts';
import { serverNow } from '../../../kit/now.ts';
import { useWords } from '../../../words/words.tsx';
import { useStoryDesk } from '../story-desk.ts';
import { minutesUntil } from '../../../kit/wall-time.ts';
import { DRAGGED_UPDATE } from './dragged-update.ts';
import type { Standing } from './entries.ts';

type Props = {
  id: string;
  standings: readonly Standing[];
  at: Instant;
  title: string;
  badges: ReactNode;
  by: ReactNode;
  actions: ReactNode;
  /** Why something that was pressed here was not done. */
  refused?: ReactNode;
  current?: boolean;
  /** What is dragged by its head: the update, to a line of the summary that is to rest on it. */
  drag?: string;
  onOpen?: () => void;
  children: ReactNode;
};

/** One line of the stream: its time beside its words, what is true of it above, what can be done below. */
export function EntryFrame({
  id,
  standings,
  at,
  title,
  badges,
  by,
  actions,
  refused,
  current,
  drag,
  onOpen,
  children,
}: Props) {
  const name = useId();
  const open = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.target !== event.currentTarget || event.ctrlKey || event.metaKey)
      return;
    event.preventDefault();
    onOpen?.();
  };
  return (
    <li>
      <article
        className={classes('entry', `entry-${standings[0]}`, current && 'entry-current')}
        tabIndex={-1}
        data-entry={id}
        aria-labelledby={name}
        onKeyDown={open}
      >
        <TimeBeside at={at} />
        <div className="entry-sheet">
          <header
            className="entry-head"
            draggable={drag !== undefined}
            onDragStart={({ dataTransfer }) => {
              if (drag !== undefined) dataTransfer.setData(DRAGGED_UPDATE, drag);
            }}
          >
            <span className="entry-badges">{badges}</span>
            <span className="entry-by">{by}</span>
          </header>
          <h3 id={name} className={title === '' ? 'visually-hidden' : 'entry-title'} dir="auto">
            {title === '' ? <Untitled /> : title}
          </h3>
          {children}
          <div className="entry-actions">{actions}</div>
          {refused}
        </div>
      </article>
    </li>
  );
}

function Untitled() {
  return <>{useWords().say('story.untitled')}</>;
}

/** When it went out or is to go out: the newsroom's clock, the place's under it, and how long it is till then. */
function TimeBeside({ at }: { at: Instant }) {
  const speech = useWords();
  const { say } = speech;
  const { told, now } = useStoryDesk();
  const minutes = minutesUntil(at, now());
  const place = told.place(at);
  // Till another day the clock says more.
  const wait =
    minutes > 90 ? agoWords(speech, at, serverNow()) : minutes > 0 && say('story.inMinutes', { n: minutes });
  return (
    <div className="entry-time">
      <time dateTime={at} title={told.full(at)}>
        <Stamp words={told.stamp(at)} />
      </time>
      {wait && <span className="entry-wait">{wait}</span>}
      {place !== null && (
        <span className="entry-place" title={say('story.placeClock')}>
          {place}
        </span>
      )}
    </div>
  );
}

/** The clock in one piece; a date before it may stand in a line of its own, and so may a zone that has no short name. */
function Stamp({ words }: { words: string }) {
  const [clock = '', zone] = words.split(/ (?=\()/);
  const pieces = clock.split(/(?<=[,،]) /);
  return (
    <>
      {pieces.map((piece) => (
        <Fragment key={piece}>
          <span className="entry-clock">{piece}</span>{' '}
        </Fragment>
      ))}
      {zone && <span className="entry-zone">{zone}</span>}
    </>
  );
}
