import { Icon } from '../../../kit/icons.tsx';
import { useAway, useReaders } from '../../../net/live.ts';
import { useWords } from '../../../words/words.tsx';
import { useStoryDesk } from '../story-desk.ts';

const NOBODY = { open: 0, upToDate: 0, asking: 0 };

/** How many have the page open, and how many of them see the last of it. */
export function ReadersNow() {
  const { say, number } = useWords();
  const { story } = useStoryDesk();
  const readers = useReaders();
  const away = useAway();
  if (readers === null)
    return (
      <p className="readers-now" title={away ? say('frame.line.why') : undefined}>
        <Icon name="eye" />
        <span aria-hidden="true">–</span>
        {away && <span>{say(`frame.line.${away}`)}</span>}
      </p>
    );
  const { open, upToDate, asking } = readers.stories[story.id] ?? NOBODY;
  const behind = open - upToDate;
  const told = [
    say('story.readers', { n: open, latest: upToDate }),
    ...(asking > 0 ? [say('story.readersAsking', { n: asking })] : []),
  ].join('. ');
  return (
    <p className="readers-now" title={told}>
      <Icon name="eye" />
      <span aria-hidden="true">
        <strong>{asking > 0 ? say('story.about', { n: number(open) }) : number(open)}</strong>
        <span className="readers-words">{say('story.readingNow', { n: open })}</span>
        {behind > 0 && <span className="readers-behind">{say('story.haveLatest', { n: upToDate })}</span>}
      </span>
      <span className="visually-hidden">{told}</span>
    </p>
  );
}
