import { Banner } from '../../../kit/banner.tsx';
import { TakeOut } from '../../../offline/take-out.tsx';
import type { QueueItem } from '../../../offline/queue-item.ts';
import { useWords } from '../../../words/words.tsx';

/** The top waits on this device, as it stands: who would write on takes it out of the queue first. */
export function TopWaits({ item }: { item: QueueItem }) {
  const { say } = useWords();
  return (
    <Banner kind="note" icon="cloud-off" action={<TakeOut item={item} />}>
      {say(item.asked.opens && item.asked.then === 'publish' ? 'top.opensLater' : 'story.keptHere')}
    </Banner>
  );
}
