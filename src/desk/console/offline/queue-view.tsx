import { useEffect, useRef } from 'react';
import { announce } from '../kit/announcements.ts';
import { Button } from '../kit/button.tsx';
import { Icon } from '../kit/icons.tsx';
import { useWords } from '../words/words.tsx';
import { QueueEntry } from './queue-entry.tsx';
import { sendNow, type QueueItem } from './queue.ts';
import { useQueue } from './use-queue.ts';
import './queue-view.css';

/** What was filed and is still here: in a line, and one by one for who opens it. Nothing, where nothing waits. */
export function QueueView() {
  const { say } = useWords();
  const items = useQueue();
  const had = useRef(0);
  useEffect(() => {
    if (had.current > 0 && items.length === 0) announce(say('queue.allSent'));
    had.current = items.length;
  }, [items.length, say]);
  if (items.length === 0) return null;
  const refused = items.filter(({ state }) => state === 'refused').length;
  return (
    <section className="queue" aria-label={say('queue.name')}>
      <details className="queue-details" open={refused > 0}>
        <summary className="queue-line">
          <Icon name={refused > 0 ? 'warning' : 'cloud-off'} />
          <span className="queue-words" role="status">
            {say(`queue.${lineOf(items)}`, { count: lineOf(items) === 'refused' ? refused : items.length })}
          </span>
          <Icon name="chevron-down" />
        </summary>
        <ol className="queue-list">
          {items.map((item) => (
            <QueueEntry key={item.key} item={item} />
          ))}
        </ol>
      </details>
      {refused < items.length && (
        <Button small icon="sync" className="queue-now" onClick={sendNow}>
          {say('queue.tryNow')}
        </Button>
      )}
    </section>
  );
}

function lineOf(items: QueueItem[]): 'will' | 'sending' | 'refused' {
  if (items.some(({ state }) => state === 'sending')) return 'sending';
  return items.some(({ state }) => state === 'refused') ? 'refused' : 'will';
}
