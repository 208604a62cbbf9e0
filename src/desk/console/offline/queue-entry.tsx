import { Link } from 'wouter';
import { Button } from '../kit/button.tsx';
import { Spinner } from '../kit/spinner.tsx';
import { When } from '../kit/when.tsx';
import { useWords } from '../words/words.tsx';
import { retryItem, type QueueItem } from './queue.ts';
import { TakeOut } from './take-out.tsx';

/** One filing that waits: what it says, its hour, why it was refused, what can be done about it. */
export function QueueEntry({ item }: { item: QueueItem }) {
  const { say } = useWords();
  const { key, label, asked, filedAt, state, reason, refusal } = item;
  return (
    <li className="queue-entry">
      <div className="queue-what">
        <p className="queue-label" dir="auto">
          {label || say('queue.noWords')}
        </p>
        <p className="queue-about">
          {say(`queue.${asked.then === 'file' ? 'file' : asked.opens ? 'opens' : 'publish'}`)} ·{' '}
          {say('queue.filedAt')} <When at={filedAt} />
          {state === 'sending' && (
            <span className="queue-sending">
              <Spinner /> {say('queue.isSending')}
            </span>
          )}
        </p>
        {state === 'refused' && (
          <p className="queue-reason">
            {reason || say(refusal === 'trashed' ? 'queue.trashed' : 'queue.openAlready')}
          </p>
        )}
      </div>
      <div className="queue-acts">
        <Link className="button button-quiet button-small" href={`/stories/${asked.storyId}`}>
          {say('queue.open')}
        </Link>
        {state === 'refused' && (
          <Button small onClick={() => void retryItem(key)}>
            {say('queue.retry')}
          </Button>
        )}
        <TakeOut item={item} />
      </div>
    </li>
  );
}
